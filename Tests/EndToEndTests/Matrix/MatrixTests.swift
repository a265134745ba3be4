import Testing

extension EndToEnd {
  /// What every release of the Python side shows, on every Python that it runs on: the cells of `Config/matrix.txt`.
  @Suite struct MatrixTests {
    @Test(arguments: PythonSide.matrix)
    func itConnectsStopsAndTellsWhatItIs(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["steps"])
        let connected = try await scene.batch.wait(for: "connected")
        #expect(connected["dialect"]?.string == (side.flavour == "pydevd" ? "pydevd" : "pydevd-pycharm"))
        #expect((connected["pid"]?.int ?? scene.debuggee.map { Int($0.processID) }) != nil)
        try await scene.stop(at: "entry-steps", reason: "entry")
        try await scene.breakpoint("third")
        try await scene.run("c", until: "third", reason: "breakpoint")
        #expect(
          try await scene.locals().filter { ["first", "second"].contains($0.key) } == ["first": "4", "second": "5"])
        let functions = try await scene.run("where").array?.map { $0["function"]?.string ?? "" }
        #expect(functions == ["steps", "<module>"])
        let python = try await scene.run("processes").array?.first?["python"]?.string ?? ""
        #expect(side.pythonVersion.map { python.hasPrefix($0 + ".") } != false, "\(python)")
        // What it sends waits for no acknowledgement.
        let homes = "('_pydevd_bundle.pydevd_constants', '_pydevd_bundle.pydevd_comm', 'pydevd')"
        let getter = "getattr(m, 'get_global_debugger', getattr(m, 'GetGlobalDebugger', lambda: None))()"
        let found = "[\(getter) for m in map(__import__('sys').modules.get, \(homes)) if m]"
        let socket = "[d for d in \(found) if getattr(d, 'writer', None)][0].writer.sock.getsockopt(6, 1) != 0"
        #expect(try await scene.value(of: socket) == "True")
        try await scene.finish()
        #expect(scene.printed.contains("steps 4 5 25") || scene.printed.contains("('steps', 4, 5, 25)"))
      }
    }

    @Test(arguments: PythonSide.matrix)
    func stepsGoIntoOverAndOut(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["steps"])
        try await scene.stop(at: "entry-steps", reason: "entry")
        try await scene.run("s", until: "square")
        try await scene.run("n", until: "square-return")
        try await scene.run("r", until: "entry-steps", "second")
        try await scene.run("until \(try scene.program.line("third"))", until: "third")
        try await scene.run("n", until: "print")
        try await scene.run("jump \(try scene.program.line("second"))", until: "second", reason: "jump")
        try await scene.run("n", until: "third")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.matrix)
    func breakpointsOfAllKindsStopWhenTheyShould(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["loop"])
        try await scene.stop(at: "entry-loop", reason: "entry")
        try await scene.breakpoint("loop", "if index == 3")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        #expect(try await scene.value(of: "index") == "3")
        try await scene.run("clear 1")
        try await scene.breakpoint("loop", "hit %4")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        #expect(try await scene.value(of: "index") == "7")
        try await scene.run("clear 2")
        try await scene.breakpoint("loop", "hit 2")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        #expect(try await scene.value(of: "index") == "9")
        try await scene.run("clear 3")
        try await scene.breakpoint("loop", "once")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        #expect(try await scene.value(of: "index") == "10")
        try await scene.breakpoint("loop", "off")
        try await scene.breakpoint("after")
        try await scene.run("c", until: "after", reason: "breakpoint")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.matrix)
    func aLogBreakpointWritesAndDoesNotStop(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["loop"])
        try await scene.stop(at: "entry-loop", reason: "entry")
        try await scene.breakpoint("loop", "log 'index is %d' % index")
        try await scene.finish()
        let output = try scene.output()
        for index in [0, 7, 19] { #expect(output.contains("index is \(index)\n"), "\(output)") }
      }
    }

    @Test(arguments: PythonSide.matrix)
    func valuesAreShownExpandedEvaluatedAndSet(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["values"])
        try await scene.stop(at: "entry-values", reason: "entry")
        try await scene.breakpoint("values")
        try await scene.run("c", until: "values", reason: "breakpoint")
        let locals = try await scene.locals()
        #expect(locals["number"] == "7" && locals["real"] == "1.5" && locals["nothing"] == "None")
        #expect(locals["text"]?.contains("Grüße, 世界") == true, "\(locals["text"] ?? "")")
        #expect(try await names("expand numbers 100:103", scene) == ["[100]", "[101]", "[102]"])
        let keys = try await names("expand table", scene).sorted()
        #expect(keys == ["['k']", "[(1, 2)]"])
        #expect(try await names("expand thing", scene) == ["inner", "size"])
        #expect(try await names("expand unique", scene) == ["{}"])
        #expect(try await scene.value(of: "thing.inner['a'][1] + len(numbers)") == "252")
        #expect(try await scene.refusal(of: "p missing").contains("NameError"))
        try await scene.run("x number = number + 1")
        #expect(try await scene.value(of: "number") == "8")
        #expect(try await scene.run("set thing.size = number * 2")["value"]?.string == "16")
        #expect(try await scene.run("set number = 5")["value"]?.string == "5")
        #expect(try await scene.run("set text = u'ä' + text")["value"]?.string == "'äGrüße, 世界'")
        // pydevd may lose what is written right before the end: it is awaited before.
        try await scene.breakpoint("printed")
        try await scene.run("c", until: "printed", reason: "breakpoint")
        try await eventually(complaint: { "16 was never printed" }, holds: { try scene.output().contains(" 16 ") })
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.matrix)
    func allOutputArrives(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["output"])
        try await scene.stop(at: "entry-output", reason: "entry")
        try await scene.finish()
        let output = try scene.output()
        #expect(output.contains("to stdout\n"))
        #expect(try scene.output("stderr").contains("to stderr\n"))
        for index in [0, 999, 1999] { #expect(output.contains("line \(index) of many\n")) }
        // pydevd cuts it after 1,000 or 10,000 characters.
        #expect(output.contains(String(repeating: "=", count: 50_000) + "\n"))
        #expect(output.contains("last: Äpfel"))
      }
    }

    private func names(_ command: String, _ scene: Scene) async throws -> [String] {
      let variables = try await scene.run(command).array ?? []
      return variables.filter { $0["group"] == nil }.map { $0["name"]?.string ?? "" }
    }
  }
}
