import Testing

extension EndToEnd {
  /// `into`: steps into one call of several.
  @Suite struct SmartStepTests {
    private func names(_ calls: JSON) -> [String] { calls.array?.compactMap { $0["name"]?.string } ?? [] }

    @Test(arguments: PythonSide.all)
    func theCallsOfALineAreListedAndOneIsEntered(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("calls")
        try await scene.start(side)
        try await scene.stop(at: "calls")
        #expect(try await names(scene.run("into")) == ["left", "left", "right"])
        #expect(try await scene.refusal(of: "into 4").contains("no call 4"))
        try await scene.run("into 3", until: "right-first")
        #expect(try await scene.value(of: "number") == "3")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func theSecondCallOfAFunctionIsEntered(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("calls")
        try await scene.start(side)
        try await scene.stop(at: "calls")
        try await scene.run("into 2", until: "left-first")
        #expect(try await scene.value(of: "number") == "2")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aClassIsEnteredAtItsInit(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("box")
        try await scene.start(side)
        try await scene.stop(at: "box")
        #expect(try await names(scene.run("into")) == ["left", "Box"])
        try await scene.run("into 2", until: "box-first")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aCallInsideOfAGeneratorExpressionIsEntered(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("several")
        try await scene.start(side)
        try await scene.stop(at: "several")
        #expect(try await names(scene.run("into")) == ["right"])
        // It would be hit in the expression's own frame, before the call.
        try await scene.run("clear 1")
        try await scene.run("into 1", until: "right-first")
        #expect(try await scene.value(of: "number") == "0")
        try await scene.finish()
      }
    }
  }
}
