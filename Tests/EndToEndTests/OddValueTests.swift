import Testing

extension EndToEnd {
  /// What fails when it is looked at, and what is not ASCII.
  @Suite struct OddValueTests {
    @Test(arguments: PythonSide.all)
    func whyNothingCanBeHadFromInsideIsSaid(side: PythonSide) async throws {
      try await stopped(side) { scene in
        #expect(try await scene.refusal(of: "expand number") == "number is 7: there is nothing inside of it")
        #expect(try await scene.refusal(of: "expand number + 1") == "number + 1 is 8: there is nothing inside of it")
        #expect(try await scene.refusal(of: "expand short").contains("no length"))
        let why = try await scene.refusal(of: "expand nowhere")
        #expect(why.contains("NameError") && why.contains("'nowhere' is not defined"))
        // It has what an expression that raised has.
        let kept = try await variables("expand result", scene)
        #expect(member("result", kept)?["value"]?.string == "5")
      }
    }

    @Test(arguments: PythonSide.all)
    func anAttributeThatRaisesCostsItselfOnly(side: PythonSide) async throws {
      try await stopped(side) { scene in
        let inside = try await variables("expand slotted", scene)
        #expect(member("given", inside)?["value"]?.string == "1")
        #expect(member("missing", inside)?["error"]?.string?.hasPrefix("AttributeError: ") == true)
      }
    }

    @Test(arguments: PythonSide.all)
    func membersOfASetHaveNoNames(side: PythonSide) async throws {
      try await stopped(side) { scene in
        let members = try await variables("expand members", scene).filter { $0["group"] == nil }
        #expect(members.map { $0["name"]?.string } == ["{}", "{}", "{}", "{}"])
        #expect(Set(members.map { $0["value"]?.string }) == ["None", "1", "2.5", "'two'"])
      }
    }

    @Test(arguments: PythonSide.all)
    func elementsAreNamedByWhatTheirContainerIs(side: PythonSide) async throws {
      try await stopped(side) { scene in
        #expect(try await scene.locals()["frozen"] != nil)
        // Its type, known or not, is none that is called a set.
        for command in ["expand flags", "expand flags 0:2", "expand flags.copy()", "expand flags | {1}"] {
          #expect(try await elements(command, scene).map { $0["name"]?.string } == ["{}", "{}"], "\(command)")
        }
        let frozen = try await elements("expand frozen", scene).compactMap { $0["name"]?.string }
        #expect(frozen.sorted() == ["limit", "{}"])
        for command in ["expand row", "expand row + []", "expand row 0:2"] {
          #expect(try await elements(command, scene).map { $0["name"]?.string } == ["[0]", "[1]"], "\(command)")
        }
        #expect(try await elements("expand row 1:2", scene).map { $0["name"]?.string } == ["[1]"])
        let keys = try await elements("expand counts", scene).compactMap { $0["name"]?.string }
        #expect(keys.sorted() == ["[('a', 1)]", "[9805984]"])
        // A part of what is in a set: pydevd has no pages and gets it by an expression.
        let pair = try await elements("expand flags", scene).first { $0["type"]?.string == "tuple" }
        let path = try #require(pair?["path"]?.string)
        let inside = try await elements("expand \(path) 0:2", scene)
        #expect(inside.map { $0["value"]?.string } == ["'left'", "'right'"])
      }
    }

    private func elements(_ command: String, _ scene: Scene) async throws -> [JSON] {
      try await variables(command, scene).filter { $0["group"] == nil }
    }

    @Test(arguments: PythonSide.all)
    func textThatIsNoUnicodeIsShown(side: PythonSide) async throws {
      try await stopped(side) { scene in
        let locals = try await scene.locals()
        #expect(locals["name"] == #"'no-\udce4-utf8'"#)
        #expect(locals["text"] == "'ascii'")
        #expect(try await scene.value(of: "name + 'ü\\\\u'") == #"'no-\udce4-utf8ü\\u'"#)
        let elements = try await variables("expand names", scene).filter { $0["group"] == nil }
        #expect(elements.compactMap { $0["value"]?.string }.prefix(2) == [#"'no-\udce4-utf8'"#, "'plain'"])
      }
    }

    @Test(arguments: PythonSide.all)
    func whatIsNotASCIICanBeExecutedAndSet(side: PythonSide) async throws {
      try await stopped(side) { scene in
        try await scene.run("x number = 'ä'; fresh = 'ö'")
        #expect(try await scene.value(of: "number + fresh") == "'äö'")
        #expect(try await scene.run("set text = 'ü'")["value"]?.string == "'ü'")
        try await scene.finish()
        #expect(scene.printed.contains(#"'\xfc' False"#))
      }
    }

    private func member(_ name: String, _ variables: [JSON]) -> JSON? {
      variables.first { $0["name"]?.string == name }
    }

    private func variables(_ command: String, _ scene: Scene) async throws -> [JSON] {
      try await scene.run(command).array ?? []
    }

    private func stopped(_ side: PythonSide, _ work: (Scene) async throws -> Void) async throws {
      try await withScene("oddities.py") { scene in
        try await scene.breakpoint("odd")
        try await scene.start(side)
        try await scene.stop(at: "odd", reason: "breakpoint")
        try await work(scene)
      }
    }
  }
}
