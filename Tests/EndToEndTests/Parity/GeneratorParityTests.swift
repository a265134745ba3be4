import Testing

extension EndToEnd {
  /// Steps in generators and coroutines, as pydevd's own tests see them.
  @Suite struct GeneratorParityTests {
    @Test(arguments: PythonSide.parity, ["plain", "delegating"])
    func stepsOverCrossYieldsAndComeOutInTheConsumer(side: PythonSide, name: String) async throws {
      try await withScene("generators.py") { scene in
        try await scene.breakpoint("\(name)-first")
        try await scene.start(side)
        try await scene.stop(at: "\(name)-first")
        try await scene.run("n", until: "\(name)-yield")
        try await scene.run("n", until: "\(name)-last")
        try await scene.run("n", until: "\(name)-loop", "\(name)-after")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity, ["plain", "delegating"])
    func aStepOutOfAGeneratorEndsInItsConsumer(side: PythonSide, name: String) async throws {
      try await withScene("generators.py") { scene in
        try await scene.breakpoint("\(name)-first")
        try await scene.start(side)
        try await scene.stop(at: "\(name)-first")
        try await scene.run("r", until: "\(name)-loop")
        try await scene.run("n", until: "\(name)-after")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func stepsIntoGoBetweenTheGeneratorAndItsConsumer(side: PythonSide) async throws {
      try await withScene("generators.py") { scene in
        try await scene.breakpoint("pair-first")
        try await scene.start(side)
        try await scene.stop(at: "pair-first")
        try await scene.run("s", until: "pair-body")
        try await scene.run("s", until: "pair-loop")
        try await scene.run("s", until: "pair-second", "pair-first")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aStepOverAnAwaitStaysInTheCoroutine(side: PythonSide) async throws {
      try await withScene("coroutines.py") { scene in
        try await scene.breakpoint("main-first")
        try await scene.start(side)
        try await scene.stop(at: "main-first")
        try await scene.run("n", until: "main-second")
        try await scene.run("n", until: "main-last")
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aStepOverTheEndOfACoroutineStopsAgain(side: PythonSide) async throws {
      try await withScene("coroutines.py") { scene in
        try await scene.breakpoint("count-last")
        try await scene.start(side)
        try await scene.stop(at: "count-last")
        try await scene.run("n")
        let stop = try await scene.stop()
        #expect(stop["reason"]?.string == "step")
        #expect(["main", "sleep"].contains(stop["function"]?.string))
        try await scene.finish()
      }
    }

    @Test(arguments: PythonSide.parity)
    func aStepOutOfACoroutineEndsInTheOneThatAwaitsIt(side: PythonSide) async throws {
      try await withScene("coroutines.py") { scene in
        try await scene.breakpoint("count-first")
        try await scene.start(side)
        try await scene.stop(at: "count-first")
        try await scene.run("r", until: "main-first")
        try await scene.run("s")
        let stop = try await scene.stop()
        #expect(stop["reason"]?.string == "step")
        // pydevd-pycharm comes out in the event loop.
        #expect(["main", "sleep", "_run_once"].contains(stop["function"]?.string))
        try await scene.finish()
      }
    }
  }
}
