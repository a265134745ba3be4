import Testing

extension EndToEnd {
  /// Exceptions, as pydevd's own tests see them.
  @Suite struct ExceptionParityTests {
    @Test(arguments: PythonSide.parity)
    func raisedStopsOnceForAnExceptionThatPassesThroughThreeFunctions(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.run("catch Trouble raised if level == 3")
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("c")
        let stop = try await scene.stop(at: "raise-trouble", reason: "exception")
        #expect(stop["exception"]?["message"]?.string == "level 3 is too much")
        try await scene.breakpoint("raise-key")
        try await scene.run("c", until: "raise-key", reason: "breakpoint")
        try await scene.run("nocatch Trouble")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func anUncaughtExceptionAtModuleLevelStopsOnce(side: PythonSide) async throws {
      try await withScene("toplevel.py") { scene in
        try await scene.run("catch *")
        try await scene.start(side)
        let stop = try await scene.stop(at: "unhandled", reason: "uncaught")
        #expect(stop["exception"]?["type"]?.string == "ValueError")
        #expect(stop["exception"]?["message"]?.string == "not handled")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func aHandledAndAnUncaughtOneAreTwoRaisesAndOneEnd(side: PythonSide) async throws {
      try await withScene("toplevel.py") { scene in
        try await scene.run("catch ValueError raised uncaught")
        try await scene.start(side)
        try await scene.stop(at: "handled", reason: "exception")
        try await scene.run("c", until: "unhandled", reason: "exception")
        try await scene.run("c", until: "unhandled", reason: "uncaught")
        #expect(try await scene.run("exception")["message"]?.string == "not handled")
        try await scene.run("nocatch")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func uncaughtExceptionsOfThreadsStopWhereTheyWereRaised(side: PythonSide) async throws {
      try await withScene("dyingthreads.py") { scene in
        try await scene.run("catch *")
        try await scene.start(side)
        for name in ["one", "two"] {
          let stop = try await scene.stop(at: "thread", reason: "uncaught")
          #expect(stop["exception"]?["type"]?.string == "ValueError")
          #expect(stop["exception"]?["message"]?.string == "of \(name)")
          try await scene.run("c")
        }
        let stop = try await scene.stop(at: "main", reason: "uncaught")
        #expect(stop["exception"]?["type"]?.string == "IndexError")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func anExceptionOutOfAGeneratorStopsWhereItIsRaisedAndAtTheEnd(side: PythonSide) async throws {
      try await withScene("dyinggenerator.py") { scene in
        try await scene.run("catch ValueError raised uncaught")
        try await scene.start(side)
        try await scene.stop(at: "generator", reason: "exception")
        try await scene.run("c", until: "generator", reason: "uncaught")
        let frames = try await scene.run("exception")["frames"]?.array ?? []
        #expect(frames.first?["line"]?.int == (try scene.program.line("generator")))
        #expect(frames.last?["line"]?.int == (try scene.program.line("comprehension")))
        // The program's own traceback has the generator and who asked it.
        let stack = try await scene.run("where").array ?? []
        let lines = stack.compactMap { $0["remote_file"]?.string == scene.program.remotePath ? $0["line"]?.int : nil }
        #expect(lines.first == (try scene.program.line("generator")))
        #expect(lines.last == (try scene.program.line("comprehension")))
        try await scene.run("nocatch")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func theLastWordHoldsAfterASettrace(side: PythonSide) async throws {
      try await withScene("catching.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.run("catch Trouble")
        try await scene.run("nocatch Trouble")
        try await scene.run("catch ValueError raised")
        try await scene.run("c", until: "raise-value", reason: "exception")
        try await scene.run("nocatch ValueError")
        try await scene.run("catch Trouble")
        try await scene.run("c", until: "raise-trouble", reason: "uncaught")
        try await scene.finish(status: 1)
      }
    }
  }
}
