import Testing

extension EndToEnd {
  /// The ways in which pydevd starts a program, as its own tests use them.
  @Suite struct StartParityTests {
    @Test(arguments: PythonSide.parity, ["module", "module:main"])
    func aModuleOrAnEntryPointOfItStops(side: PythonSide, name: String) async throws {
      try await withScene("module.py") { scene in
        try await scene.run("b module.py:1")
        try await scene.breakpoint("main")
        try await scene.launch(
          side, ["-m", "pydevd", "--client", "127.0.0.1", "--port", "\(scene.port)", "--module", "--file", name, "one"])
        try await scene.stop(at: "first")
        try await scene.run("c", until: "main", reason: "breakpoint")
        try await scene.finish()
        #expect(scene.printed.contains("the arguments are ['one']"))
      }
    }

    /// Frozen trace functions are told by the frame itself; without its compiled part pydevd leaves none or its empty one.
    @Test(arguments: PythonSide.parity)
    func aFunctionIsLeftAloneOnceItsBreakpointIsGone(side: PythonSide) async throws {
      try await withScene("ignoring.py") { scene in
        try await scene.breakpoint("first")
        try await scene.start(side, environment: ["PYDEVD_USE_CYTHON": "NO"])
        try await scene.stop(at: "first")
        try await scene.run("clear 1")
        try await scene.finish()
        #expect(scene.printed.contains("traced by None") || scene.printed.contains("traced by NO_FTRACE"))
      }
    }

    /// pydevd says what is wrong and does not start, so nothing dials in. The other family starts all the same.
    @Test func aFileThatHidesAStandardModuleIsNamed() async throws {
      try await withScene("calls.py") { scene in
        try Files.write("shadowed = True\n", to: scene.workplace.deployed + "/queue.py")
        try await scene.start(.pydevd, environment: ["PYTHONPATH": scene.workplace.deployed])
        #expect(try await scene.debuggee?.waitForEnd() != .exited(0))
        let errors = scene.debuggee?.errors ?? ""
        #expect(errors.contains("queue") && errors.contains("shadowed"))
        #expect(try scene.batch.events().allSatisfy { $0["event"]?.string != "connected" })
      }
    }

    @Test(arguments: PythonSide.parity)
    func aProgramThatImportsMuchStopsAtItsSecondLine(side: PythonSide) async throws {
      try await withScene("heavy.py") { scene in
        try await scene.breakpoint("second")
        try await scene.start(side)
        try await scene.stop(at: "second", within: 30)
        try await scene.finish()
      }
    }

    /// pydevd reports a stop without a frame there, and would stand for ever.
    @Test(arguments: PythonSide.parity)
    func aProgramThatIsNoPythonEndsWithItsError(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let path = workplace.project + "/broken.py"
        try Files.write("def f(:\n", to: path)
        let batch = try await workplace.batch(running: [path], side)
        for line in ["catch * uncaught", "set stop-on-error off", "wait stopped 5", "c", "wait ended 15"] {
          try batch.send(line)
        }
        try await batch.wait(for: "ended", within: 25)
        let output = try batch.events().compactMap { $0["event"]?.string == "output" ? $0["text"]?.string : nil }
        #expect(output.joined().contains("SyntaxError"))
      }
    }

    /// `dialback run -m`, stopped on entry.
    @Test(arguments: PythonSide.parity, ["module", "module:main"])
    func aModuleThatIsRunHereStopsAtItsFirstLine(side: PythonSide, name: String) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/module.py", as: "module.py")
        let batch = try await workplace.batch(running: ["-m", name, "one"], side)
        let stop = try await batch.wait(for: "stopped")
        #expect(stop["reason"]?.string == "entry")
        #expect(stop["file"]?.string == program.localPath)
        try batch.send("c")
        try await batch.wait(for: "ended")
        let output = try batch.events().compactMap { $0["event"]?.string == "output" ? $0["text"]?.string : nil }
        #expect(output.joined().contains("the arguments are ['one']"))
      }
    }

    /// The function of the call has no line left: a step over or out would never end there.
    @Test(arguments: PythonSide.all, [("n", "one"), ("r", "one"), ("n", "several")])
    func aStepFromASettraceThatEndsItsFunctionComesOutInTheCaller(
      side: PythonSide, way: (step: String, form: String)
    ) async throws {
      try await withScene("lastcall.py") { scene in
        try await scene.startAlone(side, [way.form])
        let stop = try await scene.stop()
        // By sys.monitoring pydevd stops in the caller itself.
        if stop["function"]?.string == "main" {
          try await scene.run("n", until: "after")
        } else {
          try await scene.run(way.step, until: "after")
        }
        try await scene.run("n", until: "next")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.all)
    func soDoesAStepFromTheNextSettrace(side: PythonSide) async throws {
      try await withScene("lastcall.py") { scene in
        try await scene.startAlone(side, ["twice"])
        for command in ["detach", nil] {
          let stop = try await scene.stop()
          #expect(["connect", "main"].contains(stop["function"]?.string))
          try await scene.run("n", until: "again")
          if let command { try await scene.run(command) }
        }
        try await scene.finish()
      }
    }
  }
}
