import DebuggerModel
import DebuggerSession
import Testing

@Suite(.timeLimit(.minutes(1))) struct FarewellTests {
  @Test(arguments: ["@@BUILD_NUMBER@@", "263.7307.50"])
  func aStoppedProcessIsResumedBeforeTheSocketGoes(version: String) async throws {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setBreakpoint(.line(file: "/srv/w.py", line: 3), .init()))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce(version)
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    async let leaving: Void = bench.leave()
    try await peer.expect("112\t")
    try await peer.expect("106\t")
    #expect(try await !peer.isClosed)
    try await peer.send("106\t6\tpid_9_id_1\t-1\n")
    try await eventually("the end") { try await peer.isClosed }
    await leaving
    let kinds = try await peer.lines.map { $0.prefix(3) }
    #expect(kinds.firstIndex(of: "112") ?? 99 < kinds.firstIndex(of: "106") ?? 0)
  }

  @Test func anOldReleaseIsResumedThreadByThread() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("191.8026.44")
    try await peer.stop(reason: 105)
    try await eventually("the stop") { await bench.stops.count == 1 }
    async let leaving: Void = bench.leave()
    let line = try await peer.expect("106\t")
    #expect(line.hasSuffix("\tpid_9_id_1"))
    try await peer.send("106\t6\tpid_9_id_1\t-1\n")
    await leaving
  }

  @Test func whoeverHasNotAnsweredYetIsToldToRun() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.expect("501\t")
    await bench.leave()
    #expect(try await peer.lines.contains { $0.hasPrefix("101\t") })
  }

  @Test func aProcessThatDoesNotAnswerDoesNotHoldUpTheLeaving() async throws {
    let bench = Bench()
    try await bench.start(settings: SessionSettings(host: "127.0.0.1", port: 0, farewellTimeout: 0.3))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    let took = await ContinuousClock().measure { await bench.leave() }
    #expect(took < .seconds(5))
  }

  @Test func aProcessThatIsGoneIsToldAtOnce() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    peer.close()
    try await eventually("the end") { await bench.ends == [.lost] }
    await bench.leave()
  }
}
