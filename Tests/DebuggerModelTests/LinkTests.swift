import DebuggerModel
import Testing

@Suite struct LinkTests {
  private static let one = ProcessNumber(1)

  private func warnings(_ effects: [Effect]) -> [String] {
    effects.announcements.compactMap { if case .warning(Self.one, let text) = $0 { text } else { nil } }
  }

  @Test func aSilenceIsWarnedOfOnce() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    for seconds in 3..<10 { #expect(warnings(dialogue.state.handle(.linkSilent(Self.one, seconds: seconds))).isEmpty) }
    let told = warnings(dialogue.state.handle(.linkSilent(Self.one, seconds: 10)))
    #expect(told.count == 1)
    #expect(told.first?.contains("has been silent for 10 s; it is lost after 60 s") == true)
    #expect(told.first?.contains("lost after 60 s (set link-timeout)") == true)
    #expect(warnings(dialogue.state.handle(.linkSilent(Self.one, seconds: 11))).isEmpty)
    #expect(dialogue.state.selectedProcess?.linkSilence == 11)
    #expect(warnings(dialogue.state.handle(.linkSilent(Self.one, seconds: nil))).isEmpty)
    #expect(dialogue.state.selectedProcess?.linkSilence == nil)
    #expect(warnings(dialogue.state.handle(.linkSilent(Self.one, seconds: 12))).count == 1)
  }

  @Test func aProcessThatIsLostByItsLinkIsToldSo() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.state.handle(.linkSilent(Self.one, seconds: 54))
    _ = dialogue.state.handle(.disconnected(Self.one, .lost))
    #expect(dialogue.state.notice?.text.hasSuffix("is out of reach: its link has been silent for 54 s") == true)
  }

  @Test func theOptionsAreToldToEachProcess() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    var options = LinkOptions()
    options.timeout = 20
    #expect(
      dialogue.command(.setOption(.link(.timeout(20)))).contains(.configure(Self.one, .link(options))))
    options.releases = true
    #expect(
      dialogue.command(.setOption(.link(.release(true)))).contains(.configure(Self.one, .link(options))))
    #expect(dialogue.command(.listOptions).value?["link-release"] == .string("on"))
  }
}
