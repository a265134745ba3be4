import Testing

extension EndToEnd {
  /// Breakpoints, as pydevd's own tests see them.
  @Suite struct BreakpointParityTests {
    @Test(arguments: PythonSide.parity)
    func aBreakpointSetAtAStopIsHitLater(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("inner-first")
        try await scene.start(side)
        try await scene.stop(at: "inner-first")
        #expect(try await scene.value(of: "number") == "4")
        try await scene.breakpoint("main-total")
        try await scene.run("c", until: "main-total", reason: "breakpoint")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aRemovedBreakpointIsHitNoMoreAndTwiceIsNoHarm(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("raise")
        try await scene.start(side)
        try await scene.stop(at: "raise")
        try await scene.run("clear 1")
        #expect(try await scene.refusal(of: "clear 1").contains("1"))
        try await scene.finish()
        #expect(scene.printed.contains("there are 8"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aBreakpointOnTheWayComesBeforeTheEndOfAStepOut(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("outer-first")
        try await scene.breakpoint("inner-first")
        try await scene.breakpoint("other-first")
        try await scene.start(side)
        try await scene.stop(at: "outer-first")
        try await scene.run("r", until: "inner-first", reason: "breakpoint")
        try await scene.run("c", until: "other-first", reason: "breakpoint")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aLineThatRaisesStopsEveryTime(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("raise")
        try await scene.start(side)
        try await scene.stop(at: "raise")
        try await scene.run("c", until: "raise", reason: "breakpoint")
        #expect(try await scene.value(of: "each") == "1")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aLambdaStopsWhenItIsMadeAndAtEachCall(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("lambda")
        try await scene.start(side)
        #expect(try await scene.stop(at: "lambda")["function"]?.string == "<module>")
        for number in ["1", "2"] {
          let stop = try await scene.run("c", until: "lambda", reason: "breakpoint")
          #expect(stop["function"]?.string == "<lambda>")
          #expect(try await scene.value(of: "number") == number)
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aFunctionOfOneLineStopsWhenItIsMadeAndAtEachCall(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("def")
        try await scene.start(side)
        #expect(try await scene.stop(at: "def")["function"]?.string == "<module>")
        // pydevd-pycharm takes the call and the line for two hits.
        for value in side.flavour == "pydevd" ? ["5", "6"] : ["5", "5", "6", "6"] {
          let stop = try await scene.run("c", until: "def", reason: "breakpoint")
          #expect(stop["function"]?.string == "same")
          #expect(try await scene.value(of: "value") == value)
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func theInsideOfALambdaStopsAtEachCall(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("lambda-inside")
        try await scene.start(side)
        try await scene.stop(at: "lambda-inside")
        #expect(try await scene.value(of: "number") == "3")
        try await scene.run("c", until: "lambda-inside", reason: "breakpoint")
        #expect(try await scene.value(of: "number") == "4")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aGeneratorStops(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.breakpoint("generator")
        try await scene.start(side)
        #expect(try await scene.stop(at: "generator")["function"]?.string == "numbers")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func theFirstLineOfTheProgramStops(side: PythonSide) async throws {
      try await withScene("oneliners.py") { scene in
        try await scene.run("b oneliners.py:1")
        try await scene.start(side)
        try await scene.stop(at: "lambda")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func linesOfTheModuleAndOfAFunctionStopEachOnce(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        for marker in ["main-first", "main-total", "inner-first", "inner-return"] {
          try await scene.breakpoint(marker)
        }
        try await scene.start(side)
        try await scene.stop(at: "main-first")
        try await scene.run("c", until: "inner-first", reason: "breakpoint")
        try await scene.run("c", until: "inner-return", reason: "breakpoint")
        try await scene.run("c", until: "main-total", reason: "breakpoint")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aCallOfSuperStopsAndWorks(side: PythonSide) async throws {
      try await withScene("constructs.py") { scene in
        try await scene.breakpoint("super")
        try await scene.start(side)
        try await scene.stop(at: "super")
        try await scene.finish()
        #expect(scene.printed.contains("the double is 20"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aWhileLineStopsAtEveryTest(side: PythonSide) async throws {
      try await withScene("constructs.py") { scene in
        try await scene.breakpoint("while")
        try await scene.start(side)
        try await scene.stop(at: "while")
        for _ in 1...2 {
          try await scene.run("n", until: "while-body")
          // pydevd-pycharm calls it a step where a step comes to a breakpoint.
          let reason = side.flavour == "pydevd" ? "breakpoint" : "step"
          try await scene.run("n", until: "while", reason: reason)
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aForLineStopsAtEveryRoundAndAtTheEnd(side: PythonSide) async throws {
      try await withScene("constructs.py") { scene in
        try await scene.breakpoint("for")
        try await scene.start(side)
        try await scene.stop(at: "for")
        for _ in 1...2 { try await scene.run("c", until: "for", reason: "breakpoint") }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func everyConstructStopsOnItsLine(side: PythonSide) async throws {
      try await withScene("constructs.py") { scene in
        let order = [
          "try", "except", "except-body", "finally", "try-body", "finally-line", "finally-passing", "with", "else",
          "dict",
        ]
        for marker in order { try await scene.breakpoint(marker) }
        try await scene.start(side)
        try await scene.stop(at: "try")
        for marker in order.dropFirst() {
          try await scene.run("c", until: marker, reason: "breakpoint")
          // Python comes back to a `with` line when its block is left.
          if marker == "with" { try await scene.run("c", until: marker, reason: "breakpoint") }
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func theVariablesOfAStopAreReadAgainAfterAStep(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("outer-first")
        try await scene.start(side)
        try await scene.stop(at: "outer-first")
        #expect(try await scene.locals() == ["number": "4"])
        try await scene.run("n", until: "outer-second")
        let after = try await scene.locals()
        #expect(after["number"] == "4")
        #expect(after["first"] == "8")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aConditionThatRaisesStopsIsToldAndWorksLater(side: PythonSide) async throws {
      try await withScene("condition.py") { scene in
        try await scene.breakpoint("early", "if i > 5")
        try await scene.breakpoint("late", "if i > 5")
        try await scene.start(side)
        for _ in 1...3 {
          try await scene.stop(at: "early")
          try await scene.run("c")
        }
        try await scene.stop(at: "late")
        #expect(try await scene.value(of: "i") == "6")
        let told = try scene.batch.events().contains { event in
          [event["message"]?.string, event["text"]?.string].contains { $0?.contains("NameError") == true }
        }
        #expect(told)
        try await scene.run("clear")
        try await scene.finish()
      }
    }
  }
}
