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

  /// Answers a message as a process does that waits for its token.
  private func refuse(_ peer: ScriptedPeer, _ start: String) async throws {
    try await peer.send("901\t\(number(try await peer.expect(start)))\tClient not authenticated.\n")
  }

  /// Where processes show a token, nothing but RUN is said before they did.
  @Test(arguments: [(nil, "501\t"), ("theirs", "101\t")])
  func theTokenIsShownAndTheHandshakeGoesOn(token: String?, first: String) async throws {
    let bench = Bench()
    try await bench.start(settings: settings(.init(own: "ours", ofProcesses: token)))
    let peer = try await ScriptedPeer(port: bench.port)
    try await refuse(peer, first)
    let line = try await peer.expect("205\t")
    #expect(line.hasSuffix("\tours"))
    // 99 goes to those that are slow to answer.
    #expect(try await peer.lines.filter { !$0.hasPrefix("99\t") }.count == 2)
    try await peer.send("205\t\(number(line))\ttheirs\n")
    var again: String?
    try await eventually("the 501") {
      let asked = try await peer.lines.filter { $0.hasPrefix("501\t") }
      again = asked.count == (token == nil ? 2 : 1) ? asked.last : nil
      return again != nil
    }
    try await peer.send("501\t\(number(again ?? ""))\t@@BUILD_NUMBER@@\n")
    try await eventually("RUN") { try await peer.lines.dropFirst(2).contains { $0.hasPrefix("101\t") } }
    #expect(await bench.state.processes.count == 1)
    #expect(await bench.knocks.isEmpty)
    await bench.leave()
  }

  @Test(arguments: [
    (nil, "501\t", "", "it wants an access-token"),
    (AccessTokens(own: nil, ofProcesses: "theirs"), "101\t", "", "it wants an access-token"),
    (AccessTokens(own: "wrong"), "501\t", "901\t3\tClient not authenticated.\n", "it does not take"),
    (
      AccessTokens(own: "wrong", ofProcesses: "theirs"), "101\t", "901\t3\tClient not authenticated.\n",
      "it does not take"
    ),
    (AccessTokens(own: "ours", ofProcesses: "theirs"), "101\t", "205\t3\tanother\n", "it did not show"),
  ])
  func whatIsWrongIsSaid(tokens: AccessTokens?, first: String, answer: String, words: String) async throws {
    let bench = Bench()
    try await bench.start(settings: settings(tokens))
    let peer = try await ScriptedPeer(port: bench.port)
    try await refuse(peer, first)
    if !answer.isEmpty {
      let number = number(try await peer.expect("205\t"))
      try await peer.send(
        answer.split(separator: "\t").enumerated().map { $0.offset == 1 ? number : $0.element }.joined(separator: "\t"))
    }
    try await eventually("the end") { try await peer.isClosed }
    let knocks = await bench.knocks
    #expect(knocks.count == 1)
    #expect(knocks.first?.hasPrefix("refused: \(words)") == true, "\(knocks)")
    #expect(try await peer.lines.last?.hasPrefix("101\t") == true)
    #expect(await bench.state.processes.isEmpty)
    await bench.leave()
  }

  /// One that goes on at RUN has no token to show.
  @Test(arguments: [
    "103\t2\t<xml><thread name=\"MainThread\" id=\"pid_7_id_1\" /></xml>\n", "501\t1\t@@BUILD_NUMBER@@\n", "",
  ])
  func whoHasNoTokenIsToldToRunAndNothingElse(answer: String) async throws {
    let bench = Bench()
    try await bench.start(settings: settings(.init(own: "ours", ofProcesses: "theirs")))
    let peer = try await ScriptedPeer(port: bench.port)
    try await peer.expect("101\t")
    if !answer.isEmpty { try await peer.send(answer) }
    try await eventually("the end") { try await peer.isClosed }
    #expect(try await peer.lines == ["101\t1\t"])
    #expect(await bench.knocks == ["refused: it did not show the client-access-token of the configuration"])
    #expect(await bench.state.processes.isEmpty)
    await bench.leave()
  }
}
