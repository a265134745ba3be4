import Testing

extension EndToEnd {
  /// Threads that libraries make, as pydevd's own tests see them.
  @Suite struct ForeignThreadParityTests {
    @Test(
      arguments: PythonSide.libraries.filter { $0.hasModule("PyQt5") },
      [
        ("inherits", "inherits"), ("moved", "moved"), ("pool", "pool"), ("listens", "signal', 'started"),
      ])
    func aThreadOfQtStops(side: PythonSide, kind: (name: String, done: String)) async throws {
      try await withScene("qtthreads.py") { scene in
        try await scene.breakpoint(kind.name)
        try await scene.start(side, pydevd: ["--qt-support=pyqt5"], [kind.name])
        let stop = try await scene.stop(at: kind.name)
        #expect(stop["function"]?.string == (kind.name == "moved" ? "work" : "run"))
        try await scene.finish()
        #expect(scene.printed.contains("done ['\(kind.done)']"))
      }
    }

    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("matplotlib") })
    func threadsStopWhileAPlottingLibraryIsHookedIn(side: PythonSide) async throws {
      try await withScene("plotting.py") { scene in
        try await scene.breakpoint("double")
        try await scene.start(side, environment: ["MPLBACKEND": "agg"])
        for _ in 1...2 {
          let stop = try await scene.stop(at: "double", within: 60)
          try await scene.run("thread \(stop["thread"]?.string ?? "")")
          try await scene.run("c")
        }
        try await scene.finish(nil)
        #expect(scene.printed.contains("2 matplotlib.pyplot"))
      }
    }

    @Test(arguments: PythonSide.parity)
    func theStackOfEveryThreadIsHadOfTheRunningOneToo(side: PythonSide) async throws {
      try await withScene("pausing.py") { scene in
        try await scene.breakpoint("sleep")
        try await scene.start(side, ["ada"])
        let stop = try await scene.stop(at: "sleep")
        let stacks = try await scene.run("stacks").array ?? []
        #expect(Set(stacks.compactMap { $0["state"]?.string }) == ["running", "stopped"])
        for stack in stacks {
          let frames: [JSON] = stack["frames"]?.array ?? []
          let functions: [String] = frames.map { $0["function"]?.string ?? "" }
          let expected = stack["thread"] == stop["thread"] ? "turn" : "join"
          #expect(functions.contains(expected), "\(functions)")
          #expect(!frames.contains { $0["remote_file"]?.string?.contains("_pydevd_bundle") == true })
        }
        try await scene.run("clear")
        #expect(try await scene.value(of: "end('ada')") == "'told'")
        try await scene.finish()
      }
    }
  }
}
