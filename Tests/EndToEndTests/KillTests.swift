import Glibc
import Testing

extension EndToEnd {
  /// A pid that a peer names is a claim.
  @Suite struct KillTests {
    /// `kill` ends the process that is connected, and no other one that has its pid or its port.
    @Test func killEndsNoProcessThatIsNotConnected() async throws {
      try await withWorkplace { workplace in
        let port = try FreePort.pick()
        let batch = try await workplace.batch(port)
        // Something that serves, at a port that the peer has at another address.
        let served = try FreePort.pick()
        let serve =
          "import socket, time; s = socket.socket(); s.bind(('127.0.0.1', \(served))); s.listen(5); print('up', flush=True); time.sleep(600)"
        let server = try await workplace.start(["python3", "-c", serve])
        try await eventually(within: 10, complaint: { "no server" }) { server.output == "up\n" ? true : nil }
        for (number, claim) in [(served, server.processID), (port, batch.child.processID)].enumerated() {
          let peer = try await workplace.claim("\(claim.1)", from: "127.0.0.2:\(claim.0)", port)
          try await batch.wait(for: "thread_started", skipping: number, within: 30)
          try batch.send("process \(number + 1)")
          try batch.send("kill")
          // What is left is to pause it, and to end what stops.
          try await batch.wait(for: "warning", within: 30) {
            $0["message"]?.string?.contains("it calls itself pid \(claim.1)") == true
          }
          #expect(peer.output.contains("\n105\t"))
          await peer.stop()
        }
        let peer = try await workplace.claim("own", from: "127.0.0.2", port)
        try await batch.wait(for: "thread_started", skipping: 2, within: 30)
        try batch.send("process 3")
        try batch.send("kill")
        #expect(try await peer.waitForEnd(within: 60) == .killed(signal: Int(SIGKILL)))
        try await batch.wait(for: "ended") { $0["reason"]?.string == "killed" && $0["process"]?.int == 3 }
        #expect(await server.ending == nil)
        #expect(await batch.child.ending == nil)
      }
    }
  }
}

extension Workplace {
  /// Starts a peer that claims to be a process.
  /// - Parameter source: the address that it dials from, with a port of its own or without.
  func claim(_ pid: String, from source: String, _ port: Int) async throws -> ChildProcess {
    let parts = source.split(separator: ":").map(String.init)
    return try await start(
      [
        "python3", "\(Environs.root)/Tests/Fixtures/claiming.py", "\(port)", parts[0], parts.count > 1 ? parts[1] : "0",
        pid,
      ])
  }
}
