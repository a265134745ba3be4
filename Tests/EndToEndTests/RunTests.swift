import Glibc
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

    /// A PYTHONPATH with a part that stands for the folder where one is, as `:/home/me/lib` has by accident.
    @Test(arguments: [".", ":/x", "/x::"], ["run", "demo"])
    func nothingOfTheFolderIsRunBeforeTheProgram(path: String, command: String) async throws {
      try await withWorkplace { workplace in
        let names = ["pydevd.py", "pip/__main__.py", "pip/__init__.py", "venv/__main__.py", "venv/__init__.py"]
        for folder in ["pip", "venv"] { try Files.makeFolder("\(workplace.project)/\(folder)") }
        for name in names + (command == "demo" ? ["sitecustomize.py", "usercustomize.py", "threading.py"] : []) {
          try Files.write(
            "open('\(workplace.folder)/ran', 'a').write('\(name)\\n')\n", to: "\(workplace.project)/\(name)")
        }
        try Files.write("[global]\nindex-url = http://127.0.0.1:1/\n", to: workplace.project + "/pip.conf")
        let script = try script("print('the program')\n", in: workplace)
        let shell = "cd '\(workplace.project)' && exec \"$@\""
        let outcome = try await Command(
          ["env", "PYTHONPATH=\(path)", "PATH=.:/usr/bin:/bin", "sh", "-c", shell, "sh"]
            + [
              Environs.binary, command, "--batch", "--python", PythonSide.pydevd.python, "-c", "wait stopped 20", "-c",
              "q",
            ]
            + (command == "run" ? [script] : []),
          environment: workplace.environment
        ).run()
        #expect(outcome.output.contains(#""event": "stopped""#), "\(outcome.errors)")
        #expect(!Files.exists(workplace.folder + "/ran"), "\((try? Files.read(workplace.folder + "/ran")) ?? "")")
      }
    }

    /// What is in a folder may be anybody's: its environment is named, not used.
    @Test func anEnvironmentOfTheFolderIsNotTakenSilently() async throws {
      try await withWorkplace { workplace in
        let bin = workplace.project + "/.venv/bin"
        try Files.makeFolder(workplace.project + "/.venv")
        try Files.makeFolder(bin)
        try Files.write("home = /usr/bin\n", to: workplace.project + "/.venv/pyvenv.cfg")
        for name in ["python", "python3"] {
          try Files.write("#!/bin/sh\ntouch '\(workplace.folder)/ran'\n", to: "\(bin)/\(name)")
          chmod("\(bin)/\(name)", 0o755)
        }
        let outside = workplace.folder + "/bin"
        try Files.makeFolder(outside)
        try Files.write("#!/bin/sh\nexec '\(PythonSide.pydevd.python)' \"$@\"\n", to: outside + "/python3")
        chmod(outside + "/python3", 0o755)
        let script = try script("print('the program')\n", in: workplace)
        let session = try await workplace.terminal(
          ["env", "PATH=.venv/bin:\(outside):/usr/bin:/bin", Environs.binary, "run", script], size: .large)
        try await session.wait(forText: "python3 of the PATH runs the program, not the environment in .venv")
        try await session.wait(for: "a stop", within: 20) { $0.isStopped }
        #expect(!Files.exists(workplace.folder + "/ran"))
        #expect(try await session.quit() == .exited(0))
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
