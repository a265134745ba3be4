import DebuggerModel
import DebuggerSession
import Testing

@Suite(.timeLimit(.minutes(1))) struct EntryTests {
  /// The first stop of a process can be a pause: only pydevd-pycharm 191 calls the stop of `settrace` so.
  @Test(arguments: [
    ("@@BUILD_NUMBER@@", 105, StopReason.pause), ("@@BUILD_NUMBER@@", 111, .entry), ("263.7307.50", 105, .pause),
    ("263.7307.50", 111, .entry), ("191.8026.44", 105, .entry),
  ])
  func theFirstStopIsAnEntryWhereTheSideMeansOne(version: String, reason: Int, expected: StopReason) async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce(version)
    try await peer.stop(reason: reason)
    try await eventually("the stop") { await bench.stops.count == 1 }
    #expect(await bench.stops.map(\.reason) == [expected])
  }
}
