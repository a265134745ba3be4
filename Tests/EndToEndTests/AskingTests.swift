import Testing

extension EndToEnd {
  /// Completion, documentation, `await` and values that take long.
  @Suite struct AskingTests {
    private func names(_ list: JSON) -> [String] { list.array?.compactMap { $0["name"]?.string } ?? [] }

    private func withStop(_ side: PythonSide, _ body: (Scene) async throws -> Void) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("two")
        try await scene.start(side)
        try await scene.stop(at: "two")
        try await body(scene)
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func namesAndMembersAreCompleted(side: PythonSide) async throws {
      try await withStop(side) { scene in
        #expect(try await names(scene.run("complete se")).contains("seen"))
        let members = try await scene.run("complete 1 + seen.app")
        #expect(names(members) == ["append"])
        #expect(members.array?.first?["kind"]?.string?.isEmpty == false)
        #expect(try await names(scene.run("complete nothing_of_this")).isEmpty)
        #expect(try await names(scene.run("complete nothing.of.this")).isEmpty)
      }
    }

    @Test(arguments: PythonSide.all)
    func signatureAndDocstringAreShown(side: PythonSide) async throws {
      try await withStop(side) { scene in
        #expect(try await scene.run("doc right").string == "function right(number)\n\nDoubles a number.")
        #expect(try await scene.run("doc Box").string == "class Box(size)\n\nA box with a size.")
        #expect(try await scene.run("doc seen").string?.contains("list") == true)
        #expect(try await scene.refusal(of: "doc nothing").contains("nothing"))
        let names = try await scene.locals().keys
        #expect(names.sorted() == ["seen"], "the questions have left something behind")
      }
    }

    @Test(arguments: PythonSide.all)
    func anAwaitedCoroutineGivesItsValue(side: PythonSide) async throws {
      try await withStop(side) { scene in
        let value = try await scene.value(of: "await soon(2)")
        #expect(value == "42")
        #expect(try await scene.refusal(of: "p await soon('x')").contains("TypeError"))
        #expect(try await scene.value(of: "1 + 1") == "2")
      }
    }

    @Test(arguments: PythonSide.all)
    func aValueThatTakesTooLongIsGivenUpAndTheNextOneComes(side: PythonSide) async throws {
      try await withStop(side) { scene in
        try await scene.run("set timeout 0.3")
        let long = "p [0 for _ in range(60000000) if 0]"
        let words = try await scene.refusal(of: long)
        #expect(words.contains("no value after") || words.contains("KeyboardInterrupt"), "\(words)")
        try await scene.run("set timeout 30")
        #expect(try await scene.value(of: "1 + 1") == "2")
      }
    }
  }
}
