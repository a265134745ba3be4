import DebuggerModel
import Testing

/// Peers that connect and are not pydevd.
@Suite(.timeLimit(.minutes(1))) struct KnockTests {
  @Test func whoSpeaksAnotherProtocolIsReported() async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.send("GET / HTTP/1.1\r\n\r\n")
    try await eventually("the knock") { await !bench.knocks.isEmpty }
    #expect(await bench.knocks == ["it sent “GET / HTTP/1.1”"])
    let console = await bench.state.console.chunks(from: 0).map(\.text).joined()
    #expect(console.contains("connected and did not speak as pydevd does: it sent “GET"))
    await bench.leave()
  }

  @Test func whoLeavesWithoutAWordIsReportedOnce() async throws {
    let bench = Bench()
    try await bench.start()
    for _ in 1...3 { try await ScriptedPeer(port: bench.port).close() }
    try await eventually("the knock") { await !bench.knocks.isEmpty }
    let real = try await ScriptedPeer(port: bench.port)
    let line = try await real.expect("501\t")
    try await real.send("501\t\(line.split(separator: "\t")[1])\t@@BUILD_NUMBER@@\n")
    try await real.expect("101\t")
    #expect(await bench.knocks == ["it closed the connection without a word, so the way here is open"])
    await bench.leave()
  }
}
