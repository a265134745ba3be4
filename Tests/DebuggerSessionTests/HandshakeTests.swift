import DebuggerModel
import Testing

@Suite(.timeLimit(.minutes(1))) struct HandshakeTests {
  @Test func breakpointsComeBetweenTheVersionAndRun() async throws {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setBreakpoint(.line(file: "/srv/w.py", line: 3), .init()))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.expect("101\t")
    let kinds = try await peer.lines.map { String($0.prefix(3)) }
    #expect(kinds.first == "501")
    // Where a breakpoint belongs may be found out meanwhile, and told anew.
    let before = kinds.prefix { $0 != "101" }
    #expect(before.contains("111") && before.contains("146"), "\(kinds)")
    #expect(try await peer.lines[0] == "501\t1\t0.1\tUNIX\tID")
    await bench.leave()
  }

  @Test(arguments: ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{0}\n", "\n\n\n0\n", "501\tx\t1\n"])
  func aStrangerIsSentAwayAndDisturbsNobody(words: String) async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("263.7307.50")
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    let stranger = try await ScriptedPeer(port: bench.port)
    try await stranger.send(words)
    try await eventually("the stranger's end") { try await stranger.isClosed }
    await bench.command(.resume(.stepOver, scope: .selected))
    try await peer.expect("108\t")
    #expect(await bench.state.processes.count == 1)
    await bench.leave()
  }

  @Test func threeProcessesAreServedAtOnce() async throws {
    let bench = Bench()
    try await bench.start()
    var peers: [ScriptedPeer] = []
    for number in 1...3 {
      let peer = try await ScriptedPeer(port: bench.port)
      try await peer.introduce(number == 2 ? "212.5284.44" : "@@BUILD_NUMBER@@")
      try await peer.stop(thread: "pid_\(number)_id_1")
      peers.append(peer)
    }
    try await eventually("three stops") { await bench.stops.count == 3 }
    await bench.command(.selectProcess(ProcessNumber(2)))
    await bench.command(.resume(.stepOver, scope: .selected))
    try await peers[1].expect("108\t")
    #expect(try await !peers[0].lines.contains { $0.hasPrefix("108") })
    await bench.leave()
  }

  @Test func aPeerThatSaysNothingIsAskedAsADispatcherIs() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    let port = await bench.port
    let line = try await peer.expect("99\t", seconds: 5)
    #expect(line == "99\t-1\t\(port)")
    await bench.leave()
  }

  @Test func theOtherVersionOfIPIsAnsweredToo() async throws {
    let bench = Bench()
    try await bench.start()
    guard let peer = try? await ScriptedPeer(port: bench.port, host: "::1") else { return }
    try await peer.expect("501\t")
    await bench.leave()
  }
}
