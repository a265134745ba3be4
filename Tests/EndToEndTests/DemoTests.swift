import Testing

extension EndToEnd {
  /// `dialback demo`: a stop with everything on the screen, at every size.
  @Suite struct DemoTests {
    @Test(arguments: [TerminalSize.small, .usual, .large])
    func theDemoStopsAtABreakpointWithAllPanesFilled(size: TerminalSize) async throws {
      try await withWorkplace { workplace in
        let session = try await demo(workplace, size: size)
        let screen = try await session.wait(for: "a stop of the demo", within: 20) { screen in
          screen.isStopped && screen.status.contains("sample.py:") && screen.contains("►")
            && ["Variables", "Stack", "Console"].allSatisfy(screen.contains) && screen.contains("order")
            && screen.contains("over")
        }
        #expect(screen.rows.allSatisfy { $0.count <= size.columns })
        #expect(try await session.quit() == .exited(0))
      }
    }

    @Test func everySizeIsDrawnAsIfItHadBeenTheFirst() async throws {
      try await withWorkplace { workplace in
        let session = try await demo(workplace, size: .small)
        try await session.wait(for: "a stop of the demo", within: 20) { $0.isStopped && $0.contains("►") }
        let first = try await settled(session)
        for (columns, rows) in [(30, 8), (200, 60), (1, 1), (120, 40), (80, 24)] {
          try await session.resize(to: TerminalSize(columns: columns, rows: rows))
          try await Task.sleep(for: .milliseconds(80))
        }
        try await session.wait(for: "the same screen again, which was:\n\(first.text)\n") { screen in
          screen.rows.dropFirst() == first.rows.dropFirst()
        }
      }
    }

    private func demo(_ workplace: Workplace, size: TerminalSize) async throws -> TmuxSession {
      try await workplace.dialback(
        ["demo", "--python", PythonSide.pydevd.python, "--log", workplace.logPath], size: size)
    }

    /// The screen once two looks at it, a moment apart, are the same and nothing is waited for.
    private func settled(_ session: TmuxSession) async throws -> Screen {
      var last = try await session.screen()
      return try await eventually(every: .milliseconds(300), complaint: { "the screen does not settle" }) {
        let now = try await session.screen()
        defer { last = now }
        return now.text == last.text && !now.contains("loading") ? now : nil
      }
    }
  }
}
