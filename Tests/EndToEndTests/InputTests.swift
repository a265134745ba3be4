import Testing

extension EndToEnd {
  /// Programs that read from their standard input.
  @Suite struct InputTests {
    @Test(arguments: PythonSide.all)
    func aProgramThatWasStartedHereIsGivenLines(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("asking.py")
        let batch = try await workplace.batch(running: program, side)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("c")
        let warning = try await batch.wait(for: "warning") {
          $0["message"]?.string?.contains("waits for input") == true
        }
        #expect(warning["message"]?.string?.contains("`input TEXT`") == true)
        try batch.send("input Zoë with blanks")
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("hello Zoë with blanks.") == true }
        try batch.send("input 12345")
        try batch.send("eof")
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("the rest has 6 characters") == true }
        try await batch.wait(for: "ended")
        try batch.send("q")
        batch.finishInput()
      }
    }

    @Test func aProgramElsewhereReadsFromItsOwnTerminal() async throws {
      try await withWorkplace { workplace in
        let batch = try await workplace.batch(FreePort.pick())
        try batch.send("input x")
        let result = try await batch.wait(for: "result")
        #expect(result["error"]?.string?.contains("the terminal that it was started in") == true)
        try batch.send("q")
        batch.finishInput()
      }
    }
  }
}
