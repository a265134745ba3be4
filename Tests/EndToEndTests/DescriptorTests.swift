import Testing

extension EndToEnd {
  /// More processes dial in than the system lets Dialback have files open.
  @Suite struct DescriptorTests {
    @Test(arguments: [4, 6, 8, 12, 20, 30])
    func tooFewToBeginWithAreASentence(limit: Int) async throws {
      try await withWorkplace { workplace in
        let outcome = try await Command(
          ["/bin/sh", "-c", "ulimit -n \(limit); exec \"$0\" listen --batch --port 0", Environs.binary],
          environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(1))
        #expect(outcome.errors.hasPrefix("dialback: only "))
        #expect(outcome.errors.contains("ulimit -n says \(limit)"))
        #expect(outcome.errors.hasSuffix("raise the limit: ulimit -n 1024\n"))
      }
    }

    @Test func whoFindsNoDescriptorLeftWaitsUntilAnotherLeaves() async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("story.py")
        let port = try FreePort.pick()
        // 48 are kept for Dialback's own files: four processes are let in.
        let session = try await workplace.terminal(
          ["/bin/sh", "-c", "ulimit -n 52; exec \"$0\" \"$@\"", Environs.binary, "listen", "--port", "\(port)"])
        try await session.wait(forText: "Waiting for process connection")
        let strangers = try (0..<4).map { _ in try Stranger(port: port, says: []) }
        try await session.wait(for: "the limit is told") { $0.text.contains("52 open files") }
        // The next one is in nobody's way, and in nobody's hands yet.
        let side = try #require(PythonSide.all.first)
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await Task.sleep(for: .milliseconds(500))
        #expect(!(try await session.screen().isStopped))
        strangers[0].leave()
        try await session.wait(for: "a stop") { $0.isStopped }
        #expect(await debuggee.ending == nil)
        strangers.dropFirst().forEach { $0.leave() }
      }
    }
  }
}
