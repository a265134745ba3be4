import DebuggerModel
import DebuggerSession
import Testing

/// Threads of pydevd that are told to go on, and sleep.
@Suite(.timeLimit(.minutes(1))) struct WakingUpTests {
  private static let first = "pid_9_id_1"
  private static let second = "pid_9_id_2"

  /// A process of which so many threads have stopped.
  private func stopped(_ version: String = "@@BUILD_NUMBER@@", threads: [String]) async throws -> (Bench, ScriptedPeer)
  {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce(version)
    for (index, thread) in threads.enumerated() {
      try await peer.stop(thread: thread)
      if index == 0 { try await peer.send(answer(peer.expectHook(), "3.11.7 1 0 0 0 0 0 0")) }
    }
    try await eventually("the stops") { await bench.stops.count == threads.count }
    return (bench, peer)
  }

  /// Two threads, of which the first was told to step while a question of its stop is open: the thread comes to the step behind
  /// that.
  private func steppingBehindQuestion() async throws -> (Bench, ScriptedPeer, question: String) {
    let (bench, peer) = try await stopped(threads: [Self.first, Self.second])
    let question = try await peer.expect("114\t")
    await bench.command(.resume(.stepOver, scope: .selected))
    try await peer.expect("108\t")
    return (bench, peer, question)
  }

  private func leave(_ bench: Bench, _ peer: ScriptedPeer) async {
    peer.close()
    await bench.leave()
  }

  private func wakeUps(_ thread: String, _ peer: ScriptedPeer) async throws -> [String] {
    try await peer.lines.filter { $0.hasPrefix("113\t") && $0.contains("\t\(thread)\t77\tFRAME\t0\t") }
  }

  @Test(arguments: ["@@BUILD_NUMBER@@", "263.7307.50"])
  func eachOfSeveralThreadsIsWokenBehindItsOrderToGoOn(version: String) async throws {
    let (bench, peer) = try await stopped(version, threads: [Self.first, Self.second])
    await bench.command(.resume(.continue, scope: .all))
    try await eventually("both orders") { try await peer.lines.count { $0.hasPrefix("106\t") } == 2 }
    try await Task.sleep(for: .milliseconds(50))
    let lines = try await peer.lines
    for thread in [Self.first, Self.second] {
      let order = try #require(lines.firstIndex { $0.hasPrefix("106\t") && $0.hasSuffix(thread) })
      let found = try await wakeUps(thread, peer)
      #expect(found.count == (version.hasPrefix("263") ? 0 : 1))
      #expect(found.allSatisfy { lines[order...].contains($0) })
    }
    await leave(bench, peer)
  }

  @Test func aThreadThatIsAloneNeedsNoWaking() async throws {
    let (bench, peer) = try await stopped(threads: [Self.first])
    await bench.command(.resume(.continue, scope: .all))
    try await peer.expect("106\t")
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await wakeUps(Self.first, peer).isEmpty)
    await leave(bench, peer)
  }

  @Test func aStepIsReadBeforeTheThreadIsWoken() async throws {
    let (bench, peer, question) = try await steppingBehindQuestion()
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await wakeUps(Self.first, peer).isEmpty)
    try await peer.send("114\t\(number(question))\t<xml></xml>\n")
    try await eventually("the call") { try await wakeUps(Self.first, peer).count == 1 }
    await leave(bench, peer)
  }

  @Test func aThreadThatSaysThatItGoesOnIsLeftAlone() async throws {
    let (bench, peer, question) = try await steppingBehindQuestion()
    try await peer.send("106\t8\t\(Self.first)\t108\n" + "114\t\(number(question))\t<xml></xml>\n")
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await wakeUps(Self.first, peer).isEmpty)
    await leave(bench, peer)
  }

  @Test func thereIsNoSecondCallBeforeTheFirstIsAnswered() async throws {
    let (bench, peer) = try await stopped(threads: [Self.first, Self.second])
    await bench.command(.resume(.continue, scope: .all))
    try await eventually("the call") { try await wakeUps(Self.first, peer).count == 1 }
    try await peer.send("106\t8\t\(Self.first)\t-1\n")
    try await peer.stop(thread: Self.first, line: 4)
    try await eventually("the next stop") { await bench.stops.count == 3 }
    await bench.command(.resume(.continue, scope: .all))
    try await eventually("the order") { try await peer.lines.count { $0.hasPrefix("106\t") } == 3 }
    try await Task.sleep(for: .milliseconds(50))
    #expect(try await wakeUps(Self.first, peer).count == 1)
    await leave(bench, peer)
  }
}
