import Glibc
import Testing

extension EndToEnd {
  /// However the debugger leaves, its debuggee runs on to its own end.
  @Suite struct LeavingTests {
    /// A way in which the program ends.
    enum Way: String, CaseIterable, Sendable {
      case quit, terminate, hangUp, kill

      /// Ends the program in this way and waits until it is gone.
      func end(_ session: TmuxSession) async throws {
        switch self {
        case .quit: #expect(try await session.quit() == .exited(0))
        case .terminate: try await signal(SIGTERM, session)
        case .hangUp: try await signal(SIGHUP, session)
        case .kill: try await signal(SIGKILL, session)
        }
      }

      private func signal(_ signal: Int32, _ session: TmuxSession) async throws {
        try session.send(signal: signal)
        _ = try await session.waitForEnd()
      }
    }

    @Test(arguments: Way.allCases, PythonSide.all)
    func aStoppedProcessRunsToItsEnd(way: Way, side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["-c", "b \(try story.place("price-second"))"])
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("c")
        try await session.wait(untilStoppedAt: try story.place("price-second"))
        try await way.end(session)
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("the amount is 72"))
      }
    }

    @Test(arguments: Way.allCases, PythonSide.all)
    func aProcessThatHasJustConnectedRunsToItsEnd(way: Way, side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let processID = try session.processID
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await eventually(every: .microseconds(200), complaint: { "no connection; \(debuggee.report)" }) {
          try FreePort.connections(to: port) > 0
        }
        switch way {
        case .quit: try await session.press("q")
        case .terminate: Glibc.kill(processID, SIGTERM)
        case .hangUp: Glibc.kill(processID, SIGHUP)
        case .kill: Glibc.kill(processID, SIGKILL)
        }
        if way == .quit { try await answer(session) }
        #expect(try await debuggee.waitForEnd() == .exited(0))
        #expect(debuggee.output.contains("the amount is 72"))
        _ = try await session.waitForEnd()
      }
    }

    /// Signals that end programs and that Dialback does not leave by.
    static let lastSignals = [
      SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGIO, SIGPWR, SIGSTKFLT, 34, 64,
    ]

    /// By `q`, by signals that end programs, and by those of a crash (after which Swift's own report would ask something).
    @Test(arguments: [nil, SIGTERM, SIGHUP, SIGSEGV, SIGILL, SIGABRT, SIGTRAP] + lastSignals.map(Optional.some))
    func theTerminalIsLeftAsItWas(after signal: Int32?) async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let script =
          #"stty -a >before; sh -c 'echo $$ >pid; exec "$@"' sh "$@"; s=$?; stty -a >after; echo back with $s; read w"#
        let session = try await workplace.terminal(
          [
            "env", "SWIFT_BACKTRACE=enable=no", "sh", "-c", script, "sh", Environs.binary, "listen", "--port",
            "\(port)",
          ])
        try await session.wait(forText: "Waiting for process connection")
        #expect(try await session.variable("alternate_on") == "1")
        if let signal {
          Glibc.kill(pid_t(try #require(try Files.number(in: workplace.project + "/pid"))), signal)
          try await session.wait(forText: "back with \(128 + signal)")
        } else {
          try await session.press("q")
          try await session.wait(forText: "back with 0")
        }
        #expect(try Files.read(workplace.project + "/before") == Files.read(workplace.project + "/after"))
        for (variable, value) in [
          ("alternate_on", "0"), ("cursor_flag", "1"), ("mouse_any_flag", "0"), ("keypad_flag", "0"),
        ] {
          #expect(try await session.variable(variable) == value, "\(variable)")
        }
      }
    }

    /// Says yes if there is a question and the program is still there to hear it.
    private func answer(_ session: TmuxSession) async throws {
      if (try? await session.waitForEnd(within: 0.7)) == nil { try await session.press("y") }
    }
  }
}
