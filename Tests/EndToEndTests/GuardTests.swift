import Glibc
import Testing

extension EndToEnd {
  /// The process beside Dialback that lets the debuggees go when Dialback can't.
  @Suite struct GuardTests {
    /// Whoever ends every `dialback` by its name needs the guard afterwards.
    @Test func itIsNotFoundUnderDialbacksName() async throws {
      try await withWorkplace { workplace in
        let batch = try await workplace.batch(try FreePort.pick())
        let dialback = batch.child.processID
        let keeper = try #require(try Files.names(in: "/proc").first { try isChild($0, of: dialback) })
        // What pgrep and pkill look at, with and without -f.
        for name in ["comm", "cmdline"] {
          #expect(try Files.read("/proc/\(dialback)/\(name)").contains("dialback"))
          let text = try Files.read("/proc/\(keeper)/\(name)")
          #expect(text.hasPrefix("debuggee-guard") && !text.contains("dialback"), "\(name): \(text)")
        }
      }
    }

    @Test(arguments: [SIGKILL, SIGTERM])
    func thePortIsFreeAtOnce(after signal: Int32) async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        for _ in 0..<5 {
          let batch = try await workplace.batch(port)
          await batch.child.send(signal: signal)
          _ = try await batch.child.waitForEnd()
        }
      }
    }

    @Test(arguments: ["quit", "kill"])
    func nobodyWhoDialsInAtTheLastIsCutOff(way: String) async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let callers = try await call(port, "stream", workplace)
        try await Task.sleep(for: .milliseconds(300))
        if way == "quit" { try batch.send("quit") } else { await batch.child.send(signal: SIGKILL) }
        _ = try await batch.child.waitForEnd(within: 3)
        #expect(try await callers.waitForEnd(within: 30) == .exited(0))
        #expect(callers.output.hasSuffix("cut 0\n"), "\(callers.report)")
        #expect(!callers.output.contains("heard 0"))
      }
    }

    /// The C library's `FD_SETSIZE`, and what the guard held once, are 1,024.
    @Test func itHoldsAsManyAsDialback() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let callers = try await call(port, "1500", workplace)
        await batch.child.send(signal: SIGKILL)
        #expect(try await callers.waitForEnd(within: 30) == .exited(0))
        #expect(callers.output == "ready\nheard 1500 cut 0\n", "\(callers.report)")
      }
    }

    /// Dialback is killed while a process has not read half of a long message: the rest of it comes before the last words.
    @Test func theLastWordsAreNotSaidInTheMiddleOfAMessage() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        let go = workplace.folder + "/go"
        // More than the sockets of both ends take.
        for line in 4..<154 { try batch.send("b /srv/w.py:\(line), " + String(repeating: "y", count: 40_000)) }
        try await batch.wait(for: "result", skipping: 149, within: 60)
        let process = try await workplace.python(
          .pydevd, ["\(Environs.root)/Tests/Fixtures/slow_reader.py", "\(port)", go])
        // Its stop is not told: it does not answer the questions that come before that.
        try await batch.wait(for: "connected", within: 30)
        try await Task.sleep(for: .seconds(1))
        await batch.child.send(signal: SIGKILL)
        _ = try await batch.child.waitForEnd()
        try await Task.sleep(for: .milliseconds(200))
        try Files.write("", to: go)
        #expect(try await process.waitForEnd() == .exited(0))
        #expect(process.output.hasPrefix("whole True longest "), "\(process.report)")
        #expect(process.output.hasSuffix("last [b'101', b'106']\n"), "\(process.report)")
      }
    }

    private func isChild(_ process: String, of parent: pid_t) throws -> Bool {
      guard Int(process) != nil, let status = try? Files.read("/proc/\(process)/stat"),
        let end = status.lastIndex(of: ")")
      else { return false }
      return status[end...].split(separator: " ").dropFirst(2).first.flatMap { Int($0) } == Int(parent)
    }

    private func call(_ port: Int, _ count: String, _ workplace: Workplace) async throws -> ChildProcess {
      let callers = try await workplace.python(
        .pydevd, ["\(Environs.root)/Tests/Fixtures/callers.py", "\(port)", count])
      try await eventually(within: 30, complaint: { callers.report }) { callers.output.hasPrefix("ready") }
      return callers
    }
  }
}
