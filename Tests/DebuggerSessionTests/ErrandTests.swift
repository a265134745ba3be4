import DebuggerModel
import DebuggerSession
import Testing

/// What a stopped thread does for us before it goes on.
@Suite(.timeLimit(.minutes(1))) struct ErrandTests {
  @Test func aStepWaitsUntilTheProcessKnowsTheLibraryFilter() async throws {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setOption(.filterLibraries(true)))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop()
    try await eventually("the stop") { await bench.stops.count == 1 }
    await bench.command(.resume(.stepInto, scope: .selected))
    try await peer.send(answer(peer.expectHook(), "3.11.7 1 0 0 0 0 0 0"))
    var filter: String?
    try await eventually("the filter") {
      filter = try await peer.lines.first { $0.hasPrefix("113\t") && $0.contains("set_use_libraries_filter") }
      return filter != nil
    }
    #expect(try await !peer.lines.contains { $0.hasPrefix("107\t") })
    try await peer.send(answer(filter ?? "", "None"))
    try await peer.expect("107\t")
    await bench.leave()
  }

  private func accelerated() async throws -> (Bench, ScriptedPeer) {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setOption(.accelerate(true)))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("263.7307.50")
    try await peer.stop()
    try await eventually("the accelerator") {
      try await peer.lines.contains { $0.contains("dialback_process_command") }
    }
    return (bench, peer)
  }

  @Test(arguments: [DebuggerCommand.setOption(.accelerate(false)), .detach(isHard: false), .detach(isHard: true)])
  func theAcceleratorIsTakenOutBeforeTheThreadGoesOn(command: DebuggerCommand) async throws {
    let (bench, peer) = try await accelerated()
    await bench.command(command)
    try await peer.expect("141\t")
    #expect(try await peer.lines.contains { $0.hasSuffix("\tdialback") })
    if case .detach = command {
      try await peer.expect("106\t")
      let kinds = try await peer.lines.map { $0.prefix(3) }
      #expect(kinds.firstIndex(of: "141") ?? 99 < kinds.firstIndex(of: "106") ?? 0)
    }
    await bench.leave()
  }

  @Test func pydevdIsNotAccelerated() async throws {
    let bench = Bench()
    try await bench.start()
    await bench.command(.setOption(.accelerate(true)))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.introduce("@@BUILD_NUMBER@@")
    try await peer.stop()
    try await peer.send(answer(peer.expectHook(), "3.11.7 1 0 0 0 0 0 0"))
    try await peer.expect("114\t")
    #expect(try await !peer.lines.contains { $0.contains("dialback_process_command") })
    await bench.leave()
  }
}
