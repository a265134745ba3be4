import Testing

extension EndToEnd {
  /// Hits are the passes where the condition holds, as in pdb. The program itself prints which passes these are.
  @Suite struct HitCountTests {
    /// The options of a breakpoint, and which of the passes that its condition lets through it stops at.
    struct Case: CustomTestStringConvertible, Sendable {
      let options: String
      let condition: String
      let isStop: @Sendable (Int) -> Bool
      var testDescription: String { options }

      static let all = [
        Case(options: "if late(i) hit 2", condition: "late") { $0 == 2 },
        Case(options: "if odd(i) hit 3", condition: "odd") { $0 == 3 },
        Case(options: "if odd(i) hit %2", condition: "odd") { $0 % 2 == 0 },
        Case(options: ", odd(i)", condition: "odd") { $0 > 1 },
      ]
    }

    /// The passes that the program let through, by its own output.
    private func passes(_ scene: Scene, _ condition: String) -> [String] {
      scene.printed.split(separator: "\n").compactMap { line in
        line.hasPrefix(condition + ": ") ? String(line.dropFirst(condition.count + 2)) : nil
      }
    }

    @Test(arguments: PythonSide.all, Case.all)
    func aHitIsAPassWhereTheConditionHolds(side: PythonSide, example: Case) async throws {
      try await withScene("passing.py") { scene in
        let number = try await scene.breakpoint("pass", example.options)
        if example.options.hasPrefix(",") { try await scene.run("ignore \(number) 1") }
        try await scene.breakpoint("last")
        try await scene.start(side)
        var values: [String] = []
        while try await scene.stop(at: "pass", "last")["breakpoint"]?.int == number {
          values.append(try await scene.value(of: "i"))
          try await scene.run("c")
        }
        try await scene.finish()
        let due = passes(scene, example.condition).enumerated().filter { example.isStop($0.offset + 1) }
        #expect(!due.isEmpty && values == due.map(\.element))
      }
    }

    @Test(arguments: PythonSide.all)
    func aLogWithBothIsWrittenWhereBothHold(side: PythonSide) async throws {
      try await withScene("passing.py") { scene in
        try await scene.breakpoint("pass", "if late(i) hit %2 log 'logged %d' % i")
        try await scene.breakpoint("last")
        try await scene.start(side)
        try await scene.stop(at: "last")
        let logged = try scene.output().split(separator: "\n").filter { $0.hasPrefix("logged ") }.map(String.init)
        try await scene.finish()
        let due = passes(scene, "late").enumerated().filter { $0.offset % 2 == 1 }.map { "logged \($0.element)" }
        #expect(due.count == 3 && logged == due)
      }
    }

    /// The count of an `ignore` that is given at a stop begins there.
    @Test(arguments: PythonSide.parity)
    func ignoreAtAStopPassesOverTheNextOnes(side: PythonSide) async throws {
      try await withScene("passing.py") { scene in
        try await scene.breakpoint("pass", "if odd(i)")
        try await scene.breakpoint("last")
        try await scene.start(side)
        try await scene.stop(at: "pass")
        #expect(try await scene.value(of: "i") == "1")
        try await scene.run("ignore 1 2")
        try await scene.run("c", until: "pass", reason: "breakpoint")
        let stopped = try await scene.value(of: "i")
        try await scene.run("clear 1")
        try await scene.run("c", until: "last", reason: "breakpoint")
        try await scene.finish()
        #expect(stopped == passes(scene, "odd")[3])
      }
    }
  }
}
