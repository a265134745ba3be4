import Testing

extension EndToEnd {
  /// What stands in the program's folder, and what Python prints when it starts, is no matter of `dialback run`.
  @Suite struct RunTests {
    private func script(_ text: String, in workplace: Workplace) throws -> String {
      let path = workplace.project + "/main.py"
      try Files.write(text, to: path)
      return path
    }

    /// Runs a script to its end, and gives what it printed.
    private func output(
      _ workplace: Workplace, _ arguments: [String], _ side: PythonSide, environment: [String: String] = [:]
    ) async throws -> [String] {
      let batch = try await workplace.batch(
        running: ["--no-suspend"] + arguments, side, environment: environment)
      try batch.send("wait ended 20")
      try await batch.wait(for: "ended", within: 25)
      #expect(!batch.child.errors.contains("Getting pydevd"))
      // Old releases of pydevd-pycharm write what they think of the folders on the other stream.
      let printed = try batch.events().filter { $0["category"]?.string == "stdout" }
      return printed.compactMap { $0["text"]?.string }.joined().split(separator: "\n").map(String.init)
    }

    @Test(arguments: PythonSide.all)
    func aFileNamedAsAModuleOfPythonIsNotRun(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        try Files.write("print('queue was run')\n", to: workplace.project + "/queue.py")
        try Files.write("print('pydevd was run')\n", to: workplace.project + "/pydevd.py")
        let script = try script("print('the program')\n", in: workplace)
        #expect(try await output(workplace, [script], side) == ["the program"])
      }
    }

    /// With `PYTHONPATH` it stands for Python's own everywhere: what is in the way is said, and nothing is fetched.
    @Test(arguments: PythonSide.all.filter { $0.flavour == "pydevd" })
    func aModuleThatHidesPythonsOwnIsNamed(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let hiding = workplace.project + "/queue.py"
        try Files.write("shadowed = True\n", to: hiding)
        let script = try script("print('the program')\n", in: workplace)
        let batch = try await workplace.batch(running: [script], side, environment: ["PYTHONPATH": workplace.project])
        #expect(try await batch.child.waitForEnd() == .exited(1))
        #expect(batch.child.errors.contains(hiding) && batch.child.errors.contains("shadowed"))
        #expect(!batch.child.errors.contains("Getting pydevd"))
      }
    }

    @Test(arguments: PythonSide.all)
    func whatPythonPrintsWhenItStartsIsNoAnswer(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let folder = workplace.project + "/talk"
        try Files.makeFolder(folder)
        try Files.write("print('something is said when Python starts')\n", to: folder + "/sitecustomize.py")
        let script = try script("print('the program')\n", in: workplace)
        let lines = try await output(workplace, [script], side, environment: ["PYTHONPATH": folder])
        #expect(lines.last == "the program")
      }
    }

    @Test(arguments: PythonSide.all)
    func redirectionPrintsNoLineTwice(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let configuration = workplace.project + "/redirect.toml"
        try Files.write("redirect = \"on\"\n", to: configuration)
        let script = try script("print('one')\nprint('two')\n", in: workplace)
        #expect(try await output(workplace, ["--config", configuration, script], side) == ["one", "two"])
      }
    }

    /// Dialback's questions at the first stop import nothing: `monkey.patch_all` has to come before what it patches is used.
    @Test(arguments: PythonSide.libraries.filter { $0.hasModule("gevent") && $0.hasModule("django") })
    func questionsAtTheFirstStopImportNothing(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let text = """
          import sys
          print(sorted({"django", "asyncio"}.intersection(sys.modules)))
          from gevent import monkey
          monkey.patch_all()
          print("end")
          """
        let batch = try await workplace.batch(
          running: [try script(text, in: workplace)], side, environment: ["GEVENT_SUPPORT": "True"])
        for line in ["wait stopped 20", "locals", "p 1 + 1", "where", "c", "wait ended 20"] { try batch.send(line) }
        try await batch.wait(for: "ended", within: 30)
        let printed = try batch.events().filter { $0["category"]?.string == "stdout" }
        // The Python sides import these themselves, with a front end that asks nothing.
        let imported = side.flavour == "pydevd" ? "['django']" : "['asyncio', 'django']"
        #expect(printed.compactMap { $0["text"]?.string }.joined() == "\(imported)\nend\n")
        #expect(try batch.events().filter { $0["event"]?.string == "result" }.allSatisfy { $0["ok"] == .bool(true) })
      }
    }
  }
}
