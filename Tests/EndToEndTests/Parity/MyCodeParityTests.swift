import Testing

extension EndToEnd {
  /// Steps between the user's own code and a library's, as pydevd's own tests see them. Which is which is said in the
  /// environment of the program.
  @Suite struct MyCodeParityTests {
    @Test(arguments: ["mystep", "mynext"])
    func stepsThroughOwnCodePassTheLibraryOver(step: String) async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.breakpoint("call")
        try await scene.start(.pydevd, [library], environment: ["IDE_PROJECT_ROOTS": scene.workplace.deployed])
        try await scene.stop(at: "call")
        try await scene.run("mystep", until: "first")
        try await scene.run("mystep", until: "second")
        try await scene.run(step, until: "first")
        try await scene.run(step, until: "call")
        try await scene.run(step, until: "after")
        try await scene.finish()
      }
    }

    /// pydevd-pycharm takes what is outside of the roots for a library's, but has this step alone.
    @Test func theStepIntoOwnCodeIsHadOnTheOtherSideToo() async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.breakpoint("call")
        try await scene.start(.pycharm263, [library], environment: ["IDE_PROJECT_ROOTS": scene.workplace.deployed])
        try await scene.stop(at: "call")
        try await scene.run("mystep", until: "first")
        try await scene.run("mystep", until: "second")
        try await scene.run("mystep", until: "first", "after")
        try await scene.finish()
      }
    }

    @Test(
      arguments: ["s", "n", "r"],
      [
        ("PYDEVD_FILTER_LIBRARIES", "1"), ("PYDEVD_FILTERS", #"{"**/outside.py": true}"#),
        ("PYDEVD_FILTERS", "**/outside.py"),
      ])
    func plainStepsDoTheSameWhereTheLibraryIsFiltered(step: String, filter: (String, String)) async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.breakpoint("call")
        let environment = ["IDE_PROJECT_ROOTS": scene.workplace.deployed, filter.0: filter.1]
        try await scene.start(.pydevd, [library], environment: environment)
        try await scene.stop(at: "call")
        try await scene.run("s", until: "first")
        try await scene.run("s", until: "second")
        try await scene.run(step, until: "first")
        try await scene.run(step, until: "call")
        try await scene.finish()
      }
    }

    /// The roots come from the path mapping, and the program's environment says nothing.
    @Test(arguments: PythonSide.parity)
    func theFilterIsSetFromHere(side: PythonSide) async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.run("set filter-libraries on")
        try await scene.breakpoint("call")
        try await scene.start(side, [library])
        try await scene.stop(at: "call")
        try await scene.run("s", until: "first")
        try await scene.run("s", until: "second")
        try await scene.run("set filter-libraries off")
        try await scene.run("s")
        #expect(try await scene.stop()["remote_file"]?.string?.hasSuffix("outside.py") == true)
        try await scene.finish()
      }
    }

    @Test func aLibraryFileThatIsNamedAsOwnIsSteppedInto() async throws {
      try await withLibrary("mycode.py") { scene, library in
        try await scene.breakpoint("call")
        let environment = [
          "IDE_PROJECT_ROOTS": scene.workplace.deployed, "PYDEVD_FILTER_LIBRARIES": "1",
          "PYDEVD_FILTERS": #"{"**/outside.py": false}"#,
        ]
        try await scene.start(.pydevd, [library], environment: environment)
        try await scene.stop(at: "call")
        try await scene.run("s")
        #expect(try await scene.stop()["function"]?.string == "call_first")
        try await scene.finish()
      }
    }

    @Test func aStepOutOfACoroutinePassesTheFilteredOneOver() async throws {
      try await withLibrary("mycoroutine.py") { scene, library in
        try await scene.breakpoint("inner")
        let environment = [
          "IDE_PROJECT_ROOTS": scene.workplace.deployed, "PYDEVD_FILTERS": #"{"**/outside.py": true}"#,
        ]
        try await scene.start(.pydevd, [library], environment: environment)
        try await scene.stop(at: "inner")
        try await scene.run("s", until: "await", "after")
        try await scene.finish()
      }
    }
  }
}
