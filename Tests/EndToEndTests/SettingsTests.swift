import Testing

extension EndToEnd {
  /// What processes are told of how they are to be debugged.
  @Suite struct SettingsTests {
    @Test(arguments: PythonSide.parity)
    func propertiesAreSteppedIntoOrPassedOver(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.run("set property-trace setter")
        try await scene.breakpoint("get")
        try await scene.breakpoint("delete")
        try await scene.start(side)
        try await scene.stop(at: "get")
        try await scene.run("s", until: "set")
        try await scene.run("s", until: "setter")
        try await scene.run("set property-trace on")
        try await scene.run("c", until: "delete", reason: "breakpoint")
        try await scene.run("s", until: "deleter")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func functionsWithTheCommentArePassedOver(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.run("set dont-trace-comments on")
        try await scene.breakpoint("comment")
        try await scene.start(side)
        try await scene.stop(at: "comment")
        try await scene.run("s", until: "entered")
        try await scene.finish()
      }
    }

    /// The caller of what was stepped into has the comment.
    @Test(arguments: PythonSide.parity)
    func aStepOutPassesACallerWithTheCommentOver(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.run("set dont-trace-comments on")
        try await scene.breakpoint("outer")
        try await scene.start(side)
        try await scene.stop(at: "outer")
        try await scene.run("s", until: "leave")
        try await scene.run("s", until: "after outer")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aConditionThatRaisesStopsOrPrintsOrIsSilent(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.breakpoint("loop", "if missing == index")
        try await scene.breakpoint("get")
        try await scene.breakpoint("end")
        try await scene.run("set condition-errors ignore")
        try await scene.start(side)
        try await scene.stop(at: "get")
        try await scene.run("set condition-errors stop")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        try await scene.run("set condition-errors print")
        try await scene.run("c", until: "end", reason: "breakpoint")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func whatAProcessPrintsIsAskedForOrHidden(side: PythonSide) async throws {
      try await withScene("settings.py") { scene in
        try await scene.run("set redirect on")
        try await scene.breakpoint("loop")
        try await scene.start(side)
        try await scene.stop(at: "loop")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        try await scene.run("set redirect off")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        try await scene.run("set redirect program")
        try await scene.finish()
        #expect(try scene.output() == "round 0\nround 2\n")
        #expect(scene.printed.contains("round 1"))
      }
    }

    @Test func assertionsThatFailInTestsStopThere() async throws {
      try await withScene("assertions.py") { scene in
        try await scene.run("set unit-tests on")
        try await scene.start(.pycharm263)
        try await scene.stop(at: "plain", reason: "exception")
        try await scene.run("c")
        let other = try await scene.stop()
        #expect(other["reason"]?.string == "exception")
        try await scene.finish()
      }
    }

    @Test func aSideWithoutAModeSaysSo() async throws {
      try await withScene("assertions.py") { scene in
        try await scene.run("set unit-tests on")
        try await scene.start(.pydevd)
        try await scene.batch.wait(for: "warning") { $0["message"]?.string?.contains("catch AssertionError") == true }
        try await scene.finish(nil)
      }
    }

    /// A class of the project is known by its file, one of a library by its name.
    @Test func valuesAreShownAsTheConfigurationHasThem() async throws {
      try await withWorkplace { workplace in
        let configuration = workplace.folder + "/config.toml"
        let text = """
          return-values = false
          [renderers]
          "orders.Order" = "'order %d' % self.number"
          "decimal.Decimal" = "'%s EUR' % self"

          """
        try Files.write(text, to: configuration)
        let scene = try await Scene("orders.py", workplace, ["--config", configuration])
        #expect(try await scene.run("set")["return-values"]?.string == "off")
        try await scene.breakpoint("made")
        try await scene.start(.pycharm263)
        try await scene.stop(at: "made")
        let locals = try await scene.locals()
        #expect(locals["order"] == "order 7")
        #expect(locals["price"] == "1.50 EUR")
        let parts = try await scene.run("expand order").array ?? []
        #expect(parts.compactMap { $0["name"]?.string } == ["lines", "number"])
        try await scene.finish()
      }
    }

    /// Each fault of the other side is told once, where it bites.
    @Test(arguments: PythonSide.parity)
    func whatIsWrongThereIsToldOnce(side: PythonSide) async throws {
      try await withScene("moduleloop.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop()
        try await scene.run("n")
        try await scene.stop()
        try await scene.run("detach hard")
        try await scene.finish(nil)
        let warnings = try scene.batch.events().compactMap {
          $0["event"]?.string == "warning" ? $0["message"]?.string : nil
        }
        let compiled = side.isCompiled ? ["RecursionError"] : []
        let words = side.flavour == "pycharm" ? compiled + ["AttributeError"] : []
        #expect(warnings.count == words.count, "\(warnings)")
        for (warning, word) in zip(warnings, words) { #expect(warning.contains(word)) }
      }
    }
  }
}
