import Testing

extension EndToEnd {
  /// Threads, as pydevd's own tests see them.
  @Suite struct ThreadParityTests {
    @Test(arguments: PythonSide.parity)
    func aRunningThreadIsPausedEvaluatesAndGoesOn(side: PythonSide) async throws {
      try await withScene("pausing.py") { scene in
        try await scene.start(side)
        // The thread is known before the program's own code runs.
        try await eventually(complaint: { "the program does not begin: \(scene.printed)" }) {
          scene.printed.contains("turning") ? true : nil
        }
        try await scene.pause()
        #expect(try await scene.value(of: "end('main')") == "'told'")
        try await scene.finish()
        #expect(scene.printed.contains("ended ['main']"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func allThreadsArePausedAndOneOfThemSteps(side: PythonSide) async throws {
      try await withScene("pausing.py") { scene in
        try await scene.start(side, ["ada", "grace"])
        let threads = try await scene.threads(named: ["ada", "grace"])
        try await scene.run("pause all")
        var paused: [String: String] = [:]
        for _ in 1...2 {
          let stop = try await scene.stop()
          #expect(stop["reason"]?.string == "pause")
          paused[stop["thread"]?.string ?? ""] = stop["function"]?.string
        }
        #expect(Set(paused.keys) == Set(threads.values))
        try await scene.run("thread \(threads["ada"] ?? "")")
        let stepped = try await scene.run("n", until: "turn", "sleep")
        #expect(stepped["thread"]?.string == threads["ada"])
        for name in ["ada", "grace"] {
          #expect(try await scene.value(of: "end('\(name)')") == "'told'")
        }
        // The main thread was asked to pause too, and waits in its join: that is taken back.
        try await scene.finish("c all")
        #expect(scene.printed.contains("ended ['ada', 'grace']"))
      }
    }

    @Test(arguments: PythonSide.all, ["c", "c process", "c all"])
    func aPauseThatHasNotArrivedIsTakenBack(side: PythonSide, command: String) async throws {
      try await withScene("joined.py") { scene in
        try await scene.breakpoint("worker", "all")
        try await scene.start(side)
        try await scene.stop(at: "worker")
        try await scene.finish(command)
        #expect(scene.printed.contains("end"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aThreadIsToldBeforeItsFirstLine(side: PythonSide) async throws {
      try await withScene("starting.py") { scene in
        try await scene.breakpoint("high")
        try await scene.breakpoint("low")
        try await scene.start(side)
        for marker in ["high", "low"] {
          let stop = try await scene.stop(at: marker)
          let events = try scene.batch.events()
          let told = events.firstIndex { $0["event"]?.string == "thread_started" && $0["thread"] == stop["thread"] }
          let index = events.firstIndex { $0 == stop }
          #expect(try #require(told) < #require(index))
          if marker == "high" { try await scene.run("c") }
        }
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func theThreadsAreListedWithoutThoseOfTheDebugger(side: PythonSide) async throws {
      try await withScene("starting.py") { scene in
        try await scene.breakpoint("high")
        try await scene.start(side)
        try await scene.stop(at: "high")
        let threads = try await scene.run("threads").array ?? []
        #expect(threads.map { $0["name"]?.string } == ["MainThread", "worker"])
        #expect(threads.allSatisfy { $0["thread"]?.string?.hasPrefix("pid_") == true })
        #expect(threads.map { $0["state"]?.string } == ["running", "stopped"])
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func stepsOfAThreadStayInItThoughAnotherRunsTheSameCode(side: PythonSide) async throws {
      try await withScene("samecode.py") { scene in
        try await scene.breakpoint("main")
        try await scene.breakpoint("worker", "off")
        try await scene.start(side)
        let main = try await scene.stop(at: "main")
        try await scene.run("enable 2")
        let worker = try await scene.stop(at: "worker")
        #expect(worker["thread"] != main["thread"])
        try await scene.run("thread \(worker["thread"]?.string ?? "")")
        try await scene.run("disable 2")
        for (step, markers) in [("r", ["rest", "after-rest"]), ("n", ["after-rest", "second"])] {
          try await scene.run(step)
          let stop = try await scene.stop()
          #expect(stop["thread"] == worker["thread"])
          #expect(try markers.map(scene.program.line).contains(stop["line"]?.int ?? 0))
        }
        try await scene.run("c")
        try await scene.run("thread \(main["thread"]?.string ?? "")")
        try await scene.finish()
        #expect(scene.printed.contains("both worked True"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aBreakpointForAllSuspendsTheOtherThreads(side: PythonSide) async throws {
      try await withScene("policy.py") { scene in
        try await scene.breakpoint("main", "all")
        try await scene.start(side)
        var reasons: [String] = []
        for _ in 1...3 { reasons.append(try await scene.stop()["reason"]?.string ?? "") }
        #expect(reasons.count { $0 == "breakpoint" } == 1)
        let threads = try await scene.run("threads").array ?? []
        #expect(threads.map { $0["state"]?.string } == ["stopped", "stopped", "stopped"])
        try await scene.run("c all")
        try await scene.finish(nil)
        #expect(scene.printed.contains("both are over"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func framesThatAreHandedOverComeAndGoAsThreads(side: PythonSide) async throws {
      try await withScene("customframes.py") { scene in
        try await scene.breakpoint("first")
        try await scene.start(side)
        let main = try await scene.stop(at: "first")
        try await scene.run("n", until: "second")
        let first = try await scene.handedOver()
        #expect(Array(first.values) == ["first"])
        let told = try await scene.batch.wait(for: "stopped") { first[$0["thread"]?.string ?? ""] != nil }
        #expect(told["function"]?.string == "first" && told["file"]?.string == main["file"]?.string)
        try await scene.run("thread \(main["thread"]?.string ?? "")")
        try await scene.run("n", until: "last")
        try await scene.batch.wait(for: "thread_ended") { first[$0["thread"]?.string ?? ""] != nil }
        #expect(Set(try await scene.handedOver().values) == ["first", "second"])
        try await scene.run("thread \(main["thread"]?.string ?? "")")
        try await scene.finish()
        #expect(scene.printed.contains("handed over"))
      }
    }

    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("gevent") }, [false, true])
    func greenThreadsStopInTurn(side: PythonSide, dialsItself: Bool) async throws {
      try await withScene("greenlets.py") { scene in
        try await scene.breakpoint("turn")
        if dialsItself {
          guard side.flavour == "pydevd" else { return }
          try await scene.launch(side, [scene.program.remotePath, "\(scene.port)"], ["GEVENT_SUPPORT": "True"])
        } else {
          try await scene.start(side, environment: ["GEVENT_SUPPORT": "True"])
        }
        for _ in 1...10 {
          let stop = try await scene.stop(at: "turn")
          try await scene.run("thread \(stop["thread"]?.string ?? "")")
          try await scene.run("c")
        }
        try await scene.finish(nil)
        #expect(scene.printed.contains("turns 10"))
      }
    }

    /// pydevd alone lists those that wait for their turn, where its environment asks for them.
    @Test(arguments: PythonSide.libraries.filter { $0.flavour == "pydevd" && $0.hasModule("gevent") })
    func pausedGreenletsAreListedWherePydevdWasAskedTo(side: PythonSide) async throws {
      try await withScene("greenlets.py") { scene in
        try await scene.breakpoint("turn", "once")
        try await scene.start(
          side, environment: ["GEVENT_SUPPORT": "True", "GEVENT_SHOW_PAUSED_GREENLETS": "True"])
        try await scene.stop(at: "turn")
        let threads = try await scene.run("threads").array ?? []
        let names = threads.compactMap { $0["name"]?.string }
        #expect(names.contains { $0.lowercased().contains("greenlet") }, "\(threads)")
        try await scene.finish()
      }
    }
  }
}

extension Scene {
  /// Pauses the selected thread, again where it has just been told to go.
  fileprivate func pause() async throws {
    try await run("pause")
    let stop = try await stop()
    #expect(stop["reason"]?.string == "pause")
    #expect(["turn", "<module>"].contains(stop["function"]?.string))
  }

  /// The ids of the threads of these names, once all are there.
  fileprivate func threads(named names: [String]) async throws -> [String: String] {
    var found: [String: String] = [:]
    for name in names {
      found[name] = try await batch.wait(for: "thread_started") { $0["name"]?.string == name }["thread"]?.string
    }
    return found
  }

  /// The functions on top of the threads that stand for frames that were handed over, by the threads' ids.
  fileprivate func handedOver() async throws -> [String: String] {
    let listed = try await run("threads").array ?? []
    var functions: [String: String] = [:]
    for id in listed.compactMap({ $0["thread"]?.string }) where id.hasPrefix("__frame__") {
      try await run("thread \(id)")
      functions[id] = try await run("bt").array?.first?["function"]?.string
    }
    return functions
  }
}
