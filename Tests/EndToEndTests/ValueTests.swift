import Testing

extension EndToEnd {
  /// What is inside of values, group by group and part by part.
  @Suite struct ValueTests {
    @Test(arguments: PythonSide.all)
    func partsOfContainersArriveUnderTheirOwnNames(side: PythonSide) async throws {
      try await stopped(side, at: "values") { batch, _ in
        #expect(try await names(of: "expand numbers 500:504", batch) == ["[500]", "[501]", "[502]", "[503]"])
        #expect(try await names(of: "expand numbers 998:2000", batch) == ["[998]", "[999]"])
        #expect(try await names(of: "expand words 998:1000", batch) == ["['k998']", "['k999']"])
        #expect(try await names(of: "expand queue 299:310", batch) == ["[299]"])
        let members = try await values(of: "expand unordered 0:150", batch)
        #expect(Set(members.map { $0["value"]?.string ?? "" }).count == 150)
        let many = try await values(of: "expand numbers 0:350", batch)
        #expect(many.map { $0["value"]?.string ?? "" } == (0..<350).map(String.init))
        let pair = try await values(of: "expand odd", batch)
        #expect(pair.first { $0["name"]?.string == "[(1, 2)]" }?["value"]?.string == "'pair'")
        #expect(try await names(of: "expand odd[1.5]['in'][1]", batch).prefix(2) == ["[0]", "[1]"])
      }
    }

    @Test(arguments: PythonSide.all)
    func aGeneratorIsNotUsedUp(side: PythonSide) async throws {
      try await stopped(side, at: "values") { batch, _ in
        try batch.send("expand lazy 0:3")
        let result = try await batch.wait(for: "result") { $0["command"]?.string == "expand lazy 0:3" }
        #expect(result["ok"]?.bool == false || result["value"]?.array?.isEmpty == true)
        try batch.send("p next(lazy)")
        let next = try await batch.wait(for: "result") { $0["command"]?.string == "p next(lazy)" }
        #expect(next["value"]?["value"]?.string == "0")
      }
    }

    @Test(arguments: PythonSide.all)
    func namesAreGrouped(side: PythonSide) async throws {
      try await stopped(side, at: "returned") { batch, _ in
        let locals = try await values(of: "locals", batch)
        let returned = locals.filter { $0["group"]?.string == "returned" }
        #expect(returned.contains { $0["name"]?.string == "twice" && $0["value"]?.string == "8" })
        let globals = try await values(of: "globals", batch)
        let groups = Dictionary(
          globals.map { ($0["name"]?.string ?? "", $0["group"]?.string ?? "") }, uniquingKeysWith: { first, _ in first }
        )
        #expect(groups["twice"] == "function")
        #expect(groups["Thing"] == "classes")
        #expect(groups["__name__"] == "special")
        #expect(groups["append"] == nil && groups["keys"] == nil, "a dictionary's methods are no globals")
        let inside = try await values(of: "expand thing", batch)
        let normal = inside.filter { $0["group"] == nil }.map { $0["name"]?.string ?? "" }
        #expect(Set(normal).isSuperset(of: ["depth", "doubled", "inner", "kind"]))
        #expect(!normal.contains("__init__"))
      }
    }

    @Test(arguments: PythonSide.all)
    func nothingIsLeftBehindInTheUsersNames(side: PythonSide) async throws {
      try await stopped(side, at: "values") { batch, _ in
        for command in [
          "locals", "globals", "expand thing", "expand thing.inner", "expand numbers 500:504", "expand words 3:9",
          "expand unordered 0:5", "p thing.doubled", "p [n * 2 for n in numbers][:3]", "pp words", "whatis thing",
          "doc twice", "complete thing.", "display thing.depth", "p 1 / 0", "expand odd",
        ] {
          try batch.send(command)
          try await batch.wait(for: "result") { $0["command"]?.string == command }
        }
        try batch.send("c")
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("nothing left behind: True") == true }
      }
    }

    private func stopped(
      _ side: PythonSide, at marker: String, _ work: (Batch, ChildProcess) async throws -> Void
    ) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("containers.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(program, side, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("break \(try program.place("values"))")
        try batch.send("c")
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "breakpoint" }
        if marker == "returned" {
          try batch.send("until \(try program.line("call"))")
          try await batch.wait(for: "stopped", skipping: 2)
          try batch.send("n")
          try await batch.wait(for: "stopped", skipping: 3)
        }
        try await work(batch, debuggee)
        try batch.send("q")
        batch.finishInput()
      }
    }

    private func values(of command: String, _ batch: Batch) async throws -> [JSON] {
      try batch.send(command)
      let result = try await batch.wait(for: "result") { $0["command"]?.string == command }
      #expect(result["ok"]?.bool == true, "\(command): \(result["error"]?.string ?? "")")
      return result["value"]?.array ?? []
    }

    private func names(of command: String, _ batch: Batch) async throws -> [String] {
      try await values(of: command, batch).map { $0["name"]?.string ?? "" }
    }
  }
}
