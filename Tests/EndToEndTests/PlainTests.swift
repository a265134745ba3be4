import Testing

extension EndToEnd {
  /// `--plain`: a session that is told line by line, on a terminal and in a log.
  @Suite struct PlainTests {
    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func theSessionIsToldLineByLine(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await listen(workplace, port)
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(forText: "Stopped at settrace: main, \(story.localPath) line \(try story.line("entry"))")
        try await session.wait(forText: "-> \(try story.line("entry"))      greeting = \"Grüße, 世界\"")
        try await say("b price", session, "breakpoint 1: \(story.localPath) line")
        try await say("display net", session, "display 1: net: NameError")
        // A breakpoint on a function is no frame, whose line would be said again.
        #expect(try await session.screen().rows.count { $0.hasPrefix("-> ") } == 1)
        try await say("c", session, "Stopped at breakpoint 1: price")
        try await say("p item", session, "item = {'name': 'pear', 'net': 10}")
        try await say("n", session, "display 1: net = 10")
        // An empty line steps once more.
        try await say("", session, "-> \(try story.line("price-return"))")
        try await say("cl 1", session, "cl 1")
        try await session.press("C-c")
        try await session.wait(forText: "nothing runs; q quits")
        try await say("c", session, "stderr: warned 73 times")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(try await session.variable("alternate_on") == "0")
        #expect(try await session.screen().contains("items to sell: 3"))
        try await session.type("q")
        try await session.press("Enter")
        #expect(try await session.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: PythonSide.all)
    func wholeValuesThatAreAskedForTogetherAreNotMixedUp(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await listen(workplace, port)
        _ = try await workplace.debuggee(story, side, port: port)
        try await session.wait(forText: "Stopped at settrace")
        for number in 1...4 {
          try await session.type("pp ('value', \(number))")
          try await session.press("Enter")
        }
        for number in 1...4 { try await session.wait(forText: "('value', \(number)) = ('value', \(number))") }
        // What a value holds is nothing for the terminal to obey.
        try await say(#"p '\x1b]2;stolen\x07'"#, session, #"= '\x1b]2;stolen\x07'"#)
        #expect(try await session.variable("pane_title") != "stolen")
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func aLineThatComesInPiecesIsShownWhole(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let halves = try workplace.install("halves.py")
        let port = try FreePort.pick()
        let session = try await listen(workplace, port)
        _ = try await workplace.debuggee(halves, side, port: port)
        try await session.wait(forText: "Stopped at settrace")
        try await session.type("c")
        try await session.press("Enter")
        // Half a line that nothing follows is shown as well.
        try await session.wait(forText: "a half")
        #expect(try await session.screen().contains("a line in pieces"))
      }
    }

    @Test(arguments: PythonSide.all)
    func linesOfAnyLengthAreWhole(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("long_lines.py")
        let port = try FreePort.pick()
        let session = try await workplace.run(
          [Environs.binary, "listen", "--plain", "--no-suspend", "--port", "\(port)", "--map", workplace.map],
          name: "plain")
        try await eventually(complaint: { session.report }) { session.output.contains("Waiting for process") }
        _ = try await workplace.debuggee(program, side, port: port)
        try await eventually(within: 30, complaint: { String(session.report.suffix(1000)) }) {
          session.output.contains("that was all")
        }
        let lines = session.output.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("J") })
        #expect(lines[first...].prefix(5).map(\.count) == [100_000, 100_000, 3_000_003, 9, 12])
      }
    }

    private func listen(_ workplace: Workplace, _ port: Int) async throws -> TmuxSession {
      let session = try await workplace.dialback(
        ["listen", "--plain", "--port", "\(port)", "--map", workplace.map], size: .large)
      try await session.wait(forText: "Waiting for process connection")
      return session
    }

    /// Types a line, and waits for what it brings.
    private func say(_ line: String, _ session: TmuxSession, _ answer: String) async throws {
      if !line.isEmpty { try await session.type(line) }
      try await session.press("Enter")
      try await session.wait(forText: answer)
    }
  }
}
