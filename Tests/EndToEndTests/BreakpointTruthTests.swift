import Testing

extension EndToEnd {
  /// What breakpoints say of themselves: of an expression that raises, of a file that is not there.
  @Suite struct BreakpointTruthTests {
    /// The newest word on a breakpoint.
    private func lastWord(_ scene: Scene, _ number: Int = 1) throws -> JSON? {
      try scene.batch.events().last { $0["event"]?.string == "breakpoint" && $0["number"]?.int == number }
    }

    @Test(arguments: PythonSide.all)
    func aConditionThatRaisesStopsMarksItsBreakpointAndIsForgottenWhenItWorks(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        try await scene.breakpoint("first", "if 1 // (number - 1) < -5 or number > 2")
        try await scene.start(side)
        try await scene.stop(at: "first")
        #expect(try await scene.value(of: "number") == "1")
        let told = try await scene.batch.wait(for: "breakpoint") { $0["state"]?.string == "error" }
        #expect(told["number"]?.int == 1)
        #expect(told["message"]?.string?.contains("condition raised ZeroDivisionError") == true)
        try await scene.run("c", until: "first", reason: "breakpoint")
        #expect(try await scene.value(of: "number") == "3")
        try await scene.run("c", until: "first", reason: "breakpoint")
        #expect(try lastWord(scene)?["state"]?.string == "set")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aLogThatRaisesMarksItsBreakpointAndStopsNothing(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        try await scene.breakpoint("first", "log 'n=%d' % (60 // (number - 3))")
        try await scene.breakpoint("second", "log double if 1 // (number - 2)")
        try await scene.breakpoint("last")
        try await scene.start(side)
        try await scene.stop(at: "last")
        #expect(try lastWord(scene)?["state"]?.string == "error")
        #expect(try lastWord(scene)?["message"]?.string?.contains("log expression raised ZeroDivisionError") == true)
        #expect(try lastWord(scene, 2)?["message"]?.string?.contains("condition raised ZeroDivisionError") == true)
        let output = try scene.batch.events().compactMap { $0["event"]?.string == "output" ? $0["text"]?.string : nil }
        let written = output.joined().split(separator: "\n").map(String.init)
        #expect(written.filter { $0.hasPrefix("n=") } == ["n=-20", "n=-30", "n=-60", "n=60", "n=30"])
        #expect(written.contains("6") && !written.contains("4"))
        #expect(!written.contains { $0.contains("dialback") || $0.contains("division") })
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aConditionThatRaisesBesideAHitCountStopsAndSaysSo(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        try await scene.breakpoint("first", "if 1 // (number - 3) > 5 hit >=2")
        try await scene.breakpoint("last", "if number 1")
        try await scene.start(side)
        try await scene.stop(at: "first")
        #expect(try await scene.value(of: "number") == "3")
        let told = try await scene.batch.wait(for: "breakpoint") { $0["state"]?.string == "error" }
        #expect(told["message"]?.string?.contains("condition raised ZeroDivisionError") == true)
        try await scene.run("c", until: "last", reason: "breakpoint")
        try await scene.batch.wait(for: "breakpoint") { $0["number"]?.int == 2 && $0["state"]?.string == "error" }
        #expect(try lastWord(scene, 2)?["message"]?.string?.contains("SyntaxError") == true)
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aLineThatNoCodeIsMadeOfIsNeverHitAndSaysSo(side: PythonSide) async throws {
      try await withScene("dropped.py") { scene in
        for marker in ["global", "zero", "false"] {
          let number = try await scene.breakpoint(marker)
          let report = try await scene.batch.wait(for: "breakpoint") {
            $0["number"]?.int == number && $0["state"]?.string == "unbound"
          }
          #expect(report["message"]?.string?.hasPrefix("never hit: ") == true)
        }
        try await scene.breakpoint("count")
        try await scene.breakpoint("return")
        try await scene.start(side)
        try await scene.stop(at: "count")
        try await scene.run("c", until: "return", reason: "breakpoint")
        try await scene.finish()
        #expect(scene.printed.contains("total 3"))
      }
    }

    @Test(arguments: PythonSide.all)
    func anExpressionThatIsNoneIsRefusedWhenItIsGiven(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        #expect(try await scene.refusal(of: "b truth.py:2 if number >").contains("something is missing after >"))
        try await scene.breakpoint("first", "if number == 1")
        try await scene.start(side)
        try await scene.stop(at: "first")
        let refused = try await scene.refusal(of: "condition 1 number 1")
        #expect(refused.hasPrefix("condition `number 1`: invalid syntax"))
        #expect(try await scene.refusal(of: "catch KeyError raised log 1 2").hasPrefix("log expression `1 2`: "))
        #expect(try await scene.run("b").array?.map { $0["condition"]?.string } == ["number == 1"])
        try await scene.run("condition 1 number == 4")
        try await scene.run("c", until: "first", reason: "breakpoint")
        #expect(try await scene.value(of: "number") == "4")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aBreakpointWithinAStatementStopsAtItsFirstLine(side: PythonSide) async throws {
      try await withScene("spread.py") { scene in
        for (marker, offset) in [("closing", -4), ("string", -1)] {
          let number = try await scene.breakpoint(marker)
          let line = try scene.program.line(marker) + offset
          try await scene.batch.wait(for: "breakpoint") {
            $0["number"]?.int == number && $0["message"]?.string == "moved to line \(line)"
          }
        }
        for marker in ["docstring", "else"] {
          let number = try await scene.breakpoint(marker)
          try await scene.batch.wait(for: "breakpoint") {
            $0["number"]?.int == number && $0["state"]?.string == "unbound"
          }
        }
        try await scene.start(side)
        for (number, offset) in [(1, -4), (2, -1)] {
          let stop = try await scene.stop()
          let line = try scene.program.line(number == 1 ? "closing" : "string")
          #expect(stop["line"]?.int == line + offset && stop["breakpoint"]?.int == number)
          try await scene.run("c")
        }
        #expect(try lastWord(scene)?["state"]?.string == "moved")
        try await scene.finish(nil)
      }
    }

    @Test(arguments: PythonSide.all)
    func aFileThatIsNotThereIsToldOnItsBreakpoint(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        try await scene.breakpoint("first")
        let missing = try await scene.run("b nowhere/lost.py:3")["number"]?.int ?? 0
        try await scene.start(side)
        try await scene.stop(at: "first")
        let told = try await scene.batch.wait(for: "breakpoint") {
          $0["number"]?.int == missing && $0["state"]?.string == "unbound"
        }
        #expect(told["message"]?.string?.hasPrefix("exists neither here nor there") == true)
        let later = try await scene.run("b nowhere/later.py:1")["number"]?.int ?? 0
        try await scene.batch.wait(for: "breakpoint") {
          $0["number"]?.int == later && $0["state"]?.string == "unbound"
        }
        #expect(try lastWord(scene)?["state"]?.string == "set")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aFunctionIsFoundInTheProjectByItsName(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        let first = try await scene.run("b truth.work if number == 2")
        #expect(first["state"]?.string == "pending" && first["line"] == .null)
        let told = try await scene.batch.wait(for: "breakpoint") { $0["line"]?.int != nil }
        #expect(told["line"]?.int == (try scene.program.line("first")))
        let lost = try await scene.run("b nowhere_to_be_found")["number"]?.int ?? 0
        try await scene.start(side)
        try await scene.stop(at: "first")
        #expect(try await scene.value(of: "number") == "2")
        let all = try await scene.run("b").array?.first { $0["number"]?.int == lost }
        #expect(all?["message"]?.string == "no function nowhere_to_be_found in the files that are known")
        try await scene.run("clear work")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aLogAndAStopShareALineAndEachGoesItsWay(side: PythonSide) async throws {
      try await withScene("truth.py") { scene in
        try await scene.breakpoint("first", "log 'n=%d' % number")
        let stop = try await scene.breakpoint("first", "if number > 1 hit %2")
        try await scene.start(side)
        for number in ["3", "5"] {
          let told = try await scene.stop(at: "first")
          #expect(told["breakpoint"]?.int == stop)
          #expect(try await scene.value(of: "number") == number)
          if number == "3" {
            try await scene.run("clear 1")
            try await scene.run("c")
          }
        }
        try await scene.run("clear")
        try await scene.finish()
        let output = try scene.batch.events().compactMap { $0["event"]?.string == "output" ? $0["text"]?.string : nil }
        let written = output.joined().split(separator: "\n").map(String.init)
        #expect(written.filter { $0.hasPrefix("n=") } == ["n=0", "n=1", "n=2", "n=3"])
      }
    }
  }
}
