import DebuggerModel
import DebuggerSession
import Testing

/// The memory that the messages of all peers share.
@Suite(.timeLimit(.minutes(2))) struct MessageMemoryTests {
  private static let megabyte = 1 << 20

  private func bench(memory: Int) async throws -> Bench {
    let bench = Bench()
    var settings = SessionSettings(host: "127.0.0.1", port: 0)
    settings.messageMemory = memory
    try await bench.start(settings: settings)
    return bench
  }

  private func process(_ bench: Bench) async throws -> ScriptedPeer {
    let count = await bench.state.processes.count
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await eventually("the process") { await bench.state.processes.count == count + 1 }
    return peer
  }

  private func warnings(_ bench: Bench) async -> [String] {
    await bench.announcements.compactMap { if case .warning(_, let text) = $0 { text } else { nil } }
  }

  private static let end = "\" ctx=\"1\"/></xml>\n"

  private func output(_ size: Int) -> String { "116\t2\t<xml><io s=\"" + String(repeating: "a", count: size) }

  @Test func theLargestMessageIsLeftOutAndItsProcessStaysDebugged() async throws {
    let bench = try await bench(memory: 4 * Self.megabyte)
    let (greedy, modest) = (try await process(bench), try await process(bench))
    try await greedy.send(output(3 * Self.megabyte))
    try await modest.send(output(2 * Self.megabyte))
    try await eventually("the warning") { await warnings(bench).contains { $0.contains("was left out after 3 MB") } }
    try await greedy.send(Self.end)
    try await greedy.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    try await modest.send(Self.end)
    try await eventually("the output") {
      await bench.announcements.contains {
        if case .output(_, _, let text) = $0 { text.utf8.count == 2 * Self.megabyte } else { false }
      }
    }
    #expect(await bench.state.processes.count == 2)
    await bench.leave()
  }

  @Test func aStopThatIsLeftOutLetsItsProcessGo() async throws {
    let bench = try await bench(memory: 4 * Self.megabyte)
    let (greedy, modest) = (try await process(bench), try await process(bench))
    try await greedy.send(
      "105\t4\t<xml><thread id=\"pid_9_id_1\" stop_reason=\"111\" message=\""
        + String(repeating: "a", count: 3 * Self.megabyte))
    try await modest.send(output(2 * Self.megabyte))
    try await greedy.expect("106\t")
    #expect(try await greedy.lines.contains { $0.hasPrefix("101\t") })
    try await eventually("the warning") { await warnings(bench).contains { $0.contains("was let go") } }
    await bench.leave()
  }

  @Test func theOldestStrangerGivesWayFirstAndItsProgramRuns() async throws {
    let bench = try await bench(memory: 150_000)
    let first = try await ScriptedPeer(port: bench.port)
    try await first.expect("501\t")
    let second = try await ScriptedPeer(port: bench.port)
    try await second.expect("501\t")
    let known = try await process(bench)
    for peer in [first, second, known] { try await peer.send("501\t1\t" + String(repeating: "9", count: 60_000)) }
    try await first.expect("101\t")
    try await eventually("the end") { try await first.isClosed }
    try await eventually("the knock") {
      await bench.announcements.contains { if case .knock(_, let what) = $0 { what.contains("MB") } else { false } }
    }
    #expect(try await !second.isClosed)
    #expect(await bench.state.processes.count == 1)
    await bench.leave()
  }
}
