import Testing

extension EndToEnd {
  /// Lines of templates, as pydevd's own tests see them.
  @Suite struct TemplateParityTests {
    /// A scene with a page, where the side has the engine.
    private func withPage(
      _ engine: String, _ side: PythonSide, _ body: (Scene, Program) async throws -> Void
    ) async throws {
      try await withScene("\(engine)page.py") { scene in
        let page = try scene.workplace.install("parity/\(engine)page.html", as: "\(engine)page.html")
        try await body(scene, page)
      }
    }

    /// The next stop, which has to be in the page.
    private func stop(
      _ scene: Scene, in page: Program, at marker: String, reason: String = "breakpoint",
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let stop = try await scene.stop()
      #expect(stop["file"]?.string == page.localPath, sourceLocation: sourceLocation)
      #expect(stop["line"]?.int == (try page.line(marker)), sourceLocation: sourceLocation)
      #expect(stop["reason"]?.string == reason, sourceLocation: sourceLocation)
    }

    static let hasEngines = PythonSide.libraries.allSatisfy { $0.hasModule("jinja2") && $0.hasModule("django") }

    static let both = PythonSide.libraries.flatMap { side in
      [("jinja", "jinja2", side), ("django", "django", side)]
    }

    @Test(.enabled(if: hasEngines), arguments: both)
    func aLineOfATemplateStopsAtEveryRoundWithItsVariables(
      engine: String, module: String, side: PythonSide
    ) async throws {
      try await withPage(engine, side) { scene, page in
        try await scene.run("b \(try page.place("item"))")
        try await scene.start(side)
        for name in ["apple", "pear"] {
          try await stop(scene, in: page, at: "item")
          #expect(try await scene.value(of: "name").contains(name))
          #expect(try await scene.locals()["title"]?.contains("Fruit") == true)
          try await scene.run("c")
        }
        try await stop(scene, in: page, at: "item")
        let frame = try await scene.run("w").array?.first
        #expect(frame?["file"]?.string == page.localPath)
        try await scene.run("clear")
        try await scene.finish()
        #expect(scene.printed.contains("rendered 1"))
      }
    }

    @Test(.enabled(if: hasEngines), arguments: both)
    func conditionsLogsAndTheWordForTheEngineHoldInTemplates(
      engine: String, module: String, side: PythonSide
    ) async throws {
      try await withPage(engine, side) { scene, page in
        try await scene.run("b \(try page.place("item")) if str(name) == 'pear' \(module)")
        try await scene.run("b \(try page.place("title")) log 'seen ' + str(title)")
        try await scene.start(side)
        try await stop(scene, in: page, at: "item")
        #expect(try await scene.value(of: "name").contains("pear"))
        try await scene.finish()
        let output = try scene.batch.events().compactMap { $0["event"]?.string == "output" ? $0["text"]?.string : nil }
        #expect(output.joined().split(separator: "\n").filter { $0 == "seen Fruit" }.count == 2)
      }
    }

    @Test(.enabled(if: hasEngines), arguments: both)
    func stepsGoFromLineToLineOfATemplate(engine: String, module: String, side: PythonSide) async throws {
      try await withPage(engine, side) { scene, page in
        try await scene.run("b \(try page.place("loop"))")
        try await scene.start(side)
        try await stop(scene, in: page, at: "loop")
        // Jinja2 comes back to the line of the loop at each round, where the breakpoint is; Django does not.
        let steps =
          engine == "jinja"
          ? [("item", "step"), ("loop", "breakpoint"), ("item", "step")]
          : [("item", "step"), ("item", "step"), ("form", "step")]
        for (marker, reason) in steps {
          try await scene.run(marker == "loop" ? "s" : "n")
          try await stop(scene, in: page, at: marker, reason: reason)
        }
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(.enabled(if: hasEngines), arguments: PythonSide.libraries)
    func aLineThatShowsAFormStopsWithTheForm(side: PythonSide) async throws {
      try await withPage("django", side) { scene, page in
        try await scene.run("b \(try page.place("form"))")
        try await scene.start(side)
        try await stop(scene, in: page, at: "form")
        #expect(try await scene.value(of: "form.fields['amount'].required").contains("True"))
        let form = try await scene.run("locals").array?.first { $0["name"]?.string == "form" }
        #expect(form?["type"]?.string == "Order")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    @Test(.enabled(if: hasEngines))
    func aLineWithNothingToStopAtIsToldWhenTheTemplateIsRendered() async throws {
      let side = PythonSide.libraries[0]
      try await withPage("django", side) { scene, page in
        try await scene.run("b \(try page.place("plain"))")
        try await scene.run("b djangopage.html:40")
        try await scene.start(side)
        try await stop(scene, in: page, at: "title")
        try await scene.batch.wait(for: "breakpoint") {
          $0["number"]?.int == 1 && $0["message"]?.string == "moved to line 2"
        }
        let past = try scene.batch.events().last { $0["event"]?.string == "breakpoint" && $0["number"]?.int == 2 }
        #expect(past?["state"]?.string == "unbound")
        try await scene.run("clear")
        try await scene.finish()
      }
    }

    /// A scene with one page of `parity/pages`, where pydevd and the engine meet again.
    private func withBadPage(_ program: String, _ page: String, _ body: (Scene, Program) async throws -> Void)
      async throws
    {
      try await withScene(program) { scene in
        _ = try scene.workplace.install("parity/pages/base.html", as: "base.html")
        try await body(scene, try scene.workplace.install("parity/pages/\(page)", as: page))
      }
    }

    /// pydevd-pycharm stops at a variable that an `if` of Django's asks for.
    @Test(.enabled(if: hasEngines), arguments: ["child.html", "default.html"])
    func whatTheEngineHandlesDoesNotStop(page: String) async throws {
      try await withBadPage("djangopages.py", page) { scene, _ in
        try await scene.run("catch django")
        try await scene.start(PythonSide.libraries[0], [page])
        try await scene.finish(nil)
        #expect(scene.printed.contains("rendered"))
      }
    }

    @Test(.enabled(if: hasEngines), arguments: PythonSide.libraries, ["off", "on"])
    func anAttributeThatIsNotThereStopsOnTheTemplatesLine(side: PythonSide, filter: String) async throws {
      try await withBadPage("djangopages.py", "missing.html") { scene, page in
        try await scene.run("set filter-libraries \(filter)")
        try await scene.run("catch django")
        try await scene.run("catch AssertionError raised")
        try await scene.start(side, ["missing.html"])
        let stop = try await scene.stop()
        #expect(stop["file"]?.string == page.localPath)
        #expect(stop["line"]?.int == 3)
        #expect(stop["exception"]?["type"]?.string?.hasSuffix("VariableDoesNotExist") == true)
        #expect(try await scene.locals()["title"]?.contains("Fruit") == true)
        try await scene.run("c", until: "raise", reason: "exception")
        #expect(try await scene.run("catch").array?.first?["hits"]?.int == 1)
        try await scene.finish()
      }
    }

    /// The claims of `help catch` about each side, page by page.
    @Test(
      .enabled(if: hasEngines), arguments: PythonSide.libraries,
      [
        ("{{ absent }}", true, true), ("{{ title|default:absent }}", true, true),
        ("{% with a=absent %}{{ a }}{% endwith %}", true, true),
        ("{% for a in absent %}{{ a }}{% endfor %}", false, true),
        ("{% if absent %}{{ title }}{% endif %}", false, true), (#"{% include "absent.html" %}"#, false, true),
      ])
    func eachSideStopsAtWhatItKnowsOfDjango(side: PythonSide, page: (text: String, pydevd: Bool, pycharm: Bool))
      async throws
    {
      try await withBadPage("djangopages.py", "child.html") { scene, program in
        for path in [program.localPath, program.remotePath] { try Files.write(page.text + "\n", to: path) }
        try await scene.run("catch django")
        try await scene.start(side, ["child.html"])
        if side.flavour == "pydevd" ? page.pydevd : page.pycharm {
          let stop = try await scene.stop()
          #expect(stop["file"]?.string == program.localPath && stop["line"]?.int == 1)
          try await scene.run("nocatch django")
          try await scene.finish()
        } else {
          try await scene.finish(nil)
        }
        #expect(scene.printed.contains("rendered"))
      }
    }

    /// pydevd-pycharm knows nothing of it.
    @Test(.enabled(if: hasEngines), arguments: ["off", "on"])
    func aTemplateThatCannotBeCompiledStopsOnItsBadLine(filter: String) async throws {
      try await withBadPage("djangopages.py", "invalid.html") { scene, page in
        try await scene.run("set filter-libraries \(filter)")
        try await scene.run("catch django")
        try await scene.start(PythonSide.libraries[0], ["invalid.html"])
        let stop = try await scene.stop()
        #expect(stop["file"]?.string == page.localPath)
        #expect(stop["line"]?.int == 3)
        #expect(stop["exception"]?["type"]?.string?.hasSuffix("TemplateSyntaxError") == true)
        try await scene.finish()
      }
    }

    @Test(.enabled(if: hasEngines), arguments: PythonSide.libraries, [("deeper.html", 2), ("broken.html", 3)])
    func whatIsWrongInJinja2StopsOnceOnItsLine(side: PythonSide, page: (String, Int)) async throws {
      try await withBadPage("jinjapages.py", page.0) { scene, program in
        try await scene.run("catch jinja2")
        try await scene.start(side, [page.0])
        let stop = try await scene.stop()
        #expect(stop["file"]?.string == program.localPath)
        #expect(stop["line"]?.int == page.1)
        try await scene.finish()
        #expect(scene.printed.contains("not rendered"))
      }
    }

    @Test(.enabled(if: hasEngines), arguments: PythonSide.libraries)
    func anExceptionBreakpointOfTemplatesIsTakenBack(side: PythonSide) async throws {
      try await withBadPage("djangopages.py", "missing.html") { scene, _ in
        try await scene.run("catch django")
        try await scene.run("b \(scene.program.place("render"))")
        try await scene.start(side, ["missing.html"])
        try await scene.stop(at: "render")
        try await scene.run("nocatch django")
        try await scene.finish()
      }
    }
  }
}
