import Testing

extension EndToEnd {
  /// `jump`: going on from another line.
  @Suite struct JumpTests {
    @Test(arguments: PythonSide.all)
    func aJumpRunsNothingAndTheNextStepRunsTheLine(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("one")
        try await scene.start(side)
        try await scene.stop(at: "one")
        let two = try scene.program.line("two")
        try await scene.run("jump \(two)", until: "two", reason: "jump")
        #expect(try await scene.value(of: "seen") == "[]")
        try await scene.run("n", until: "calls")
        #expect(try await scene.value(of: "seen") == "['two']")
        try await scene.run("j \(scene.program.line("first"))", until: "first", reason: "jump")
        try await scene.run("clear 1")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func theLinesThatCanBeAreListed(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("one")
        try await scene.start(side)
        try await scene.stop(at: "one")
        let lines = try await scene.run("jump").array?.compactMap(\.int) ?? []
        let markers = ["first", "one", "two", "calls", "box", "several", "loop", "return"]
        #expect(lines == (try markers.map(scene.program.line)))
        // Python is the judge.
        for marker in markers {
          try await scene.run("jump \(scene.program.line(marker))", until: marker, reason: "jump")
        }
        for marker in ["loop-inside", "left-first"] {
          _ = try await scene.refusal(of: "jump \(scene.program.line(marker))")
        }
        try await scene.run("jump \(scene.program.line("first"))", until: "first", reason: "jump")
        try await scene.run("clear 1")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aRefusalIsToldInPythonsWordsAndHarmsNothing(side: PythonSide) async throws {
      try await withScene("choosing.py") { scene in
        try await scene.breakpoint("one")
        try await scene.start(side)
        try await scene.stop(at: "one")
        let inside = try await scene.refusal(of: "jump \(scene.program.line("loop-inside"))")
        #expect(inside.contains("can't jump to line") && inside.contains("loop"), "\(inside)")
        let beyond = try await scene.refusal(of: "jump \(scene.program.line("call"))")
        #expect(beyond.contains("comes after the current code block"), "\(beyond)")
        try await scene.run("up")
        #expect(try await scene.refusal(of: "jump 3").contains("only the innermost frame"))
        try await scene.run("frame 0")
        try await scene.run("n", until: "two")
        #expect(try await scene.value(of: "seen") == "['one']")
        try await scene.finish()
      }
    }
  }
}
