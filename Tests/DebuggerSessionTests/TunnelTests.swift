import DebuggerModel
import DebuggerSession
import Testing

/// What a process that is not known to be on this machine gets besides.
@Suite(.timeLimit(.minutes(1))) struct TunnelTests {
  /// `ssh -N` holds a stop back until something has come the other way behind the message before it.
  @Test func aThreadThatGoesOnIsAnswered() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop()
    try await peer.send(answer(peer.expectHook(), "3.11.7 1 0 0 0 0 0 0"))
    try await eventually("the stop") { await bench.stops.count == 1 }
    let before = try await peer.lines.count { $0.hasPrefix("101\t") }
    await bench.command(.resume(.stepOver, scope: .selected))
    try await peer.expect("108\t")
    try await peer.send("106\t2\tpid_9_id_1\t108\n")
    try await eventually("the answer") { try await peer.lines.count { $0.hasPrefix("101\t") } == before + 1 }
    peer.close()
    await bench.leave()
  }
}
