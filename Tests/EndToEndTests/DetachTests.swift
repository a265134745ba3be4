import Testing

extension EndToEnd {
  /// A process that is let go with its connection kept stops again at its next `settrace`.
  @Suite struct DetachTests {
    @Test(arguments: PythonSide.all)
    func twoCallsOfSettraceStopTwice(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let twice = try workplace.install("twice.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        try batch.send("b \(try twice.place("work"))")
        let debuggee = try await workplace.debuggee(twice, side, port: port)
        let entry = try await batch.wait(for: "stopped")
        #expect(entry["line"]?.int == (try twice.line("first")))
        try batch.send("detach")
        let ended = try await batch.wait(for: "ended")
        #expect(ended["reason"]?.string == "detached")
        try await batch.wait(for: "output") { $0["text"]?.string?.contains("between 2") == true }
        let again = try await batch.wait(for: "connected", skipping: 1)
        #expect(again["process"]?.int == 1)
        let second = try await batch.wait(for: "stopped", skipping: 1)
        #expect(second["line"]?.int == (try twice.line("second")))
        #expect(second["reason"]?.string == "entry")
        try batch.send("c")
        let hit = try await batch.wait(for: "stopped", skipping: 2)
        #expect(hit["reason"]?.string == "breakpoint")
        try batch.send("p round")
        let value = try await batch.wait(for: "result") { $0["command"]?.string == "p round" }
        #expect(value["value"]?["value"]?.string == "3")
        try batch.send("detach")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("after 6"))
        #expect(debuggee.output.contains("done"))
        try batch.send("processes")
        try await batch.wait(for: "result") {
          $0["command"]?.string == "processes" && $0["value"]?.array?.isEmpty == true
        }
        #expect(try batch.events().filter { $0["event"]?.string == "ended" }.count == 2)
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
      }
    }

    /// The next call may come before the process is let go.
    @Test(arguments: PythonSide.all, ["0", "0.03", "0.1"])
    func aSettraceRightAfterADetachStops(side: PythonSide, seconds: String) async throws {
      try await withScene("again.py") { scene in
        try await scene.startAlone(side, [seconds])
        try await scene.stop(at: "first", reason: "entry")
        try await scene.run("detach")
        try await scene.stop(at: "second", reason: "entry")
        let ended = try scene.batch.events().filter { $0["event"]?.string == "ended" }
        #expect(ended.map { $0["reason"]?.string } == ["detached"])
        #expect(!scene.printed.contains("stopped"))
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("stopped 2 times"))
      }
    }
  }
}
