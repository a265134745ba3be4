import Testing

extension EndToEnd {
  /// Breakpoints: pending, hit, kept.
  @Suite struct BreakpointTests {
    @Test(arguments: PythonSide.all)
    func aBreakpointSetBeforeTheConnectionIsHit(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, size: .large)
        try await session.command("b \(try story.place("price-second"))")
        try await session.wait(forText: try story.place("price-second"))
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        for _ in 1...3 {
          try await session.press("c")
          try await session.wait(for: "a stop by the breakpoint") {
            try $0.isStopped(at: story.place("price-second")) && $0.status.contains("breakpoint")
          }
          try await session.press("n")
          try await session.wait(untilStoppedAt: try story.place("price-return"))
        }
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: PythonSide.all)
    func aBreakpointSetWhileTheProcessRunsIsHit(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let loop = try workplace.install("loop.py")
        let port = try FreePort.pick()
        let stop = workplace.folder + "/stop"
        let session = try await workplace.listen(port, size: .large)
        let debuggee = try await workplace.debuggee(loop, side, port: port, [stop])
        try await session.wait(untilStoppedAt: try loop.place("entry"))
        try await session.press("c")
        try await session.wait(for: "a running process") { !$0.isStopped }
        try await session.command("b \(try loop.place("beat-first"))")
        try await session.wait(untilStoppedAt: try loop.place("beat-first"))
        try Files.write("", to: stop)
        try await session.command("clear")
        try await session.press("y")
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    @Test func aBreakpointIsSetOnTheCursorsLine() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, size: .large)
        _ = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("j", "j", "j", "j", "b")
        try await session.wait(forText: try story.place("after"))
        try await session.press("F5")
        try await session.wait(untilStoppedAt: try story.place("after"))
      }
    }

    @Test func breakpointsHaveTheirNumbersInPane4AndInTheCompletion() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let session = try await workplace.listen(try FreePort.pick(), size: .large)
        try await session.command("b \(try story.place("after"))")
        try await session.command("b \(try story.place("warn"))")
        try await session.wait(forText: "1 ○ \(try story.place("after"))")
        try await session.wait(forText: "2 ○ \(try story.place("warn"))")
        try await session.type(":disable ")
        try await session.press("Tab")
        try await session.wait(forText: "1  2")
        try await session.wait(forText: ":disable")
        try await session.type("2")
        try await session.press("Enter")
        try await session.wait(forText: "2 ○ \(try story.place("warn"))  off")
        #expect(try await session.screen().contains("1 ○ \(try story.place("after"))"))
        #expect(try await !session.screen().contains("1 ○ \(try story.place("after"))  off"))
      }
    }

    @Test func breakpointsSurviveARestart() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let first = try await workplace.listen(port, size: .large)
        try await first.command("b \(try story.place("price-second"))")
        try await first.command("b \(try story.place("warn")), amount > 70")
        try await first.wait(forText: try story.place("warn"))
        #expect(try await first.quit() == .exited(0))
        let second = try await workplace.listen(port, size: .large)
        try await second.wait(for: "both breakpoints") {
          try $0.contains(story.place("price-second")) && $0.contains(story.place("warn"))
        }
        _ = try await workplace.debuggee(story, .pydevd, port: port)
        try await second.wait(untilStoppedAt: try story.place("entry"))
        try await second.press("c")
        try await second.wait(untilStoppedAt: try story.place("price-second"))
        try await second.command("clear 1")
        try await second.press("c")
        try await second.wait(untilStoppedAt: try story.place("warn"))
      }
    }

    @Test func breakpointsOfOneProjectAreNotThoseOfAnother() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let first = try await workplace.listen(port, size: .large)
        try await first.command("b \(try story.place("after"))")
        try await first.wait(forText: try story.place("after"))
        #expect(try await first.quit() == .exited(0))
        let other = try await workplace.listen(port, ["--root", workplace.deployed], size: .large)
        #expect(try await !other.screen().contains(try story.place("after")))
      }
    }
  }
}
