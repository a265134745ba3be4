import Testing

extension EndToEnd {
  /// Variables and evaluations, as pydevd's own tests see them.
  @Suite struct ValueParityTests {
    @Test(arguments: PythonSide.parity)
    func eachStepAddsTheVariableThatItMade(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("first")
        try await scene.start(side)
        try await scene.stop(at: "first")
        #expect(try await scene.locals() == [:])
        try await scene.run("n", until: "second")
        #expect(try await scene.locals() == ["first": "10"])
        try await scene.run("n", until: "sum")
        #expect(try await scene.locals() == ["first": "10", "second": "20"])
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aConsoleAtTheStopRunsStatements(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(try await scene.value(of: "car.color") == "'black'")
        try await scene.run("x car.color = 'red'")
        #expect(try await scene.value(of: "car.color") == "'red'")
        try await scene.run("x for each in range(3): print('each is', each)")
        try await scene.finish()
        #expect(scene.printed.contains("each is 0\neach is 1\neach is 2\n"))
        #expect(scene.printed.contains("'red'"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func anEvaluationThatStartsAThreadEnds(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(try await scene.value(of: "start_thread()") == "'started'")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aFunctionIsAppliedToAValue(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(try await scene.value(of: "(lambda it: 'color=%s' % it)(car.color)") == "'color=black'")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aPrivateAttributeIsEvaluatedByTheNameThatItWasGiven(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(try await scene.value(of: "car.__serial") == "41")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func nestedValuesAreExpandedToTheBottom(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(
          try await scene.children(of: "nested").map(\.value) == ["(0, 1, 2, 3, 4, 5, 6, 7, 8)", "[(0, 1, 2, 3, 4)]"])
        #expect(try await scene.children(of: "nested[0]").map(\.value) == (0...8).map(String.init))
        #expect(try await scene.children(of: "nested[1]").map(\.value) == ["(0, 1, 2, 3, 4)"])
        #expect(try await scene.children(of: "nested[1][0]").map(\.value) == (0...4).map(String.init))
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func anObjectThatWarnsIsShownInPeace(side: PythonSide) async throws {
      try await withScene("locals.py") { scene in
        try await scene.breakpoint("change")
        try await scene.start(side)
        try await scene.stop(at: "change")
        #expect(try await scene.locals()["touchy"] != nil)
        #expect(try await scene.locals()["car"] != nil)
        try await scene.finish()
        // pydevd-pycharm lets the warnings through to the program's standard error.
        if side.flavour == "pydevd" { #expect(scene.debuggee?.errors.contains("looked at") == false) }
      }
    }

    @Test(arguments: PythonSide.parity)
    func aLocalVariableGetsAnotherValue(side: PythonSide) async throws {
      try await withScene("boxes.py") { scene in
        try await scene.breakpoint("box")
        try await scene.start(side)
        try await scene.stop(at: "box")
        try await scene.run("set number = 41")
        #expect(try await scene.locals()["number"] == "41")
        try await scene.finish()
        #expect(scene.printed.contains("boxed 5 41"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func anExtensionOfTheServersUserSaysHowATypeIsShown(side: PythonSide) async throws {
      try await withScene("boxes.py") { scene in
        let path = try scene.installExtensions()
        try await scene.breakpoint("box")
        try await scene.start(side, environment: ["PYTHONPATH": path])
        try await scene.stop(at: "box")
        #expect(try await scene.locals()["box"] == "a box of 5 by 10")
        let inside = try await scene.run("expand box").array ?? []
        #expect(inside.first { $0["name"]?.string == "area" }?["value"]?.string == "50")
        try await scene.finish()
        #expect(scene.printed.contains("the extension knows True"))
      }
    }

    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("numpy") })
    func arraysOfAnySizeTellTheirShape(side: PythonSide) async throws {
      try await withScene("arrays.py") { scene in
        try await scene.breakpoint("made")
        try await scene.start(side)
        try await scene.stop(at: "made", within: 30)
        let shown = try await scene.locals()
        #expect(shown["small"]?.contains("9.+1.j") == true)
        #expect(shown["big"]?.contains("9999") == true)
        #expect(shown["huge"]?.isEmpty == false)
        for (name, size) in [("small", "10"), ("big", "100000"), ("huge", "2000000")] {
          let inside = try await scene.run("expand \(name)").array ?? []
          let values = Dictionary(inside.map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }) { first, _ in
            first
          }
          #expect(values["size"] == size)
          #expect(values["shape"] != nil && values["dtype"] != nil)
          // pydevd-pycharm leaves the extremes out.
          if side.flavour == "pydevd" { #expect(values["min"] != nil && values["max"] != nil) }
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func whoRefersToAValueIsTold(side: PythonSide) async throws {
      try await withScene("referring.py") { scene in
        try await scene.breakpoint("end")
        try await scene.start(side)
        try await scene.stop(at: "end")
        let referrers = try await scene.run("referrers root").array ?? []
        let places = Set(referrers.map { "\($0["place"]?.string ?? "") \($0["type"]?.string ?? "")" })
        let wanted: Set = ["attribute parent Node", "item 1 list", "value at 'key' dict", "attribute held Slot"]
        #expect(places.isSuperset(of: wanted), "\(places)")
        #expect(places.subtracting(wanted).isSubset(of: ["local root of work frame"]), "\(places)")
        #expect(
          try await scene.run("referrers kept").array?.first?["place"]?.string == "global kept, alias of __main__")
        #expect(try await scene.refusal(of: "referrers missing").contains("missing"))
        try await scene.finish()
      }
    }
  }
}

extension Scene {
  /// Puts our extension of pydevd where it looks for some; gives the folder for the module path.
  fileprivate func installExtensions() throws -> String {
    let root = workplace.folder + "/extensions"
    let packages = [root + "/pydevd_plugins", root + "/pydevd_plugins/extensions"]
    for folder in [root] + packages { try Files.makeFolder(folder) }
    for folder in packages {
      try Files.write("__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n", to: folder + "/__init__.py")
    }
    let name = "pydevd_plugin_boxes.py"
    let text = try Files.read("\(Environs.root)/Tests/Fixtures/parity/plugins/\(name)")
    try Files.write(text, to: "\(packages[1])/\(name)")
    return root
  }

  /// What is inside of a value, without the rows that only tell of it (`len()`, attributes).
  fileprivate func children(of path: String) async throws -> [(name: String, value: String)] {
    let children = try await run("expand \(path)").array ?? []
    return children.compactMap { child in
      guard let name = child["name"]?.string, let value = child["value"]?.string,
        name.allSatisfy({ $0.isNumber || "[]".contains($0) })
      else { return nil }
      return (name, value)
    }
  }
}
