import Testing

extension EndToEnd {
  /// Children that dial in by themselves, as pydevd's own tests see them.
  @Suite struct ProcessParityTests {
    @Test(arguments: PythonSide.parity, ["process", "pool", "code", "arguments"])
    func aChildDialsInAndStops(side: PythonSide, way: String) async throws {
      try await expectChild(side, way)
    }

    /// pydevd-pycharm has a spawned child end with 1, and does not follow into an archive.
    @Test(arguments: ["spawn", "archive"])
    func aChildOfAnotherKindDialsInAndStops(way: String) async throws {
      try await expectChild(.pydevd, way)
    }

    private func expectChild(_ side: PythonSide, _ way: String) async throws {
      try await withScene("children.py") { scene in
        try await scene.breakpoint("child")
        try await scene.breakpoint("parent")
        try await scene.start(side, pydevd: ["--multiprocess"], [way])
        let child = try await scene.stop(at: "child")
        #expect(child["process"]?.int != 1)
        #expect(try await scene.value(of: "number") == "21")
        try await scene.run("n")
        #expect(try await scene.stop()["process"] == child["process"])
        try await scene.run("c")
        let parent = try await scene.stop(at: "parent")
        #expect(parent["process"]?.int == 1)
        try await scene.select(parent)
        #expect(try await scene.value(of: "status") == "0")
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aChildThatIsStartedWhileThreadsStandStopsAndEnds(side: PythonSide) async throws {
      try await withScene("childofthread.py") { scene in
        for marker in ["main", "thread", "child"] { try await scene.breakpoint(marker) }
        try await scene.start(side, pydevd: ["--multiprocess"])
        let thread = try await scene.stop(at: "thread")
        try await scene.run("n", until: "set")
        try await scene.run("n")
        var stops: [Int: JSON] = [:]
        for _ in 1...2 {
          let stop = try await scene.stop()
          stops[stop["line"]?.int ?? 0] = stop
        }
        let main = try #require(stops[try scene.program.line("main")])
        try await scene.select(thread)
        try await scene.run("c")
        let child = try await scene.stop(at: "child")
        #expect(child["process"] != thread["process"])
        for stop in [child, main] {
          try await scene.select(stop)
          try await scene.run("c")
        }
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("all have ended"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func aSubprocessOfAProgramThatCalledSettraceDialsInToo(side: PythonSide) async throws {
      try await withScene("dialchild.py") { scene in
        try await scene.startAlone(side)
        try await scene.stop(at: "entry", reason: "entry")
        try await scene.breakpoint("child")
        try await scene.run("c")
        let child = try await scene.stop(at: "child")
        #expect(child["process"]?.int == 2)
        try await scene.run("c")
        #expect(try await scene.debuggee?.waitForEnd() == .exited(0))
        #expect(scene.printed.contains("the child left with 0"))
      }
    }
  }
}

extension Scene {
  /// Selects the thread of a stop.
  fileprivate func select(_ stop: JSON) async throws {
    try await run("process \(stop["process"]?.int ?? 0)")
    try await run("thread \(stop["thread"]?.string ?? "")")
  }
}
