import Testing

extension EndToEnd {
  /// Breakpoints follow their lines over edits; the program prints where the line is.
  @Suite struct FollowingTests {
    private func edit(_ program: Program, _ change: (String) -> String) throws {
      for path in [program.localPath, program.remotePath] { try Files.write(change(try Files.read(path)), to: path) }
    }

    @Test(arguments: PythonSide.parity)
    func aBreakpointFollowsItsLineOverAnEditBetweenTwoRuns(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("parity/edited.py", as: "edited.py")
        let port = try FreePort.pick()
        let old = try program.line("add")
        let first = try await workplace.listen(port, size: .large)
        try await first.command("b \(try program.place("add"))")
        try await first.wait(forText: try program.place("add"))
        #expect(try await first.quit() == .exited(0))
        try edit(program) { "# one\n# two\n" + $0 }
        let second = try await workplace.listen(port, size: .large)
        try await second.wait(forText: "moved \(old) → \(old + 2)")
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await second.wait(for: "the entry") { $0.status.contains("entry") }
        try await second.press("c")
        try await second.wait(untilStoppedAt: "edited.py:\(old + 2)")
        try await second.command("clear 1")
        try await second.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("added on line \(old + 2)"))
        #expect(try await second.quit() == .exited(0))
        try edit(program) { text in text.split(separator: "total += item; ").joined(separator: "total = item; ") }
      }
    }

    /// The process goes on to run the text that it has read, and stops where it did; the file is shown as it is now.
    @Test(arguments: PythonSide.parity)
    func anEditUnderAStopMovesNothingInTheProcess(side: PythonSide) async throws {
      try await withScene("edited.py", ["--no-suspend"]) { scene in
        let old = try scene.program.line("add")
        try await scene.breakpoint("add")
        try await scene.startAlone(side)
        #expect(try await scene.stop()["line"]?.int == old)
        _ = try await scene.value(of: "total")
        try edit(scene.program) { "# one\n# two\n" + $0 }
        try await eventually(complaint: { scene.batch.child.report }) {
          _ = try await scene.value(of: "1")
          return try scene.batch.events().contains { $0["message"]?.string == "moved \(old) → \(old + 2)" }
        }
        #expect(try await scene.run("b edited.py:2")["state"]?.string == "unbound")
        try await scene.run("c")
        let stop = try await scene.stop()
        #expect(stop["line"]?.int == old + 2 && stop["remote_line"]?.int == old && stop["breakpoint"]?.int == 1)
        #expect(try await scene.value(of: "total") == "1")
        try await scene.run("disable 1")
        try await scene.finish()
        #expect(scene.printed.contains("added on line \(old)"))
      }
    }

    /// The edit is made while Dialback listens, between two runs of the program.
    @Test(arguments: PythonSide.parity)
    func theNextProcessHasTheBreakpointWhereItsLineIsNow(side: PythonSide) async throws {
      try await withScene("edited.py", ["--no-suspend"]) { scene in
        let old = try scene.program.line("add")
        try await scene.breakpoint("add")
        try await scene.startAlone(side)
        #expect(try await scene.stop()["line"]?.int == old)
        try await scene.run("disable 1")
        try await scene.finish()
        try await scene.run("enable 1")
        try edit(scene.program) { "import os\n\n\n" + $0 }
        try await scene.startAlone(side)
        let stop = try await scene.stop()
        #expect(stop["line"]?.int == old + 3 && stop["breakpoint"]?.int == 1)
        let report = try scene.batch.events().last { $0["event"]?.string == "breakpoint" }
        #expect(report?["line"]?.int == old + 3 && report?["message"]?.string == "moved \(old) → \(old + 3)")
        try await scene.run("disable 1")
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("added on line \(old + 3)"))
        // The line is gone.
        try await scene.run("enable 1")
        try edit(scene.program) { $0.split(separator: "total += item").joined(separator: "total = total + item") }
        try await scene.startAlone(side)
        try await scene.batch.wait(for: "warning") {
          $0["message"]?.string?.contains("is no longer in edited.py, so it stays on line \(old + 3)") == true
        }
      }
    }
  }
}
