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
        for marker in ["first", "one", "two", "calls", "box", "several", "loop", "loop-inside", "return"] {
          let line = try scene.program.line(marker)
          #expect(lines.contains(line), "\(marker) is not in \(lines)")
        }
        let elsewhere = try scene.program.line("left-first")
        #expect(!lines.contains(elsewhere))
        #expect(lines == lines.sorted() && Set(lines).count == lines.count)
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
