import Glibc
import Testing

extension EndToEnd {
  /// The link between the machines dies without a word. The times are those of a `link-timeout` of 6 seconds.
  @Suite(.enabled(if: CutLink.missing == nil, "\(CutLink.missing ?? "")")) struct CutLinkTests {
    private static let timeout = 6.0

    /// What is done on the dead link.
    enum Deed: String, CaseIterable, Sendable {
      case nothing, step, evaluation, pause, breakpoint

      func command(_ program: Program) throws -> String? {
        switch self {
        case .nothing: nil
        case .step: "next"
        case .evaluation: "p 1 + 1"
        case .pause: "pause"
        case .breakpoint: "b \(try program.place("loop"))"
        }
      }
    }

    private struct Session {
      let deed: Deed
      let batch: Batch
      let debuggee: ChildProcess
      let logPath: String

      /// Whether the debuggee has gone on.
      var ticks: Int { (try? Files.read(logPath).count) ?? 0 }
    }

    private func start(
      _ deed: Deed, _ side: PythonSide, _ link: CutLink, _ program: Program, _ workplace: Workplace, _ port: Int,
      commands: [String]
    ) async throws -> Session {
      let batch = try await workplace.batch(port, ["--host", "0.0.0.0"], through: link.nearSide)
      for command in ["set link-timeout \(Int(Self.timeout))"] + commands { try batch.send(command) }
      try await batch.wait(for: "result", skipping: commands.count)
      let logPath = "\(workplace.folder)/ticks-\(port)"
      let debuggee = try await workplace.run(
        link.farSide + [side.python, program.remotePath, CutLink.near, "\(port)", logPath], name: "ticking-\(port)")
      try await batch.wait(for: "stopped", within: 30)
      if deed == .pause {
        try batch.send("continue")
        try await eventually(complaint: { debuggee.report }) { !((try? Files.read(logPath)) ?? "").isEmpty }
      }
      return Session(deed: deed, batch: batch, debuggee: debuggee, logPath: logPath)
    }

    @Test(arguments: PythonSide.parity, [false, true])
    func itIsNoticedWhateverIsDone(side: PythonSide, releases: Bool) async throws {
      try await withWorkplace { workplace in
        let link = try await CutLink.make(in: workplace)
        let program = try workplace.install("ticking.py")
        var sessions: [Session] = []
        for deed in Deed.allCases {
          // Ports of a network of its own.
          let port = 5000 + sessions.count
          let commands = releases ? ["set link-release on"] : []
          sessions.append(try await start(deed, side, link, program, workplace, port, commands: commands))
        }
        // What was asked for at the stop is answered.
        try await Task.sleep(for: .milliseconds(1500))
        try await link.cut()
        let cut = ContinuousClock.now
        for session in sessions {
          if let command = try session.deed.command(program) { try session.batch.send(command) }
        }
        let before = sessions.map(\.ticks)
        for session in sessions {
          let ended = try await session.batch.wait(for: "ended", within: 4 * Self.timeout)
          #expect(ended["reason"]?.string == "lost")
          // Each one waits for the one before it: what is late is late for all.
          #expect(ContinuousClock.now - cut < .seconds(2 * Self.timeout), "\(session.deed)")
        }
        // pydevd looks after its link itself, every few seconds; pydevd-pycharm stands, unless it was told to go on.
        for (session, ticks) in zip(sessions, before) where session.deed != .pause {
          if side.flavour == "pydevd" || releases {
            try await eventually(within: 30, complaint: { "\(session.deed): \(session.debuggee.report)" }) {
              session.ticks > ticks
            }
          } else {
            #expect(session.ticks == ticks, "\(session.deed)")
          }
        }
        await link.remove()
      }
    }

    /// It answers nothing for longer than a link may be silent: its machine does.
    @Test(arguments: PythonSide.parity)
    func aProcessThatStandsStillIsNotTheLink(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let link = try await CutLink.make(in: workplace)
        let program = try workplace.install("ticking.py")
        let session = try await start(.nothing, side, link, program, workplace, 5000, commands: [])
        try await Task.sleep(for: .milliseconds(1500))
        let results = try session.batch.events().filter { $0["event"]?.string == "result" }.count
        await session.debuggee.send(signal: SIGSTOP)
        try session.batch.send("p 20 + 1")
        try await Task.sleep(for: .seconds(Self.timeout + 4))
        let events = try session.batch.events()
        #expect(!events.contains { $0["event"]?.string == "ended" })
        #expect(!events.contains { $0["message"]?.string?.contains("silent") == true })
        await session.debuggee.send(signal: SIGCONT)
        let result = try await session.batch.wait(for: "result", skipping: results)
        #expect(result["value"]?["value"]?.string?.hasSuffix("21") == true, "\(result)")
        await link.remove()
      }
    }
  }
}
