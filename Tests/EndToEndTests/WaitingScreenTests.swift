import Testing

extension EndToEnd {
  /// What is there before the first process: the banner, the snippet, help, and a program that isn't left by accident.
  @Suite struct WaitingScreenTests {
    @Test func theBannerNamesThePortAndTheCodeToPaste() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        try await session.wait(for: "the banner") { screen in
          screen.isWaiting && screen.contains("Starting debug server at port \(port)")
            && screen.contains("import pydevd")
            && screen.contains("pydevd.settrace('127.0.0.1', True, True, \(port))")
        }
        #expect(try FreePort.isListening(port))
      }
    }

    @Test func portZeroIsAnyFreeOneAndIsShown() async throws {
      try await withWorkplace { workplace in
        let batch = try await workplace.batch(0)
        let port = try #require(try await batch.wait(for: "listening")["port"]?.int)
        #expect(port > 0)
        #expect(try FreePort.isListening(port))
        #expect(batch.child.errors.contains("Starting debug server at port \(port)"))
      }
    }

    @Test func theSnippetIsPrintedAndNothingElse() async throws {
      try await withWorkplace { workplace in
        let outcome = try await Command(
          [Environs.binary, "snippet", "--port", "4321"], environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(0))
        #expect(outcome.output == "import pydevd\npydevd.settrace('127.0.0.1', True, True, 4321)\n")
        #expect(outcome.errors.isEmpty)
      }
    }

    @Test func interruptAndEscapeNeverQuit() async throws {
      try await withWorkplace { workplace in
        let session = try await workplace.listen(try FreePort.pick())
        try await session.press("C-c", "Escape", "C-c")
        try await Task.sleep(for: .milliseconds(500))
        #expect(session.ending == nil)
        #expect(try await session.screen().isWaiting)
        #expect(try await session.quit() == .exited(0))
      }
    }

    @Test func helpOpensAndCloses() async throws {
      try await withWorkplace { workplace in
        let session = try await workplace.listen(try FreePort.pick(), size: .large)
        let before = try await session.screen()
        for close in ["?", "q", "Escape"] {
          try await session.press("?")
          try await session.wait(forText: "Step into")
          try await session.press(close)
          try await session.wait(for: "the screen from before, after \(close)") { screen in
            screen.rows.dropFirst() == before.rows.dropFirst()
          }
        }
      }
    }

    @Test func asciiIsSevenBit() async throws {
      try await withWorkplace { workplace in
        let session = try await workplace.listen(try FreePort.pick(), ["--ascii"])
        #expect(try await session.screen().text.allSatisfy(\.isASCII))
      }
    }

    @Test func noColourMeansNone() async throws {
      try await withWorkplace { workplace in
        let session = try await workplace.listen(try FreePort.pick(), ["--no-color"])
        let colours = try await session.styledScreen().rows.joined().compactMap(\.foreground)
        #expect(colours.isEmpty)
      }
    }
  }
}
