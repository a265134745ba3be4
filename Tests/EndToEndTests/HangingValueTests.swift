import Testing

extension EndToEnd {
  /// A value that can't be had costs that value only.
  @Suite struct HangingValueTests {
    @Test(arguments: PythonSide.all)
    func theOtherValuesArriveAndTheProgramGoesOn(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("hanging.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("tbreak \(try program.place("values"))")
        try batch.send("c")
        try await batch.wait(for: "stopped", skipping: 1)
        try await expectLocals(batch, within: 4)
        try batch.send("expand blocker")
        let children = try await result(of: "expand blocker", batch, within: 4)
        #expect(children["size"]?["value"]?.string == "7")
        #expect(children["blocked"]?["error"]?.string?.contains("no value within 1 s") == true)
        #expect(children["broken"]?["error"]?.string?.contains("KeyError") == true)
        let warnings = try batch.events().filter { $0["event"]?.string == "warning" }
        let words = warnings.compactMap { $0["message"]?.string }.filter { $0.contains("was interrupted") }
        #expect(words.count == 1 && words[0].contains("(hanging.py:"), "\(warnings)")
        try batch.send("n")
        try await batch.wait(for: "stopped", within: 5) { $0["reason"]?.string == "step" }
        try batch.send("c")
        try await batch.wait(for: "ended", within: 10)
        #expect(debuggee.processID > 0)
        let started = try batch.events().filter { $0["event"]?.string == "thread_started" }
        #expect(started.count <= 1, "the helpers are no threads of the program's")
        batch.finishInput()
      }
    }

    private func expectLocals(_ batch: Batch, within seconds: Double) async throws {
      try batch.send("locals")
      let locals = try await result(of: "locals", batch, within: seconds)
      #expect(locals["first"]?["value"]?.string == "41")
      #expect(locals["last"]?["value"]?.string?.contains("'k'") == true)
      #expect(locals["printer"]?["value"]?.string == "<Printer>")
      for name in ["sleeper", "spinner"] {
        #expect(locals[name]?["error"]?.string?.contains("no value within 1 s") == true)
      }
      #expect(locals["among"]?["error"]?.string?.contains("a Sleeper in it took over 1 s before") == true)
      #expect(locals["raiser"]?["error"]?.string?.contains("repr() raised ValueError: no words for it") == true)
    }

    /// The variables that a command gave, by their names.
    private func result(of command: String, _ batch: Batch, within seconds: Double) async throws -> [String: JSON] {
      let result = try await batch.wait(for: "result", within: seconds) { $0["command"]?.string == command }
      let variables = result["value"]?.array ?? []
      return Dictionary(variables.map { ($0["name"]?.string ?? "", $0) }) { first, _ in first }
    }
  }
}
