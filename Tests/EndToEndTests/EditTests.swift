import Testing

extension EndToEnd {
  /// A module is edited while its program stands elsewhere. The program prints on which line of its text it runs, and what it
  /// computes.
  @Suite struct EditTests {
    /// A stop before or behind the import of the module, which has a breakpoint.
    private func withEdits(
      _ side: PythonSide, at marker: String, _ body: (Scene, Program) async throws -> Void
    ) async throws {
      try await withScene("edits.py") { scene in
        let module = try scene.workplace.install("edits/edited_module.py", as: "edited_module.py")
        try await scene.breakpoint(marker)
        try await scene.run("b \(try module.place("double"))")
        try await scene.start(side)
        try await scene.stop(at: marker)
        try await body(scene, module)
      }
    }

    private func edit(_ module: Program) throws {
      for path in [module.localPath, module.remotePath] {
        let text = try Files.read(path).split(separator: "doubled + 1").joined(separator: "doubled + 100")
        try Files.write("# one\n# two\n# three\n" + text, to: path)
      }
    }

    /// The lines that the stops and the frames have, here and there.
    private func lines(_ value: JSON) -> [Int?] {
      [value["line"]?.int, value["remote_line"]?.int ?? value["line"]?.int]
    }

    @Test(arguments: PythonSide.parity)
    func anEditBeforeTheImportMovesTheBreakpointInTheProcess(side: PythonSide) async throws {
      try await withEdits(side, at: "before") { scene, module in
        let old = try module.line("double")
        try edit(module)
        try await scene.run("c")
        let stop = try await scene.stop()
        #expect(lines(stop) == [old + 3, old + 3] && stop["breakpoint"]?.int == 2)
        #expect(try await scene.value(of: "number") == "0")
        try await scene.run("clear 2")
        try await scene.finish()
        #expect(scene.printed.contains("line \(old + 5) more 100\n"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func anEditBehindTheImportMovesNothingInTheProcess(side: PythonSide) async throws {
      try await withEdits(side, at: "between") { scene, module in
        let old = try module.line("double")
        try edit(module)
        try await scene.run("c")
        let stop = try await scene.stop()
        #expect(lines(stop) == [old + 3, old] && stop["breakpoint"]?.int == 2)
        #expect(try await scene.value(of: "number") == "0")
        try await scene.run("clear 2")
        try await scene.finish()
        #expect(scene.printed.contains("line \(old + 2) more 1\n"))
      }
    }

    /// Calls that began before run the code that they began with.
    @Test(arguments: PythonSide.parity, [false, true])
    func breakpointsFollowAReload(side: PythonSide, isInside: Bool) async throws {
      try await withEdits(side, at: "between") { scene, module in
        let old = try module.line("double")
        try await scene.run("c")
        #expect(lines(try await scene.stop()) == [old, old])
        if !isInside {
          try await scene.run("return")
          try await scene.stop()
        }
        try edit(module)
        #expect(try await scene.run("reload edited_module").string == "Updated function code: <function step>")
        let frame = try #require(try await scene.run("where").array?.first)
        if isInside { #expect(lines(frame) == [old + 3, old]) }
        try await scene.run("c")
        var stop = try await scene.stop()
        // pydevd has it on a line of the old code, too.
        if stop["line"]?.int != stop["remote_line"]?.int ?? stop["line"]?.int {
          try await scene.run("c")
          stop = try await scene.stop()
        }
        #expect(lines(stop) == [old + 3, old + 3] && stop["breakpoint"]?.int == 2)
        #expect(try await scene.value(of: "number") == "1")
        try await scene.run("n")
        try await scene.stop()
        try await scene.run("n")
        #expect(lines(try await scene.stop()) == [old + 5, old + 5])
        #expect(try await scene.value(of: "more") == "102")
        try await scene.run("clear 2")
        try await scene.finish()
        #expect(scene.printed.contains("line \(old + 5) more 102\n"))
      }
    }

    /// On the screen the first key that is pressed after the edit may be the one that lets the program run.
    @Test(arguments: PythonSide.parity)
    func theKeyToGoOnSeesTheEdit(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/edits.py", as: "edits.py")
        let module = try workplace.install("edits/edited_module.py", as: "edited_module.py")
        let port = try FreePort.pick()
        let screen = try await workplace.listen(port)
        let old = try module.line("double")
        for place in [try program.place("before"), try module.place("double")] {
          try await screen.command("b \(place)")
        }
        let debuggee = try await workplace.python(
          side, ["-m", "pydevd", "--client", "127.0.0.1", "--port", "\(port)", "--file", program.remotePath])
        try await screen.wait(untilStoppedAt: try program.place("before"))
        try edit(module)
        try await screen.press("c")
        try await screen.wait(untilStoppedAt: "edited_module.py:\(old + 3)")
        #expect(try await screen.screen().contains("►     doubled = number * 2"))
        try await screen.command("clear 2")
        try await screen.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("line \(old + 5) more 100\n"))
        #expect(try await screen.quit() == .exited(0))
      }
    }
  }
}
