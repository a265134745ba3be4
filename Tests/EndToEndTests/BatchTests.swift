import Glibc
import Testing

extension EndToEnd {
  /// The same debugger with no screen: JSON lines on standard output, and nothing else there.
  @Suite struct BatchTests {
    @Test(arguments: PythonSide.all)
    func aFileOfCommandsTellsTheWholeStory(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let script = workplace.folder + "/commands"
        try Files.write(
          """
          b \(try story.place("price-second"))
          wait stopped 20
          n
          wait stopped 10
          c
          wait stopped 10
          p net * 1000
          where
          clear 1
          c
          wait ended 10
          q

          """, to: script)
        let batch = try await workplace.batch(port, ["-x", script], pipe: false)
        let debuggee = try await workplace.debuggee(story, side, port: port)
        #expect(try await batch.child.waitForEnd(within: 30) == .exited(0))
        #expect(try await debuggee.waitForEnd() == .exited(0))
        let events = try batch.events()
        try expectStory(events, story, port: port)
        #expect(batch.child.output.hasSuffix("\n"))
        #expect(batch.child.errors.contains("Starting debug server at port \(port)"))
        #expect(batch.child.errors.contains("pydevd.settrace('127.0.0.1', True, True, \(port))"))
      }
    }

    @Test func commandsComeFromStandardInputToo() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        // A released pydevd tells no version: it is null, not the template that it sends.
        let connected = try await batch.wait(for: "connected") { $0["process"]?.int == 1 }
        #expect(connected["dialect"]?.string == "pydevd" && connected["pydevd"] == .null)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        try batch.send("p greetings")
        let failed = try await batch.wait(for: "result") { $0["command"]?.string == "p greetings" }
        #expect(failed["ok"]?.bool == false)
        #expect(failed["error"]?.string?.contains("NameError") == true)
        try batch.send("c")
        try await batch.wait(for: "ended") { $0["reason"]?.string == "exited" }
        #expect(try await debuggee.waitForEnd() == .exited(0))
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
        batch.finishInput()
      }
    }

    /// Files are looked at before a command is carried out, which takes its time: a command that comes meanwhile may not overtake.
    @Test func commandsAreCarriedOutInTheOrderInWhichTheyCome() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await batch.wait(for: "stopped") { $0["reason"]?.string == "entry" }
        let commands = (0..<400).map { "p \($0)" }
        for (index, command) in commands.enumerated() {
          try batch.send(command)
          // Two at a time, so close that each is read by itself; the pause ends the burst, and the next look is due.
          if index.isMultiple(of: 2) { usleep(50) } else { try await Task.sleep(for: .milliseconds(25)) }
        }
        try await batch.wait(for: "result", within: 30) { $0["command"]?.string == commands.last }
        let results = try batch.events().filter { $0["event"]?.string == "result" }
        #expect(results.compactMap { $0["command"]?.string } == commands)
        try batch.send("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        try batch.send("q")
        #expect(try await batch.child.waitForEnd() == .exited(0))
        batch.finishInput()
      }
    }

    @Test func aFailedCommandOfAFileEndsItWith1() async throws {
      try await withWorkplace { workplace in
        let script = workplace.folder + "/commands"
        try Files.write("nosuchcommand\nb 1\n", to: script)
        let batch = try await workplace.batch(try FreePort.pick(), ["-x", script], pipe: false)
        #expect(try await batch.child.waitForEnd() == .exited(1))
        let results = try batch.events().filter { $0["event"]?.string == "result" }
        #expect(results.map { $0["ok"]?.bool } == [false])
        #expect(results.first?["error"]?.string?.contains("nosuchcommand") == true)
      }
    }

    @Test func awaitedProcessThatNeverComesEndsItWith2() async throws {
      try await withWorkplace { workplace in
        let batch = try await workplace.batch(try FreePort.pick(), ["-c", "wait connected 0.5"], pipe: false)
        #expect(try await batch.child.waitForEnd() == .exited(2))
      }
    }

    /// What is opened first would be taken for standard input or output otherwise.
    @Test(arguments: ["<&-", "<&- >&-", "<&- >&- 2>&-"])
    func closedInputIsAnEndOfIt(redirection: String) async throws {
      try await withWorkplace { workplace in
        let log = workplace.folder + "/log"
        let outcome = try await Command(
          [
            "sh", "-c", "exec \"$@\" \(redirection)", "sh", Environs.binary, "listen", "--batch", "--port", "0",
            "--log", log,
          ],
          environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(0))
        #expect(try !Files.read(log).contains(#""event""#))
      }
    }

    @Test func aSignalLetsProcessesGoAndRunsNothingMore() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await batch.wait(for: "stopped")
        try batch.send("processes\nwait ended 60\nthreads")
        try await batch.wait(for: "result")
        await batch.child.send(signal: SIGTERM)
        #expect(try await batch.child.waitForEnd() == .exited(128 + Int(SIGTERM)))
        #expect(try await debuggee.waitForEnd() == .exited(0))
        let events = try batch.events()
        #expect(events.last { $0["event"]?.string == "ended" }?["reason"]?.string == "detached")
        #expect(events.count { $0["event"]?.string == "result" } == 1)
        batch.finishInput()
      }
    }

    /// Far more than is kept at a time: the writer is held up, and all is run.
    @Test func thousandsOfCommandsAreAllRun() async throws {
      try await withWorkplace { workplace in
        let script = "yes processes | head -5000 | \"$@\" | grep -c '\"command\": \"processes\"'"
        let outcome = try await Command(
          ["sh", "-c", script, "sh", Environs.binary, "listen", "--batch", "--port", "0"],
          environment: workplace.environment
        ).run()
        #expect(outcome.output == "5000\n")
      }
    }

    private func expectStory(_ events: [JSON], _ story: Program, port: Int) throws {
      func named(_ name: String) -> [JSON] { events.filter { $0["event"]?.string == name } }
      #expect(events.first?["event"]?.string == "listening")
      #expect(named("listening").map { $0["port"]?.int } == [port])
      #expect(named("connected").count == 1)
      let stops = named("stopped")
      #expect(stops.map { $0["reason"]?.string } == ["entry", "step", "breakpoint"])
      #expect(
        try stops.map { $0["line"]?.int }
          == [story.line("entry"), story.line("items"), story.line("price-second")])
      #expect(Set(stops.map { $0["file"]?.string }) == [story.localPath])
      #expect(Set(stops.map { $0["remote_file"]?.string }) == [story.remotePath])
      #expect(stops.last?["function"]?.string == "price")
      let results = named("result")
      #expect(results.allSatisfy { $0["ok"]?.bool == true })
      #expect(results.map { $0["command"]?.string?.split(separator: " ").first ?? "" }.prefix(3) == ["b", "wait", "n"])
      let printed = named("output").filter { $0["category"]?.string == "stdout" }.compactMap { $0["text"]?.string }
      #expect(printed.joined().contains("the amount is 72, GRÜSSE, 世界"))
      let warned = named("output").filter { $0["category"]?.string == "stderr" }.compactMap { $0["text"]?.string }
      #expect(warned.joined().contains("warned 73 times"))
      #expect(named("ended").count == 1)
      let times = events.compactMap { $0["time"]?.double }
      #expect(times == times.sorted())
    }
  }
}
