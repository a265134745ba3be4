import Testing

extension EndToEnd {
  /// A paste never runs keys by itself, and keys are never taken for one.
  @Suite struct PasteTests {
    /// A program that is stopped at its first line.
    private func withStory(
      _ body: @Sendable (TmuxSession, Program, ChildProcess) async throws -> Void
    ) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await body(session, story, debuggee)
      }
    }

    @Test func keysThatComeAtOnceAreKeys() async throws {
      try await withStory { session, story, _ in
        let digits = String(try story.line("after")).map(String.init)
        try await session.tmux(["send-keys", "-t", "main", "L"] + digits + ["Enter", "b", "c"])
        try await session.wait(untilStoppedAt: try story.place("after"))
      }
    }

    @Test func keysThatComeAtOnceInAFieldAreKeys() async throws {
      try await withStory { session, story, _ in
        try await session.press("L")
        try await session.wait(forText: "go to line:")
        try await session.send("\(try story.line("after"))\rb\rc")
        try await session.wait(untilStoppedAt: try story.place("after"))
      }
    }

    @Test(arguments: [TerminalSize.small, .usual])
    func aBracketedPasteIsShownAndDoesNotStep(size: TerminalSize) async throws {
      try await withStory { session, story, debuggee in
        try await session.resize(to: size)
        try await session.tmux(["set-buffer", "n\nn\nc\nq\n"])
        try await session.tmux(["paste-buffer", "-p", "-t", "main"])
        let screen = try await session.wait(forText: "Pasted: 4 lines")
        for row in ["n⏎", "c⏎", "q⏎"] { #expect(screen.contains(row)) }
        #expect(screen.contains("r run as keys Esc drop"))
        try await session.press("Escape")
        try await session.wait(for: "no paste") { !$0.contains("Pasted") }
        try await session.wait(untilStoppedAt: try story.place("entry"))
        #expect(await debuggee.ending == nil)
      }
    }

    @Test func aPasteThatHoldsAClosingBracketDoesNothing() async throws {
      try await withStory { session, story, debuggee in
        try await session.tmux(["set-buffer", "x = 1\n\u{1B}[201~\n\u{1B}n\nc\n"])
        try await session.tmux(["paste-buffer", "-p", "-t", "main"])
        try await session.wait(forText: "Pasted: 4 lines")
        try await session.press("Escape")
        try await session.wait(for: "no paste") { !$0.contains("Pasted") }
        try await session.wait(untilStoppedAt: try story.place("entry"))
        #expect(await debuggee.ending == nil)
      }
    }

    @Test func aPasteIsRunAsKeys() async throws {
      try await withStory { session, story, _ in
        try await session.tmux(["set-buffer", "L\(try story.line("after"))\nbc"])
        try await session.tmux(["paste-buffer", "-p", "-t", "main"])
        try await session.wait(forText: "Pasted: 2 lines")
        try await session.press("r")
        try await session.wait(untilStoppedAt: try story.place("after"))
      }
    }

    @Test func aPasteIsEvaluated() async throws {
      try await withStory { session, story, _ in
        try await session.tmux(["set-buffer", "    for pasted in [1]:\n        pasted += 5\n"])
        try await session.tmux(["paste-buffer", "-p", "-t", "main"])
        try await session.wait(forText: "Pasted: 2 lines")
        try await session.press("Enter")
        try await session.wait(for: "its variable") { $0.rows.contains { $0.contains("pasted") && $0.contains("= 6") } }
        try await session.wait(untilStoppedAt: try story.place("entry"))
      }
    }

    /// A program on a terminal of its own (`terminal.py`), and what it left of the input.
    private func terminal(_ delay: String, _ keys: String, until text: String = "", _ workplace: Workplace, _ port: Int)
      async throws -> String
    {
      let script = "\(Environs.root)/Tests/Fixtures/terminal.py"
      let outcome = try await Command(
        ["python3", script, delay, keys, text, Environs.binary, "listen", "--port", "\(port)"],
        environment: workplace.environment.merging(["TERM": "xterm-256color"]) { $1 }
      ).run()
      return outcome.output + outcome.errors
    }

    @Test func noAnswerOfTheTerminalIsLeftForTheShell() async throws {
      try await withWorkplace { workplace in
        let report = try await terminal("0.4", "q", workplace, try FreePort.pick())
        #expect(report == "status 0, left b''\n")
      }
    }

    @Test func noAnswerIsLeftWhereTheStartFails() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let report = try await terminal("0.4", "", workplace, port)
        #expect(report == "status 1, left b''\n")
        #expect(try await session.quit() == .exited(0))
      }
    }

    @Test(arguments: ["L4\rb", "q\r\u{C}q"])
    func aTerminalThatNeverAnswersHasItsBurstsShown(keys: String) async throws {
      try await withWorkplace { workplace in
        let report = try await terminal("never", keys, until: "Pasted: 2 lines", workplace, try FreePort.pick())
        #expect(report == "status 143, left b''\n")
      }
    }
  }
}
