import Testing

extension EndToEnd {
  /// A person listens, a process dials back from a folder of its own, and is stepped through to its end.
  @Suite struct StoryTests {
    @Test(arguments: PythonSide.all)
    func aProcessIsSteppedThroughItsLocalSources(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py", isMarked: true)
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.wait(forText: "# local: entry")
        for (key, marker) in [
          ("n", "items"), ("F8", "print"), ("n", "call"), ("s", "total-first"), ("n", "total-loop"),
          ("F8", "total-add"), ("F7", "price-first"), ("f", "total-add"), ("S-F8", "call"), ("n", "after"),
        ] {
          try await session.press(key)
          try await session.wait(untilStoppedAt: try story.place(marker))
        }
        try await session.wait(forText: "items to sell: 3")
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        try await session.wait(forText: "the amount is 72, GRÜSSE, 世界")
        try await session.wait(forText: "warned 73 times")
        try await session.wait(for: "waiting for the next one") { $0.isWaiting }
      }
    }

    @Test(arguments: PythonSide.all)
    func theNextProcessIsServedAfterTheEndOfTheFirst(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        for _ in 1...3 {
          let debuggee = try await workplace.debuggee(story, side, port: port)
          try await session.wait(untilStoppedAt: try story.place("entry"))
          try await session.press("F5")
          #expect(try await debuggee.waitForEnd() == .exited(0))
          try await session.wait(for: "waiting for the next one") { $0.isWaiting }
        }
      }
    }

    @Test func valuesOfTheStopAreShownAndFollowTheSteps() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        _ = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("n")
        try await session.wait(for: "the greeting as a value") { screen in
          // A row without a `│` is all source, which has these words before the step as well.
          screen.status.contains("STOPPED step")
            && screen.rows.contains { row in
              let pane = row.split(separator: "│").last ?? ""
              return pane.contains("greeting = ") && pane.contains("Grüße, 世界")
            }
        }
        try await session.command("p len(greeting) * 1000 + 7")
        try await session.wait(forText: "9007")
      }
    }

    /// What Dialback has put into the process to save its last output is never stopped in.
    @Test(arguments: PythonSide.all)
    func stepsPastTheLastLineEndTheProgram(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["-c", "b \(try story.place("last"))"])
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("c")
        try await session.wait(untilStoppedAt: try story.place("last"))
        // Back to the module, and out of it; how many steps that takes differs.
        try await session.press("n", "n", "n", "n")
        try await session.wait(for: "the end of the program") { $0.isWaiting }
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    @Test func theStackShowsEveryCaller() async throws {
      try await withWorkplace { workplace in
        let deep = try workplace.install("deep.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["-c", "b \(try deep.place("bottom"))"])
        _ = try await workplace.debuggee(deep, .pycharm263, port: port)
        try await session.wait(untilStoppedAt: try deep.place("entry"))
        try await session.press("c")
        try await session.wait(untilStoppedAt: try deep.place("bottom"))
        try await session.press("u")
        try await session.wait(for: "the caller's line") { $0.contains(try deep.place("dig")) }
      }
    }
  }
}
