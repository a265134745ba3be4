import Testing

extension EndToEnd {
  /// A paste never runs keys by itself.
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
  }
}
