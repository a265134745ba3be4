import Glibc
import Testing

extension EndToEnd {
  /// Nobody reads what Dialback writes, or the terminal takes only a part of it.
  @Suite struct StandardStreamTests {
    /// A process is served, and the first signal ends Dialback, which lets that process go.
    @Test(arguments: ["--batch", "--plain"], [SIGTERM, SIGINT])
    func aReaderThatStandsStillHoldsNothingUp(mode: String, signal: Int32) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let (input, output) = (workplace.folder + "/in", workplace.folder + "/out")
        let ends = [input, output].map { (path: String) -> Int32 in
          mkfifo(path, 0o600) == 0 ? open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK) : -1
        }
        defer { ends.forEach { close($0) } }
        let dialback = try await workplace.python(
          .pydevd,
          [
            "-c",
            "import os, sys; os.dup2(os.open(sys.argv[1], os.O_RDONLY), 0); "
              + "os.dup2(os.open(sys.argv[2], os.O_WRONLY), 1); os.execv(sys.argv[3], sys.argv[3:])",
            input, output, Environs.binary, "listen", mode, "--port", "\(port)",
          ])
        try await eventually(complaint: { dialback.report }) { try FreePort.isListening(port) }
        // More than the pipe takes.
        let questions = Array(String(repeating: "help\n", count: 200).utf8)
        #expect(write(ends[0], questions, questions.count) == questions.count)
        try await Task.sleep(for: .milliseconds(500))
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await eventually(complaint: { debuggee.report }) { try FreePort.connections(to: port) > 0 }
        try await Task.sleep(for: .milliseconds(500))
        await dialback.send(signal: signal)
        #expect(try await dialback.waitForEnd(within: 5) == .exited(128 + Int(signal)))
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    /// It comes late, and all of it.
    @Test func aSlowReaderLosesNothing() async throws {
      try await withWorkplace { workplace in
        let script =
          #"printf 'help\n%.0s' $(seq 300) | "$0" listen --batch --port 0 2>&1 | (sleep 2; cat) >out; tail -n1 out"#
        let outcome = try await Command(
          ["sh", "-c", "cd \(workplace.folder) && " + script, Environs.binary], environment: workplace.environment
        ).run()
        let lines = try Files.read(workplace.folder + "/out").split(separator: "\n")
        #expect(lines.filter { $0.contains("\"event\": \"result\"") }.count == 300)
        #expect(lines.filter { $0.hasPrefix("{") }.allSatisfy { (try? JSONParser.parse($0)) != nil })
        #expect(outcome.status == .exited(0))
      }
    }

    /// Another program on the same terminal has made it non-blocking, and it has no room while much is drawn.
    @Test func aTerminalThatDoesNotWaitShowsAll() async throws {
      try await withWorkplace { workplace in
        let script = #"""
          python3 -c '
          import fcntl, os, time
          for _ in range(100):
              fcntl.fcntl(1, fcntl.F_SETFL, fcntl.fcntl(1, fcntl.F_GETFL) | os.O_NONBLOCK)
              time.sleep(0.05)
          ' &
          exec "$0" listen --port 0
          """#
        let session = try await workplace.terminal(["sh", "-c", script, Environs.binary], size: .large)
        try await session.wait(forText: "Waiting for process connection")
        try await Task.sleep(for: .milliseconds(500))
        let before = try await session.screen()
        let server = try #require(Int32(try await session.variable("pid")))
        Glibc.kill(server, SIGSTOP)
        for _ in 0..<40 {
          try session.send(signal: SIGWINCH)
          try await Task.sleep(for: .milliseconds(20))
        }
        Glibc.kill(server, SIGCONT)
        try await session.press("F1")
        try await session.press("Escape")
        // But for the clock of the waiting screen.
        func rows(_ screen: Screen) -> [String] {
          screen.rows.dropFirst().dropLast().map { String($0) }.filter { !$0.contains("Listening on") }
        }
        try await session.wait(for: "the same screen") { rows($0) == rows(before) }
      }
    }
  }
}
