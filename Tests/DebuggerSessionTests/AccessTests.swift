import DebuggerModel
import DebuggerSession
import Testing

/// Processes that were started with an access token.
@Suite(.timeLimit(.minutes(1))) struct AccessTests {
  private func settings(_ tokens: AccessTokens?) -> SessionSettings {
    var settings = SessionSettings(host: "127.0.0.1", port: 0)
    settings.accessTokens = tokens
    return settings
  }

  private func refuse(_ peer: ScriptedPeer) async throws {
    let line = try await peer.expect("501\t")
    try await peer.send("901\t\(line.split(separator: "\t")[1])\tClient not authenticated.\n")
  }

  private func warnings(_ bench: Bench) async -> [String] {
    await bench.announcements.compactMap { if case .warning(_, let text) = $0 { text } else { nil } }
  }

  @Test func theTokenIsShownAndTheHandshakeGoesOn() async throws {
    let bench = Bench()
    try await bench.start(settings: settings(.init(own: "ours", ofProcesses: "theirs")))
    let peer = try await ScriptedPeer(port: bench.port)
    try await refuse(peer)
    let line = try await peer.expect("205\t")
    #expect(line.hasSuffix("\tours"))
    try await peer.send("205\t\(line.split(separator: "\t")[1])\ttheirs\n")
    try await eventually("the second 501") { try await peer.lines.count { $0.hasPrefix("501\t") } == 2 }
    let again = try #require(try await peer.lines.last { $0.hasPrefix("501\t") })
    try await peer.send("501\t\(again.split(separator: "\t")[1])\t@@BUILD_NUMBER@@\n")
    try await peer.expect("101\t")
    #expect(await bench.state.processes.count == 1)
    await bench.leave()
  }

  @Test(arguments: [
    (nil, "", "wants an access token"),
    (AccessTokens(own: "wrong"), "901\t3\tClient not authenticated.\n", "does not take"),
    (AccessTokens(own: "ours", ofProcesses: "theirs"), "205\t3\tanother\n", "did not show"),
  ])
  func whatIsWrongIsSaid(tokens: AccessTokens?, answer: String, words: String) async throws {
    let bench = Bench()
    try await bench.start(settings: settings(tokens))
    let peer = try await ScriptedPeer(port: bench.port)
    try await refuse(peer)
    if tokens != nil {
      let number = try await peer.expect("205\t").split(separator: "\t")[1]
      try await peer.send(
        answer.split(separator: "\t").enumerated().map { $0.offset == 1 ? number : $0.element }.joined(separator: "\t"))
    }
    try await eventually("the warning") { await self.warnings(bench).contains { $0.contains(words) } }
    #expect(await bench.state.processes.isEmpty)
    await bench.leave()
  }
}
