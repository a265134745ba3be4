import Glibc
import Testing

extension EndToEnd {
  /// Values are computed on the stopped thread, with a watchdog.
  @Suite struct OwnThreadTests {
    /// Each side with one thread: the tests wait for seconds. What each thread shows on each release is in the first test.
    private static let sidesAndThreads = zip(PythonSide.all, ["main", "other", "other", "main"])

    @Test(arguments: PythonSide.matrix, ["main", "other"])
    func valuesAreThoseThatTheProgramSees(side: PythonSide, thread: String) async throws {
      try await withScene("own_thread.py") { scene in
        let path = "\(scene.workplace.folder)/texts-\(thread)"
        try await scene.breakpoint("own")
        try await scene.startAlone(side, [thread, path])
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c", until: "own", reason: "breakpoint")
        let locals = try await scene.run("locals").array ?? []
        let found = Dictionary(locals.map { ($0["name"]?.string ?? "", $0) }) { first, _ in first }
        let truth = try JSONParser.parse(try Files.read(path))
        guard case .object(let texts) = truth else { throw HarnessError("\(truth)") }
        #expect(texts.count > 20)
        for (name, text) in texts { expectSame(found[name], text.string ?? "", name) }
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        let printed = scene.printed
        #expect(printed.contains("computed 1 untouched True 2"), "\(printed)")
        #expect(printed.contains("signals free True"), "\(printed)")
      }
    }

    /// A text may be cut; a value that raises says what it raised.
    private func expectSame(_ variable: JSON?, _ truth: String, _ name: String) {
      guard truth.hasPrefix("raises ") else {
        let text = variable?["value"]?.string ?? ""
        let shown = text.hasSuffix("...") ? String(text.dropLast(3)) : text
        #expect(variable?["error"] == nil && !shown.isEmpty, "\(name): \(String(describing: variable))")
        #expect(shown.prefix(800) == truth.prefix(800), "\(name)")
        return
      }
      let reason = variable?["error"]?.string ?? ""
      #expect(reason.contains("repr() raised \(truth.dropFirst("raises ".count))"), "\(name): \(reason)")
    }

    @Test(arguments: Self.sidesAndThreads)
    func anExpressionThatNeverEndsIsEndedByTheTimeout(side: PythonSide, thread: String) async throws {
      try await looping(side, thread) { scene in
        try await scene.run("set timeout 0.5")
        let refusal = try await scene.refusal(of: "p loop()")
        #expect(try await scene.refusal(of: "x loops = loop()").contains("no value after 1 s"))
        #expect(refusal.contains("no value after 1 s; `set timeout SECONDS` waits longer"), "\(refusal)")
        try await scene.run("set timeout 30")
        #expect(try await scene.value(of: "1 + 1") == "2")
      } before: { _ in
      }
    }

    @Test(arguments: Self.sidesAndThreads)
    func allThatIsAskedOfAValueIsEndedByTheTimeout(side: PythonSide, thread: String) async throws {
      try await looping(side, thread) { scene in
        try await scene.run("set timeout 0.5")
        for command in ["array loop()", "set last = loop()", "doc loop()", "referrers loop()"] {
          let refusal = try await scene.refusal(of: command)
          #expect(refusal.contains("no value after 1 s; `set timeout SECONDS` waits longer"), "\(command): \(refusal)")
          #expect(try await scene.value(of: "1 + 1") == "2")
        }
        let errors = try scene.output("stderr")
        #expect(!errors.contains("def ") && !errors.contains("import "), "\(errors)")
      } before: { _ in
      }
    }

    @Test(arguments: Self.sidesAndThreads)
    func aWatchHasTheLimitOfValues(side: PythonSide, thread: String) async throws {
      try await looping(side, thread) { scene in
        let number = try await scene.run("display loop()").int ?? 0
        let display = try await scene.batch.wait(for: "display")
        #expect(display["number"]?.int == number)
        #expect(display["error"]?.string?.contains("no value within 0.3 s") == true, "\(display)")
        try await scene.run("display last + 1")
        try await scene.run("n")
        let again = try await scene.batch.wait(for: "display", skipping: 2)
        #expect(again["error"]?.string?.contains("not computed: it took over 0.") == true, "\(again)")
        let sum = try await scene.batch.wait(for: "display", skipping: 3)
        #expect(sum["variable"]?["value"]?.string == "2", "\(sum)")
        let listed = try await scene.run("display").array ?? []
        #expect(listed.map { $0["expression"]?.string } == ["loop()", "last + 1"])
      } before: { scene in
        try await scene.run("set value-timeout 0.3")
      }
    }

    @Test(arguments: Self.sidesAndThreads)
    func theProgramIsFreeSoonAfterWhoeverLeaves(side: PythonSide, thread: String) async throws {
      for signal in [SIGKILL, SIGTERM] {
        try await looping(side, thread) { scene in
          try scene.batch.send("p loop()")
          try await Task.sleep(for: .seconds(1))
          scene.batch.child.processID.kill(signal)
          #expect(try await scene.debuggee?.waitForEnd(within: 4) == .exited(0))
          #expect(scene.printed.contains("free"))
        } before: { _ in
        }
      }
    }

    @Test(arguments: Self.sidesAndThreads)
    func aValueThatWaitsForAThreadThatStandsStillHoldsNothingUp(side: PythonSide, thread: String) async throws {
      try await withScene("holding.py") { scene in
        try await scene.breakpoint("stop", "all")
        try await scene.startAlone(side, [thread])
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c")
        let stops = [try await scene.stop(), try await scene.stop()]
        let hit = stops.first { $0["reason"]?.string == "breakpoint" }
        try await scene.run("thread \(hit?["thread"]?.string ?? "")")
        try await scene.run("set timeout 1.5")
        let locals = try await scene.run("locals").array ?? []
        let waits = locals.first { $0["name"]?.string == "waits" }
        // The main thread is interrupted; another one is busy until the lock is free, for which all have to go on.
        let reason = thread == "main" ? "no value within 1 s (holding.py:" : "no value: waits in C (holding.py:"
        #expect(waits?["error"]?.string?.contains(reason) == true, "\(locals)")
        try await scene.run("c all")
        #expect(try await scene.debuggee?.waitForEnd(within: 8) == .exited(0))
        #expect(scene.printed.contains("free"))
      }
    }

    private func looping(
      _ side: PythonSide, _ thread: String, _ work: (Scene) async throws -> Void,
      before: (Scene) async throws -> Void
    ) async throws {
      try await withScene("looping.py") { scene in
        try await before(scene)
        try await scene.breakpoint("stop")
        try await scene.startAlone(side, [thread])
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c", until: "stop", reason: "breakpoint")
        try await work(scene)
      }
    }
  }
}

extension pid_t {
  fileprivate func kill(_ signal: Int32) { _ = Glibc.kill(self, signal) }
}
