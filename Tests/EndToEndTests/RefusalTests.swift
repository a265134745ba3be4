import Glibc
import Testing

extension EndToEnd {
  /// What cannot be is refused with a sentence that says the mend, and the exit status of the contract.
  @Suite struct RefusalTests {
    @Test(arguments: [
      (["listen", "--port", "many"], ["--port", "many"]),
      (["listen", "--port", "65536"], ["65536"]),
      (["listen", "--allow", "10.0.0.0/33"], ["--allow 10.0.0.0/33", "0 to 32"]),
      (["run", "--allow-user", "nobody at all", "x.py"], ["--allow-user nobody at all", "no such user"]),
      (["listen", "--keys", "nosuchpreset"], ["nosuchpreset", "pycharm"]),
      (["listen", "--theme", "nosuchtheme"], ["nosuchtheme"]),
      (["listen", "--no-such-option"], ["--no-such-option"]),
      (["nosuchcommand"], ["nosuchcommand"]),
    ])
    func badUsageExitsWith64(arguments: [String], words: [String]) async throws {
      try await expectRefusal(arguments, status: 64, words: words)
    }

    @Test(arguments: [
      (["listen", "--batch", "--port", "0", "--map", "nothing"], ["nothing", "="]),
      (["listen", "--batch", "--port", "0", "--map", "relative=here"], ["relative"]),
      (["listen", "--batch", "--port", "0", "--host", "203.0.113.7"], ["203.0.113.7"]),
      (["listen", "--port", "0", "--map", "/srv/app="], ["/srv/app"]),
    ])
    func whatCannotBeExitsWith1(arguments: [String], words: [String]) async throws {
      try await expectRefusal(arguments, status: 1, words: words)
    }

    @Test(arguments: [[], ["--batch"]])
    func aPortInUseExitsWith1(mode: [String]) async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        _ = try await workplace.batch(port)
        let outcome = try await onTerminal(["listen", "--port", "\(port)"] + mode, workplace)
        #expect(outcome.ending == .exited(1))
        #expect(outcome.text.contains("\(port)"))
        #expect(outcome.text.contains("--port"))
      }
    }

    @Test func aTerminalThatCannotBeUsedExitsWith2() async throws {
      try await withWorkplace { workplace in
        let outcome = try await onTerminal(["listen", "--port", "0"], workplace, term: "dumb")
        #expect(outcome.ending == .exited(2))
        #expect(outcome.text.contains("dumb"))
        #expect(outcome.text.contains("TERM="))
      }
    }

    @Test func noTerminalAtAllExitsWith2() async throws {
      try await withWorkplace { workplace in
        let outcome = try await Command(
          [Environs.binary, "listen", "--port", "0"], environment: workplace.environment
        ).run()
        #expect(outcome.status == .exited(2))
        #expect(outcome.errors.contains("terminal"))
      }
    }

    @Test func aTerminalThatIsTooSmallSaysSoAndRecovers() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let session = try await workplace.dialback(
          ["listen", "--port", "\(port)"], size: TerminalSize(columns: 18, rows: 3))
        try await session.wait(forText: "small")
        try await session.resize(to: .small)
        try await session.wait(forText: "LISTENING")
        #expect(try await session.quit() == .exited(0))
      }
    }

    private func expectRefusal(_ arguments: [String], status: Int, words: [String]) async throws {
      try await withWorkplace { workplace in
        let outcome = try await Command([Environs.binary] + arguments, environment: workplace.environment).run()
        #expect(outcome.status == .exited(status), "\(outcome.errors)")
        // A warning may come first, as of a host that is not loopback.
        #expect(!outcome.output.contains("listening"))
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
      }
    }

    /// Runs the program on a terminal of that type to its end; gives how it ended and what is on the screen then.
    private func onTerminal(
      _ arguments: [String], _ workplace: Workplace, term: String = "tmux-256color"
    ) async throws -> (ending: Ending, text: String) {
      let session = try await workplace.terminal(["env", "TERM=\(term)", Environs.binary] + arguments)
      let ending = try await session.waitForEnd()
      return (ending, try await session.screen().text)
    }
  }
}
