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

    /// A step out ends in the middle of the statement: the calls that have been made are not offered, and numbers stay.
    @Test(arguments: PythonSide.all)
    func aCallThatIsOverIsNotOffered(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("calls")
        try await scene.start(side)
        try await scene.stop(at: "calls")
        try await scene.run("s", until: "left-first")
        #expect(try await scene.value(of: "number") == "1")
        try await scene.run("r", until: "calls")
        let calls = try await scene.run("into")
        #expect(names(calls) == ["left", "right"])
        #expect(calls.array?.map { $0["number"]?.int } == [2, 3])
        #expect(try await scene.refusal(of: "into 1").contains("left() has been called already"))
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
    func aCallOfAFunctionWithAnotherNameIsEntered(side: PythonSide) async throws {
      try await withScene("renamed.py") { scene in
        let cases = [
          ("object", 2, "call-first"), ("decorated", 1, "wrapper-first"), ("property", 2, "call-first"),
          ("lambda", 2, "lambda-first"),
        ]
        for (marker, _, _) in cases { try await scene.breakpoint(marker) }
        try await scene.start(side)
        for (marker, number, entered) in cases {
          try await scene.stop(at: marker)
          try await scene.run("into \(number)", until: entered)
          try await scene.run("c")
        }
        try await scene.finish(nil)
      }
    }

    @Test(arguments: PythonSide.all)
    func aCallThatAGeneratorMakesLaterIsSaidNotToBeEntered(side: PythonSide) async throws {
      try await withScene("renamed.py") { scene in
        try await scene.breakpoint("lazy")
        try await scene.start(side)
        try await scene.stop(at: "lazy")
        try await scene.run("clear 1")
        try await scene.run("into 1", until: "return")
        let warnings = try scene.batch.events().filter { $0["event"]?.string == "warning" }
        #expect(warnings.contains { $0["message"]?.string?.hasPrefix("double() was not entered") == true })
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
