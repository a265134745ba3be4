import Testing

extension EndToEnd {
  /// Exceptions between the user's own code and a library's, as pydevd's own tests see them.
  @Suite struct FilteredExceptionParityTests {
    private static let filter = ["PYDEVD_FILTERS": #"{"**/outside.py": true}"#]

    @Test(arguments: PythonSide.parity)
    func nothingOfTheProjectIsNothingToStopAt(side: PythonSide) async throws {
      try await withLibrary("filtering.py") { scene, library in
        try await scene.run("set project-roots \(library)/elsewhere")
        try await scene.run("catch RuntimeError raised ignorelib")
        try await scene.start(side, [library, "through"])
        try await scene.finish(nil, status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func theProjectIsStoppedAtAndTheLibraryIsNot(side: PythonSide) async throws {
      for (way, marker) in [("through", "raise"), ("library", nil)] {
        try await withLibrary("filtering.py") { scene, library in
          try await scene.run("catch RuntimeError raised ignorelib")
          try await scene.start(side, [library, way])
          if let marker { try await scene.stop(at: marker, reason: "exception") }
          try await scene.finish(marker == nil ? nil : "c", status: 1)
        }
      }
    }

    @Test(arguments: PythonSide.parity)
    func anExitOfAFilteredFileDoesNotStop(side: PythonSide) async throws {
      try await withLibrary("filtering.py") { scene, library in
        try await scene.run("catch SystemExit raised ignorelib")
        try await scene.start(side, [library, "exit"], environment: Self.filter)
        try await scene.finish(nil, status: 3)
      }
    }

    @Test(arguments: PythonSide.parity, ["raised", "uncaught"])
    func whatPassesThroughAFilteredFileStopsInTheUsersOwn(side: PythonSide, moment: String) async throws {
      try await withLibrary("filtering.py") { scene, library in
        try await scene.run("catch RuntimeError \(moment)")
        try await scene.start(side, [library, "through"], environment: Self.filter)
        try await scene.stop(at: "raise", reason: moment == "raised" ? "exception" : "uncaught")
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity)
    func whatAFilteredFileRaisesStopsInTheUsersFrame(side: PythonSide) async throws {
      try await withLibrary("filtering.py") { scene, library in
        try await scene.run("catch RuntimeError uncaught")
        try await scene.start(side, [library, "library"], environment: Self.filter)
        let stop = try await scene.stop()
        #expect(stop["reason"]?.string == "uncaught")
        #expect(
          try await scene.run("w").array?.contains { $0["line"]?.int == (try? scene.program.line("library")) } == true)
        // pydevd-pycharm stops in the library's own.
        if side.flavour == "pydevd" { #expect(stop["line"]?.int == (try scene.program.line("library"))) }
        try await scene.finish(status: 1)
      }
    }

    @Test(arguments: PythonSide.parity, [("raised", 2), ("uncaught", 1), ("raised uncaught", 3)])
    func atModuleLevelAfterASettraceEachStopsAsOftenAsItShould(side: PythonSide, way: (String, Int)) async throws {
      try await withScene("moduleraise.py") { scene in
        try await scene.run("catch IndexError \(way.0)")
        try await scene.startAlone(side)
        let raises = way.1 > 1 ? ["handled", "unhandled"] : []
        for marker in raises {
          try await scene.stop(at: marker, reason: "exception")
          try await scene.run("c")
        }
        if way.1 != 2 {
          try await scene.stop(at: "unhandled", reason: "uncaught")
          try await scene.run("c")
        }
        try await scene.finish(nil, status: 1)
      }
    }
  }
}
