import Testing

extension EndToEnd {
  /// Steps, as pydevd's own tests see them.
  @Suite struct SteppingParityTests {
    @Test(arguments: PythonSide.parity, [true, false])
    func aStepOutEndsInTheCallerAndAStepIntoEntersTheNextCall(side: PythonSide, isRemoved: Bool) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("inner-first")
        try await scene.start(side)
        try await scene.stop(at: "inner-first")
        if isRemoved { try await scene.run("clear 1") }
        try await scene.run("r", until: "outer-first")
        try await scene.run("n", until: "outer-second")
        try await scene.run("s", until: "other-first")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aStepOutOfAMethodEndsOnTheCallersLine(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("add-first")
        try await scene.start(side)
        #expect(try await scene.stop(at: "add-first")["function"]?.string == "add")
        try await scene.run("r", until: "main-add")
        try await scene.run("n", until: "main-outer")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func stepsOverGoLineByLineAndComeOutInTheCaller(side: PythonSide) async throws {
      try await withScene("calls.py") { scene in
        try await scene.breakpoint("inner-first")
        try await scene.start(side)
        #expect(try await scene.stop(at: "inner-first")["function"]?.string == "inner")
        try await scene.run("n", until: "inner-return")
        // Where Python reports the return to the caller's line, the step ends on it; else on the next one.
        let out = try await scene.run("n", until: "outer-first", "outer-second")
        #expect(out["function"]?.string == "outer")
        if out["line"]?.int == (try scene.program.line("outer-first")) {
          try await scene.run("n", until: "outer-second")
        }
        try await scene.run("n", until: "outer-return")
        let module = try await scene.run("n", until: "main-outer", "main-total")
        #expect(module["function"]?.string == "<module>")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aStepOverShowsWhatWasReturnedByItself(side: PythonSide) async throws {
      try await withScene("returned.py") { scene in
        try await scene.breakpoint("rows")
        try await scene.start(side)
        try await scene.stop(at: "rows")
        // The name of a variable, too, and several calls on one line; then `None`; then nothing.
        let steps: [(String, [String: String], String)] = [
          ("note", ["rows": "[1, 2, 3]", "Box.open": "{'k': [1, 2]}"], "[5]"), ("plain", [:], "[5]"),
          ("text", [:], "[6]"), ("end", ["name": "'Ada'"], "[6]"),
        ]
        for (marker, values, rows) in steps {
          try await scene.run("n", until: marker)
          let all = try await scene.run("locals").array ?? []
          let returned = all.filter { $0["group"]?.string == "returned" }
          let found = returned.map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }
          #expect(Dictionary(found) { $1 } == values, "at \(marker)")
          #expect(found.count == values.count, "at \(marker): \(found)")
          #expect(try await scene.locals()["rows"] == rows, "at \(marker)")
          for one in returned where one["expandable"]?.bool == true {
            let path = try #require(one["path"]?.string)
            let parts = try await scene.run("expand \(path)").array ?? []
            let plain = parts.filter { $0["group"] == nil }.map { $0["value"]?.string ?? "" }
            #expect(plain == (one["name"]?.string == "rows" ? ["1", "2", "3"] : ["[1, 2]"]))
          }
        }
        let parts = try await scene.run("expand rows").array ?? []
        #expect(parts.filter { $0["group"] == nil }.map { $0["value"]?.string } == ["6"])
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func stepsIntoAnImportAreOneStopEach(side: PythonSide) async throws {
      try await withScene("importing.py") { scene in
        let imported = try scene.workplace.install("parity/imported.py", as: "imported.py")
        try await scene.breakpoint("import")
        try await scene.start(side)
        try await scene.stop(at: "import")
        for _ in 1...3 {
          try await scene.run("s")
          let stop = try await scene.stop()
          #expect(stop["reason"]?.string == "step")
          guard stop["file"]?.string != imported.localPath else { break }
        }
        try await scene.run("r")
        try await scene.stop()
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func aStepIntoAPrintEndsInNothingButTheProgramsOwnStream(side: PythonSide) async throws {
      try await withScene("printing.py") { scene in
        try await scene.run("set redirect on")
        try await scene.breakpoint("first")
        try await scene.start(side)
        try await scene.stop(at: "first")
        for marker in ["print", "error", "own", "own-print", "own-write"] { try await scene.run("s", until: marker) }
        try await scene.finish()
        #expect(try scene.output() == "first is 1 and more %\n")
        #expect(try scene.output("stderr").contains("an error\n"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aNamedTupleIsNotSteppedInto(side: PythonSide) async throws {
      try await withScene("tuples.py") { scene in
        try await scene.breakpoint("first")
        try await scene.start(side)
        try await scene.stop(at: "first")
        // On pydevd-pycharm only the step through the user's own code passes the generated code over.
        let step = side.flavour == "pydevd" ? "s" : "mystep"
        for marker in ["make", "second", "print"] { try await scene.run(step, until: marker) }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func onlyTheBranchesThatAreTakenAreSteppedThrough(side: PythonSide) async throws {
      try await withScene("branches.py") { scene in
        try await scene.breakpoint("count")
        try await scene.start(side)
        try await scene.stop(at: "count")
        for marker in ["first-if", "first-else", "second-if", "second-else", "print"] {
          try await scene.run("n", until: marker)
        }
        try await scene.finish()
        #expect(scene.printed.contains("word none 0"))
      }
    }
  }
}
