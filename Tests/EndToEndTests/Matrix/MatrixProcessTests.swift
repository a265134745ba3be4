import Testing

extension EndToEnd {
  /// The same for exceptions, threads and processes.
  @Suite struct MatrixProcessTests {
    @Test(arguments: PythonSide.matrix)
    func exceptionsStopWhereTheyAreRaisedAndWhereNobodyHandlesThem(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["raising"])
        try await scene.stop(at: "entry-raising", reason: "entry")
        try await scene.run("catch Trouble raised")
        let raised = try await scene.run("c", until: "raise", reason: "exception")
        #expect(raised["exception"]?["type"]?.string == "Trouble")
        #expect(raised["exception"]?["message"]?.string == "level 2")
        try await scene.run("catch Trouble uncaught")
        let uncaught = try await scene.run("c", until: "raise", reason: "uncaught")
        #expect(uncaught["exception"]?["message"]?.string == "level 3")
        #expect(try await scene.value(of: "level") == "3")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.matrix)
    func threadsThatRunArePausedAndHaveStacks(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        let end = "\(scene.workplace.folder)/end"
        try await scene.startAlone(side, ["threads", end])
        try await scene.stop(at: "entry-threads", reason: "entry")
        try await scene.run("c")
        try await scene.batch.wait(for: "output") { $0["text"]?.string?.contains("both run") == true }
        try await scene.run("pause all")
        let first = try await scene.stop()
        let second = try await scene.stop()
        #expect(first["reason"]?.string == "pause" && second["reason"]?.string == "pause")
        let threads = try await scene.run("threads").array ?? []
        let threadNames = threads.map { $0["name"]?.string ?? "" }
        #expect(threadNames.contains("MainThread") && threadNames.contains("worker"))
        let stacks = try await scene.run("stacks").array ?? []
        #expect(stacks.count >= 2)
        try Files.write("", to: end)
        try await scene.run("c all")
        try await scene.finish(nil)
      }
    }

    @Test(arguments: PythonSide.matrix, ["set accelerate off", "detach", "detach hard"])
    func theAcceleratorIsPutInAndTakenOutAgain(side: PythonSide, end: String) async throws {
      try await withScene("releases.py") { scene in
        try await scene.run("set accelerate on")
        try await scene.startAlone(side, ["patched"])
        try await scene.stop(at: "entry-patched", reason: "entry")
        try await scene.run("n")
        try await scene.stop()
        try await scene.run("n", until: "before-end")
        let kind = try await scene.value(of: "type(sys.modules['pydevd'].time).__name__")
        #expect(kind.contains(side.flavour == "pydevd" ? "module" : "Time"))
        try await scene.run(end)
        if end.hasPrefix("set") { try await scene.run("c") }
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(try (scene.printed + scene.output()).contains("time is a module"))
      }
    }

    @Test(arguments: PythonSide.matrix)
    func twoCallsOfSettraceWithASoftDetachBetweenStopTwice(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["twice"])
        try await scene.stop(at: "entry-twice", reason: "entry")
        try await scene.breakpoint("square")
        try await scene.run("detach")
        try await scene.batch.wait(for: "ended") { $0["reason"]?.string == "detached" }
        try await scene.stop(at: "again", reason: "entry", within: 20)
        try await scene.run("c", until: "square", reason: "breakpoint")
        #expect(try await scene.value(of: "number") == "2")
        try await scene.run("clear 1")
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("after"))
      }
    }

    @Test(arguments: PythonSide.matrix)
    func childrenDialBackAndStop(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["child"])
        try await scene.stop(at: "entry-child", reason: "entry")
        try await scene.breakpoint("square")
        try await scene.run("c")
        // The fork, then the process that is started.
        for expected in side.losesForks ? ["6"] : ["5", "6"] {
          let stop = try await scene.stop(at: "square", within: 30)
          try await scene.run("process \(stop["process"]?.int ?? 0)")
          #expect(try await scene.value(of: "number") == expected)
          try await scene.run("c")
        }
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("parent ends"))
      }
    }

    @Test(arguments: PythonSide.matrix)
    func aDetachedProgramRunsToItsEndAndAKilledOneDoesNot(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["loop"])
        try await scene.stop(at: "entry-loop", reason: "entry")
        try await scene.breakpoint("loop")
        try await scene.run("c", until: "loop", reason: "breakpoint")
        try await scene.run("detach hard")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("190"))
      }
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["loop"])
        try await scene.stop(at: "entry-loop", reason: "entry")
        try await scene.run("kill")
        try await scene.batch.wait(for: "ended") { $0["reason"]?.string == "killed" }
        _ = try await scene.debuggee?.waitForEnd()
        #expect(!scene.printed.contains("190"))
      }
    }

    @Test(arguments: PythonSide.matrix)
    func theSourceIsHadFromTheProcess(side: PythonSide) async throws {
      try await withScene("releases.py") { scene in
        try await scene.startAlone(side, ["steps"])
        try await scene.stop(at: "entry-steps", reason: "entry")
        try await scene.run("source \(scene.program.remotePath)")
        try await scene.run("list \(scene.program.remotePath):1")
        try await scene.finish()
      }
    }
  }
}
