import Testing

extension EndToEnd {
  /// Sources, input and output, as pydevd's own tests see them.
  @Suite struct SourceParityTests {
    @Test(arguments: PythonSide.parity)
    func everythingThatIsWrittenArrivesInOrder(side: PythonSide) async throws {
      try await withScene("writing.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.finish()
        let expected = [
          "text", "Grüße, 世界", "bytes", "größer", "gr\u{fffd}\u{fffd}er", String(repeating: "\u{fffd}", count: 5),
          "the last of it", "",
        ]
        for category in ["stdout", "stderr"] {
          let texts = try scene.batch.events().filter { $0["category"]?.string == category }
          let lines = texts.compactMap { $0["text"]?.string }.joined().split(
            separator: "\n", omittingEmptySubsequences: false)
          #expect(lines.map(String.init) == expected)
        }
      }
    }

    @Test(arguments: PythonSide.parity)
    func aChangedModuleIsReloadedAtAStop(side: PythonSide) async throws {
      try await withScene("reloading.py") { scene in
        let module = scene.workplace.deployed + "/changing.py"
        try Files.write("def answer():\n    return 1\n", to: module)
        try await scene.breakpoint("changed")
        try await scene.start(side)
        try await scene.stop(at: "changed")
        try Files.write("def answer():\n    return 1 + 1\n", to: module)
        try await scene.run("reload changing")
        #expect(try await scene.refusal(of: "reload nosuchmodule").contains("nosuchmodule"))
        try await scene.finish()
        #expect(scene.printed.contains("before 1 and after 2"))
      }
    }
  }
}
