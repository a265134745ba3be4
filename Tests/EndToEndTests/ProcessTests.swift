import Glibc
import Testing

extension EndToEnd {
  /// More than one process, and processes that vanish.
  @Suite struct ProcessTests {
    @Test func twoProcessesOnOnePortAreSteppedEachOnItsOwn() async throws {
      try await withWorkplace { workplace in
        let alpha = try workplace.install("story.py", as: "alpha.py")
        let beta = try workplace.install("story.py", as: "beta.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let first = try await workplace.debuggee(alpha, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try alpha.place("entry"))
        let second = try await workplace.debuggee(beta, .pycharm263, port: port)
        try await select(process: 2, of: session, untilStoppedAt: try beta.place("entry"))
        for marker in ["items", "print"] {
          try await session.press("n")
          try await session.wait(untilStoppedAt: try beta.place(marker))
        }
        try await select(process: 1, of: session, untilStoppedAt: try alpha.place("entry"))
        try await session.press("n")
        try await session.wait(untilStoppedAt: try alpha.place("items"))
        try await session.press(")")
        try await session.wait(untilStoppedAt: try beta.place("print"))
        try await session.press("c")
        #expect(try await second.waitForEnd() == .exited(0))
        try await session.wait(untilStoppedAt: try alpha.place("items"))
        try await session.press("c")
        #expect(try await first.waitForEnd() == .exited(0))
        let third = try await workplace.debuggee(beta, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try beta.place("entry"))
        try await session.press("c")
        #expect(try await third.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: PythonSide.all)
    func aKilledProcessIsSaidToBeGoneAtOnce(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        await debuggee.send(signal: SIGKILL)
        try await session.wait(for: "the loss of the process", within: 1) { !$0.isStopped && $0.isWaiting }
        let next = try await workplace.debuggee(story, side, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        try await session.press("c")
        #expect(try await next.waitForEnd() == .exited(0))
      }
    }

    @Test(arguments: [PythonSide.pydevd, .pycharm263])
    func threadsThatStopTogetherAreShownByName(side: PythonSide) async throws {
      try await withWorkplace { workplace in
        let threads = try workplace.install("threads.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port, ["-c", "b \(try threads.place("work-second"))"], size: .large)
        let debuggee = try await workplace.debuggee(threads, side, port: port)
        try await session.wait(untilStoppedAt: try threads.place("entry"))
        try await session.press("c")
        try await session.press("5")
        try await session.wait(for: "the workers") { screen in
          ["ada", "grace", "edsger"].allSatisfy(screen.contains) && screen.isStopped
        }
        try await session.command("clear 1")
        try await session.command("c all")
        #expect(try await debuggee.waitForEnd() == .exited(0))
      }
    }

    @Test func strangersOnThePortDisturbNothing() async throws {
      try await withWorkplace { workplace in
        let story = try workplace.install("story.py")
        let port = try FreePort.pick()
        let session = try await workplace.listen(port)
        let debuggee = try await workplace.debuggee(story, .pydevd, port: port)
        try await session.wait(untilStoppedAt: try story.place("entry"))
        let silent = try Stranger(port: port, says: [])
        let browser = try Stranger(port: port, says: Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        let noise = try Stranger(port: port, says: (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) })
        let endless = try Stranger(port: port, says: [UInt8](repeating: 0x41, count: 300_000))
        try Stranger(port: port, says: []).reset()
        for marker in ["items", "print", "call"] {
          try await session.press("n")
          try await session.wait(untilStoppedAt: try story.place(marker))
        }
        for stranger in [silent, browser, noise, endless] { stranger.leave() }
        try await session.press("c")
        #expect(try await debuggee.waitForEnd() == .exited(0))
        try await session.wait(for: "waiting for the next one") { $0.isWaiting }
      }
    }

    /// Selects a process that is about to connect and stop, as often as it takes.
    private func select(process: Int, of session: TmuxSession, untilStoppedAt place: String) async throws {
      try await eventually(every: .milliseconds(300), complaint: { "process \(process) is not at \(place)" }) {
        try await session.command("process \(process)")
        return try? await session.wait(untilStoppedAt: place, within: 0.5)
      }
    }
  }
}
