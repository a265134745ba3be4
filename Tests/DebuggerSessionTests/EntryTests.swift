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

  /// The process says it where the message of the stop does not: a step that nobody ordered is `stop_at_frame`.
  @Test(arguments: [
    (111, "settrace", StopReason.call, Optional(ProgramCall.settrace)), (111, "breakpoint", .call, .breakpoint),
    (108, "settrace", .call, .settrace), (111, "entry", .entry, nil), (108, "entry", .entry, nil),
    (108, "", .step, nil),
  ])
  func aStopIsWhatTheProcessSaysOfIt(
    reason: Int, origin: String, expected: StopReason, call: ProgramCall?
  ) async throws {
    let bench = Bench()
    try await bench.start()
    let peer = try await ScriptedPeer(port: bench.port, origin: origin)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop(reason: reason)
    try await eventually("the stop") { await bench.stops.count == 1 }
    #expect(await bench.stops.map(\.reason) == [expected])
    #expect(await bench.stops.map(\.call) == [call])
  }

  @Test func aBreakpointUnderAnotherNameOfTheFileIsHit() async throws {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setBreakpoint(.line(file: "/srv/link.py", line: 3), BreakpointOptions()))
    await bench.command(.setBreakpoint(.line(file: "/srv/else.py", line: 4), BreakpointOptions()))
    let peer = try await ScriptedPeer(port: bench.port, origin: "=0")
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.expect("101\t")
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    #expect(await bench.stops.map(\.breakpoint) == [BreakpointNumber(1)])
  }
}
