import Testing

extension EndToEnd {
  /// What makes people stay: files and functions found while they are typed, paths mapped by one key, what was done kept for
  /// the next time.
  @Suite struct ComfortTests {
    @Test func filesAndFunctionsAreFoundAndGoneBackFrom() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        try Files.write("class Till:\n    def total(self):\n        return 7\n", to: workplace.project + "/till.py")
        let session = try await workplace.listen(try FreePort.pick())
        try await session.press("m")
        try await session.type("till,to")
        try await session.wait(forText: "nothing has these letters")
        try await session.press("C-u")
        try await session.type("@tilltot")
        try await session.wait(forText: "till.py:2")
        try await session.press("Enter")
        try await session.wait(for: "the function's file") { $0.contains("return 7") && !$0.contains("Open a file") }
        try await session.press("C-p")
        try await session.type("story:\(try story.line("call"))")
        try await session.wait(forText: "> story:")
        try await session.press("Enter")
        try await session.wait(forText: "# marker: call")
        try await session.press("O")
        try await session.wait(for: "the file from before") { $0.contains("return 7") }
      }
    }

    @Test func aFileThatIsNotHereIsMappedByOneKeyAndKept() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py", isMarked: true)
        let port = try FreePort.pick()
        let listen = ["listen", "--port", "\(port)"]
        let session = try await workplace.dialback(listen, size: .large)
        try await session.wait(forText: "Waiting for process connection")
        let program =
          "import sys; p = sys.argv.pop(1); exec(compile(open(p, 'rb').read(), '/nowhere/app/story.py', 'exec'))"
        _ = try await workplace.python(
          .pydevd, ["-c", program, story.remotePath, "\(port)", PythonSide.pydevd.flavour])
        try await session.wait(forText: "/nowhere/app/story.py is not here.")
        try await session.press("y")
        try await session.wait(forText: "# local: entry")
        try await session.command("display 6 * 7")
        try await session.wait(forText: "42")
        try await session.press("P")
        try await session.wait(forText: "/nowhere/app -> \(workplace.project)")
        try await session.press("q")
        try await session.wait(for: "the popup to go") { !$0.contains("Path mappings") }
        #expect(try await session.quit() == .exited(0))
        let again = try await workplace.dialback(listen, size: .large)
        try await again.wait(forText: "Waiting for process connection")
        try await again.press("P")
        try await again.wait(forText: "/nowhere/app -> \(workplace.project)")
        try await again.press("q", "2")
        try await again.wait(forText: "6 * 7")
      }
    }

    @Test func theScreenIsSavedAndTheWindowHasATitle() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        _ = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        let title = "\(try story.place("entry")) entry - dialback"
        try await eventually(within: 5) {
          "the title is \((try? await session.variable("pane_title")) ?? "unknown")"
        } holds: {
          try await session.variable("pane_title") == title
        }
        let file = workplace.home + "/screen.txt"
        try await session.command("save-display \(file)")
        try await session.wait(forText: "the screen is in")
        let saved = try Files.read(file).split(separator: "\n").map(String.init)
        #expect(saved.first?.contains("STOPPED") == true)
        #expect(saved.count == 40)
        try await session.command("save-console \(workplace.home)/console.txt")
        try await session.wait(forText: "the console is in")
        #expect(try Files.read(workplace.home + "/console.txt").contains("Starting debug server at port \(port)\n"))
      }
    }

    @Test func theConfigurationIsPrintedWithWhereItComesFrom() async throws {
      try await withWorkplace { workplace in
        try Files.write("host = \"0.0.0.0\"\ntheme = \"light\"\nprot = 1\n", to: workplace.project + "/.dialback.toml")
        let outcome = try await Command(
          [Environs.binary, "config", "--root", workplace.project, "--port", "77"], environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(0))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("theme = \"light\" ") && $0.hasSuffix("/.dialback.toml:2") })
        #expect(lines.contains { $0.hasPrefix("port = 77 ") && $0.hasSuffix("# command line") })
        #expect(lines.contains { $0.hasPrefix("host = \"127.0.0.1\" ") && $0.hasSuffix("# default") })
        #expect(outcome.errors.contains(".dialback.toml:1:1: a project can't set host"))
        #expect(outcome.errors.contains(".dialback.toml:3:1: prot is no option; did you mean port?"))
      }
    }

    /// It is kept for the next time, an option beats it, and colours are what changes.
    @Test func aChosenThemeIsKept() async throws {
      try await withWorkplace { workplace in
        let listen = ["listen", "--port", "0"]
        let text = "settrace"
        let session = try await workplace.dialback(listen, size: .large)
        try await session.wait(forText: "Waiting for process connection")
        let before = try await session.styledScreen().foregrounds(of: text)
        try await session.command("theme light")
        try await eventually(within: 5, complaint: { "the colours did not change" }) {
          try await session.styledScreen().foregrounds(of: text) != before
        }
        let chosen = try await session.styledScreen().foregrounds(of: text)
        #expect(try await session.quit() == .exited(0))
        for (arguments, expected) in [(listen, chosen), (listen + ["--theme", "default"], before), (listen, chosen)] {
          let again = try await workplace.dialback(arguments, size: .large)
          try await again.wait(forText: "Waiting for process connection")
          #expect(try await again.styledScreen().foregrounds(of: text) == expected)
          #expect(try await again.quit() == .exited(0))
        }
        let outcome = try await Command([Environs.binary, "config"], environment: workplace.environment).run()
        #expect(outcome.output.contains("theme = \"light\""))
      }
    }

    /// bash itself is asked, with the script that Dialback prints.
    @Test(arguments: [
      ("dialback run --py", "--python"), ("dialback --ma", "--map"), ("dialback sni", "snippet"),
      ("dialback run only", "only_here.py"), ("dialback listen --theme li", "light"),
    ])
    func bashCompletes(line: String, word: String) async throws {
      try await withWorkplace { workplace in
        try Files.write("", to: workplace.project + "/only_here.py")
        let script = """
          cd "$2"; source <("$1" --generate-completion-script bash)
          spec=$(complete -p dialback); function=${spec##*-F }; function=${function%% *}
          COMP_LINE=$3; COMP_POINT=${#3}; COMP_WORDS=($3); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
          $function dialback "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
          printf '%s\n' "${COMPREPLY[@]}"
          """
        let outcome = try await Command(
          ["bash", "-c", script, "bash", Environs.binary, workplace.project, line], environment: workplace.environment
        ).run()
        #expect(outcome.output.split(separator: "\n").map(String.init) == [word], "\(outcome.errors)")
      }
    }
  }
}
