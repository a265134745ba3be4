import Testing

extension EndToEnd {
  /// Threads that stop together, stay behind, and wait for each other.
  @Suite struct ThreadTests {
    @Test(arguments: PythonSide.all)
    func aFrozenThreadStaysWhileTheOthersGoOn(side: PythonSide) async throws {
      try await withWorkers(side) { batch in
        try batch.send("c")
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "breakpoint" }
        try await eventually(complaint: { "ada is not held" }) {
          let ada = try await thread("ada", batch)
          return ada["held"]?.bool == true && ada["state"]?.string == "stopped" ? true : nil
        }
        try batch.send("freeze ada")
        try await batch.wait(for: "result") { $0["command"]?.string == "freeze ada" && $0["ok"]?.bool == true }
        let before = try await counts(batch, 1)
        // The next stop may come before another thread has had its turn.
        var (hit, frozen) = (1, before)
        while frozen.grace == before.grace, hit < 10 {
          hit += 1
          try await goOn(batch, to: hit)
          frozen = try await counts(batch, hit)
        }
        #expect(try await thread("ada", batch)["state"]?.string == "frozen")
        #expect(frozen.ada == before.ada)
        #expect(frozen.grace > before.grace)
        try batch.send("thaw ada")
        var thawed = frozen
        while thawed.ada == frozen.ada, hit < 20 {
          hit += 1
          try await goOn(batch, to: hit)
          thawed = try await counts(batch, hit)
        }
        #expect(thawed.ada > frozen.ada)
      }
    }

    /// By itself a thread of pydevd looks each 200 ms whether it may go on.
    @Test(arguments: [PythonSide.pydevd, .pydevdOnNewPython, .pycharm263])
    func whatAStopHeldIsWokenUpToGoOnWithIt(side: PythonSide) async throws {
      try await withWorkers(side) { batch in
        var waits: [Double] = []
        for hit in 1...10 {
          try await goOn(batch, to: hit)
          guard hit > 1 else { continue }
          // All three were told to go on; the next stop may come before one of them has said that it does.
          let order = try batch.events().last { $0["command"]?.string == "c" }?["time"]?.double ?? 0
          let words = try batch.events().filter { $0["event"]?.string == "resumed" && $0["time"]?.double ?? 0 >= order }
          let last = words.compactMap { $0["time"]?.double }.max() ?? .infinity
          waits.append(words.count < 3 ? .infinity : last - order)
        }
        #expect(waits.sorted()[waits.count / 2] < 0.1, "\(waits)")
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pydevdOnNewPython, .pycharm263, .pycharm212])
    func theStacksOfADeadlockShowBothLocks(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let deadlock = try workplace.install("deadlock.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(deadlock, side, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("c")
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("stuck") == true }
        try batch.send("stacks")
        let result = try await batch.wait(for: "result") { $0["command"]?.string == "stacks" }
        let stacks = result["value"]?.array ?? []
        for name in ["first", "second"] {
          let stack = stacks.first { $0["name"]?.string == name }
          #expect(stack?["state"]?.string == "running")
          let lines = stack?["frames"]?.array?.compactMap { $0["line"]?.int } ?? []
          #expect(lines.contains(try deadlock.line("\(name)-waits")), "\(result)")
        }
        try batch.send("kill")
        try await batch.wait(for: "ended") { $0["reason"]?.string == "killed" }
        #expect(try await debuggee.waitForEnd() != .exited(3))
      }
    }

    /// Stops the workers at their entry, with a breakpoint ahead that stops all threads, and lets them end behind `body`.
    private func withWorkers(_ side: PythonSide, _ body: (Batch) async throws -> Void) async throws {
      try await withWorkplace { workplace in
        let workers = try workplace.install("workers.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(workers, side, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("b \(try workers.place("tick")) all")
        try await body(batch)
        try batch.send("clear 1")
        try batch.send("x done.append(1)")
        try batch.send("c process")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("counted"))
      }
    }

    private func goOn(_ batch: Batch, to hit: Int) async throws {
      try batch.send("c")
      try await batch.wait(for: "stopped", skipping: hit - 1) { $0["reason"]?.string == "breakpoint" }
    }

    private func thread(_ name: String, _ batch: Batch) async throws -> JSON {
      let known = try batch.events().filter { $0["command"]?.string == "threads" }.count
      try batch.send("threads")
      let result = try await batch.wait(for: "result", skipping: known) { $0["command"]?.string == "threads" }
      return result["value"]?.array?.first { $0["name"]?.string == name } ?? .null
    }

    private func counts(_ batch: Batch, _ round: Int) async throws -> (ada: Int, grace: Int) {
      func count(_ name: String) async throws -> Int {
        let command = "p counts['\(name)'] + 0 * \(round)"
        try batch.send(command)
        let result = try await batch.wait(for: "result") { $0["command"]?.string == command }
        return Int(result["value"]?["value"]?.string ?? "") ?? -1
      }
      return (try await count("ada"), try await count("grace"))
    }
  }
}
