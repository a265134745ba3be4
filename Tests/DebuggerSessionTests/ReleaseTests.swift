import DebuggerModel
import DebuggerSession
import Testing

/// A soft detach on the wire.
@Suite(.timeLimit(.minutes(1))) struct ReleaseTests {
  private func stopped(_ version: String) async throws -> (Bench, ScriptedPeer) {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setBreakpoint(.line(file: "/srv/w.py", line: 3), .init()))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce(version)
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    return (bench, peer)
  }

  @Test(arguments: ["@@BUILD_NUMBER@@", "263.7307.50", "191.8026.44"])
  func breakpointsGoFirstAndTheSocketStays(version: String) async throws {
    let (bench, peer) = try await stopped(version)
    await bench.command(.detach(isHard: false))
    let barrier = try await peer.expect("102\t")
    #expect(await bench.ends.isEmpty)
    try await peer.send("106\t6\tpid_9_id_1\t-1\n901\t\(number(barrier))\tno such thing\n")
    try await eventually("the release") { await bench.ends == [.detached] }
    let kinds = try await peer.lines.map { $0.prefix(3) }
    #expect(kinds.firstIndex(of: "112") ?? 99 < kinds.firstIndex(of: "106") ?? 0)
    #expect(try await !peer.isClosed)
    try await peer.stop(reason: version.hasPrefix("191") ? 105 : 111, line: 9)
    try await eventually("the second stop") { await bench.stops.count == 2 }
    #expect(await bench.stops.last?.reason == .entry)
    try await eventually("the breakpoint anew") {
      try await peer.lines.filter { $0.hasPrefix("111\t") }.count == 2
    }
    await bench.leave()
  }

  @Test func aThreadThatStopsOnTheWayIsResumedBeforeTheReleaseIsTold() async throws {
    let (bench, peer) = try await stopped("@@BUILD_NUMBER@@")
    await bench.command(.detach(isHard: false))
    let barrier = try await peer.expect("102\t")
    try await peer.send("106\t6\tpid_9_id_1\t-1\n")
    try await peer.stop(thread: "pid_9_id_2")
    try await peer.send("502\t\(number(barrier))\t<xml></xml>\n")
    try await eventually("its resume") { try await peer.lines.contains { $0.hasSuffix("\tpid_9_id_2") } }
    #expect(await bench.ends.isEmpty)
    try await peer.send("106\t8\tpid_9_id_2\t-1\n")
    try await eventually("the release") { await bench.ends == [.detached] }
    #expect(await bench.stops.count == 1)
    await bench.leave()
  }

  /// Its place had no breakpoint, so the program has called `settrace` again: it is not let go.
  @Test(arguments: [("@@BUILD_NUMBER@@", 111), ("263.7307.50", 111), ("191.8026.44", 105)])
  func aSettraceOnTheWayEndsTheRelease(version: String, reason: Int) async throws {
    let (bench, peer) = try await stopped(version)
    await bench.command(.detach(isHard: false))
    try await peer.expect("102\t")
    let resumes = try await peer.lines.count { $0.hasPrefix("106\t") }
    try await peer.send("106\t6\tpid_9_id_1\t-1\n")
    try await peer.stop(reason: reason, line: 9)
    try await eventually("the stop") { await bench.stops.count == 2 }
    #expect(await bench.ends == [.detached])
    #expect(await bench.stops.last?.reason == .entry)
    #expect(try await peer.lines.count { $0.hasPrefix("106\t") } == resumes)
    await bench.leave()
  }
}
