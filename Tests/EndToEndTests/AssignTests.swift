import Testing

extension EndToEnd {
  /// `set PATH = EXPR`, and what the program makes of it.
  @Suite struct AssignTests {
    @Test(arguments: PythonSide.all)
    func theProgramGoesOnWithTheNewValues(side: PythonSide) async throws {
      try await stopped(side) { batch in
        #expect(try await set("local = 50", batch) == "50")
        #expect(try await set("LIMIT = 100", batch) == "100")
        try batch.send("up")
        #expect(try await set("total = 1000", batch) == "1000")
        #expect(try await set("enclosed = 9", batch) == "9")
        #expect(try await set("thing.size = len('four')", batch) == "4")
        // What was made of it, not what was asked for.
        #expect(try await set("thing.level = 50", batch) == "10")
        #expect(try await set("table['k'][1] = 'ü' if True else 0", batch) == "'ü'")
        try batch.send("c")
        try await batch.wait(for: "output") { $0["text"]?.string?.hasPrefix("parts 151,1000,9,9,4,10,ü,100") == true }
      }
    }

    @Test(arguments: PythonSide.all)
    func aVariableThatAStatementMadeIsSet(side: PythonSide) async throws {
      try await stopped(side) { batch in
        #expect(try await refusal("fresh = 4", batch).contains("no variable fresh"))
        try batch.send("x fresh = 5")
        #expect(try await set("fresh = 6", batch) == "6")
        #expect(try await set("fresh = fresh + 1", batch) == "7")
        try batch.send("p [fresh, hasattr(__import__('__main__'), 'fresh')]")
        let found = try await batch.wait(for: "result") { $0["command"]?.string?.hasPrefix("p ") == true }
        #expect(found["value"]?["value"]?.string == "[7, False]")
      }
    }

    /// pydevd runs statements in a copy of the namespaces: the program's own name is the one that counts.
    @Test(arguments: PythonSide.all)
    func aStatementChangesTheGlobalNamesOfTheProgram(side: PythonSide) async throws {
      try await stopped(side) { batch in
        for (line, value) in [("x global LIMIT; LIMIT = 70", "70"), ("x globals()['LIMIT'] = 80", "80")] {
          try batch.send(line)
          try batch.send("p [LIMIT, __import__('__main__').LIMIT]")
          try await batch.wait(for: "result") { $0["value"]?["value"]?.string == "[\(value), \(value)]" }
        }
        try batch.send("p sorted(locals())")
        let names = try await batch.wait(for: "result") { $0["command"]?.string == "p sorted(locals())" }
        #expect(names["value"]?["value"]?.string?.contains("LIMIT") == false)
        try batch.send("c")
        try await batch.wait(for: "output") { $0["text"]?.string?.hasPrefix("parts 85,10,3,3,1,0,2,80") == true }
      }
    }

    @Test(arguments: PythonSide.all)
    func whatCantBeSetIsSaid(side: PythonSide) async throws {
      try await stopped(side) { batch in
        #expect(try await refusal("nope = 1", batch).contains("no variable nope"))
        #expect(try await refusal("local = 1 / 0", batch).contains("ZeroDivisionError"))
        #expect(try await refusal("number.real = 2", batch).contains("Error"))
        try batch.send("up")
        #expect(try await refusal("thing.level = -1", batch).contains("no negative level"))
        #expect(try await refusal("local = 3", batch).contains("no variable local"))
        try batch.send("p 'nope' in dir() or 'local' in dir()")
        let left = try await batch.wait(for: "result") { $0["command"]?.string?.hasPrefix("p ") == true }
        #expect(left["value"]?["value"]?.string == "False")
      }
    }

    @Test(arguments: PythonSide.all)
    func aWholeValueIsShownOnDemand(side: PythonSide) async throws {
      try await stopped(side) { batch in
        try batch.send("pp [str(n) * 3 for n in range(2000)]")
        let list = try await batch.wait(for: "result") { $0["command"]?.string?.hasPrefix("pp [") == true }
        let text = list["value"]?["value"]?.string ?? ""
        #expect(text.hasPrefix("['000',\\n") || text.hasPrefix("['000',\n"))
        #expect(text.hasSuffix("'199919991999']"))
        try batch.send("pp 'x' * 100000")
        let string = try await batch.wait(for: "result") { $0["command"]?.string?.hasPrefix("pp 'x") == true }
        #expect(string["value"]?["value"]?.string?.count == 100_002)
        try batch.send("pp undefined")
        let error = try await batch.wait(for: "result") { $0["command"]?.string == "pp undefined" }
        #expect(error["error"]?.string?.contains("NameError") == true)
      }
    }

    private func stopped(_ side: PythonSide, _ work: (Batch) async throws -> Void) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("assigning.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        _ = try await workplace.debuggee(program, side, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("break \(try program.place("inner"))")
        try batch.send("c")
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "breakpoint" }
        try await work(batch)
        try batch.send("q")
        batch.finishInput()
      }
    }

    private func set(_ text: String, _ batch: Batch) async throws -> String? {
      try await result(text, batch)["value"]?["value"]?.string
    }

    private func refusal(_ text: String, _ batch: Batch) async throws -> String {
      try await result(text, batch)["error"]?.string ?? "no error"
    }

    private func result(_ text: String, _ batch: Batch) async throws -> JSON {
      try batch.send("set \(text)")
      return try await batch.wait(for: "result") { $0["command"]?.string == "set \(text)" }
    }
  }
}
