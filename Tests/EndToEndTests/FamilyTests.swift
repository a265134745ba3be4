import Glibc
import Testing

extension EndToEnd {
  /// Processes that start others: each dials in by itself, stops, is stepped, and ends.
  @Suite struct FamilyTests {
    /// A way of starting processes, and how many of them come to the breakpoint.
    enum Way: String, CaseIterable, Sendable {
      case fork, spawn, subprocess, server

      var count: Int {
        switch self {
        case .fork, .spawn: 8
        case .server: 4
        case .subprocess: 1
        }
      }

      /// pydevd-pycharm 212 follows forks only: what it starts otherwise runs undebugged, and says nothing of it.
      static func ways(of side: PythonSide) -> [Way] {
        side.name == PythonSide.pycharm212.name ? [.fork, .server] : allCases
      }

      static let cases = [PythonSide.pydevd, .pydevdOnNewPython, .pycharm263, .pycharm212].flatMap { side in
        ways(of: side).map { Case(way: $0, side: side) }
      }
    }

    struct Case: Sendable, CustomTestStringConvertible {
      let way: Way
      let side: PythonSide

      var testDescription: String { "\(way.rawValue) on \(side.name)" }
    }

    @Test(arguments: Way.cases)
    func everyChildStopsIsSteppedAndEnds(of family: Case) async throws {
      try await withWorkplace { workplace in
        let (batch, debuggee, program) = try await start(family, in: workplace)
        let stops = try await childStops(batch, family.way.count)
        try await everyoneHasAParent(batch, stops.compactMap { $0["process"]?.int })
        for stop in stops {
          let number = stop["process"]?.int ?? 0
          try batch.send("process \(number)")
          try batch.send("n")
          let step = try await batch.wait(for: "stopped", within: 20) {
            $0["process"]?.int == number && $0["reason"]?.string == "step"
          }
          #expect(step["line"]?.int == (try program.line("more")))
          try batch.send("c")
        }
        #expect(try await debuggee.waitForEnd(within: 30) == .exited(0))
        try await eventually(complaint: { "not every process was told to have ended: \(batch.child.report)" }) {
          let events = try batch.events()
          let connected = Set(events.filter { $0["event"]?.string == "connected" }.compactMap { $0["process"]?.int })
          let ended = events.filter { $0["event"]?.string == "ended" }.compactMap { $0["process"]?.int }
          return Set(ended) == connected && ended.count == connected.count ? true : nil
        }
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: Way.cases)
    func noneHangsWhenDialbackQuits(with family: Case) async throws {
      try await withWorkplace { workplace in
        let (batch, debuggee, _) = try await start(family, in: workplace)
        _ = try await childStops(batch, family.way.count)
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
        #expect(try await debuggee.waitForEnd(within: 30) == .exited(0))
      }
    }

    @Test(arguments: Way.cases)
    func noneHangsWhenAllAreDetached(with family: Case) async throws {
      try await withWorkplace { workplace in
        let (batch, debuggee, _) = try await start(family, in: workplace)
        let children = try await childStops(batch, family.way.count).compactMap { $0["process"]?.int }
        for number in children {
          try batch.send("process \(number)")
          try batch.send("detach")
          let ended = try await batch.wait(for: "ended") { $0["process"]?.int == number }
          #expect(ended["reason"]?.string == "detached")
        }
        #expect(try await debuggee.waitForEnd(within: 30) == .exited(0))
        let ends = try batch.events().filter { $0["event"]?.string == "ended" }.compactMap { $0["process"]?.int }
        #expect(Set(ends).count == ends.count, "an end was told twice")
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pydevdOnNewPython, .pycharm263])
    func childrenOfAProgramThatIsStartedHereDialInToo(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("children.py")
        let batch = try await workplace.batch(running: program, side)
        try batch.send("b \(try program.place("work"))")
        try await batch.wait(for: "stopped", within: 20)
        try batch.send("c")
        let hits = try await childStops(batch, 2)
        for number in hits.compactMap({ $0["process"]?.int }) {
          try batch.send("process \(number)")
          try batch.send("c")
        }
        try await batch.wait(for: "output", within: 20) { $0["text"]?.string?.contains("codes [0, 0]") == true }
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: Way.cases)
    func noneHangsWhenDialbackIsKilled(with family: Case) async throws {
      try await withWorkplace { workplace in
        let (batch, debuggee, _) = try await start(family, in: workplace)
        _ = try await childStops(batch, family.way.count)
        await batch.child.send(signal: SIGKILL)
        #expect(try await debuggee.waitForEnd(within: 30) == .exited(0))
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pydevdOnNewPython, .pycharm263, .pycharm212])
    func aProcessThatBecomesAnotherProgramComesBackWithItsPid(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let program = try workplace.install("family.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        try batch.send("b \(try program.place("work"))")
        let debuggee = try await workplace.debuggee(program, side, port: port, ["exec"])
        let first = try await batch.wait(for: "connected")
        try await batch.wait(for: "stopped")
        try batch.send("c")
        let second = try await batch.wait(for: "connected", within: 20) { $0["process"]?.int == 2 }
        #expect(second["pid"]?.int == first["pid"]?.int)
        try await batch.wait(for: "stopped", within: 20) { $0["process"]?.int == 2 }
        try batch.send("process 2")
        try batch.send("p number")
        try await batch.wait(for: "result") { $0["command"]?.string == "p number" }
        try batch.send("c")
        #expect(try await debuggee.waitForEnd(within: 20) == .exited(0))
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("grandchild 10") == true }
      }
    }

    /// The program stopped at its start, with a breakpoint in what its children do, and let go.
    private func start(_ family: Case, in workplace: Workplace) async throws -> (Batch, ChildProcess, Program) {
      let program = try workplace.install("family.py")
      let port = try FreePort.pick()
      let batch = try await workplace.batch(port)
      try batch.send("b \(try program.place("work"))")
      let debuggee = try await workplace.debuggee(program, family.side, port: port, [family.way.rawValue])
      try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
      try batch.send("c")
      return (batch, debuggee, program)
    }

    /// Waits until so many processes stand at the breakpoint.
    private func childStops(_ batch: Batch, _ count: Int) async throws -> [JSON] {
      try await eventually(within: 30, complaint: { "not all have stopped; \(batch.child.report)" }) {
        let hits = try batch.events().filter {
          $0["event"]?.string == "stopped" && $0["reason"]?.string == "breakpoint"
        }
        return Set(hits.compactMap { $0["process"]?.int }).count == count ? hits : nil
      }
    }

    /// It is looked for beside everything else, so it may come a little later.
    private func everyoneHasAParent(_ batch: Batch, _ children: [Int]) async throws {
      var asked = 0
      try await eventually(
        complaint: { "not every child has its parent; \(batch.child.report)" },
        holds: {
          try batch.send("processes")
          let result = try await batch.wait(for: "result", skipping: asked) { $0["command"]?.string == "processes" }
          asked += 1
          let parents =
            result["value"]?.array?.filter { $0["parent"]?.int != nil }.compactMap { $0["process"]?.int } ?? []
          return children.allSatisfy(parents.contains)
        })
    }
  }
}
