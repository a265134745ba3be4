import Testing

extension EndToEnd {
  /// A paste never runs keys.
  @Suite struct PasteTests {
    @Test func aBracketedPasteDoesNotStep() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.tmux(["set-buffer", "n\nn\nc\nq\n"])
        try await session.tmux(["paste-buffer", "-p", "-t", "main"])
        try await Task.sleep(for: .seconds(1))
        try await session.press("Escape")
        try await session.wait(untilStoppedAt: try story.place("entry"))
        #expect(await debuggee.ending == nil)
      }
    }
  }
}
