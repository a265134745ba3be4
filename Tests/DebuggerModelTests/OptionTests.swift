import DebuggerModel
import SourcePaths
import Testing

@Suite struct OptionTests {
  private static let first = ProcessNumber(1)

  @Test func aProcessIsToldBeforeItRuns() {
    var dialogue = Dialogue()
    #expect(dialogue.connect().outward == [.configure(Self.first, .returnValues(true)), .run(Self.first)])
    #expect(
      dialogue.command(.setOption(.returnValues(false))).outward == [.configure(Self.first, .returnValues(false))])
    #expect(
      dialogue.connect(2).outward
        == [.configure(ProcessNumber(2), .returnValues(false)), .run(ProcessNumber(2))])
  }

  @Test func whatIsSoAlreadyIsNotToldAgain() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    let effects = dialogue.command(.setOption(.returnValues(true)))
    #expect(effects.outward.isEmpty)
    #expect(effects.value == .null)
  }

  @Test func theListHasEveryOptionWithItsValue() {
    var dialogue = Dialogue()
    #expect(dialogue.command(.listOptions).value?["return-values"] == .string("on"))
    _ = dialogue.command(.setOption(.returnValues(false)))
    _ = dialogue.command(.setEvaluationTimeout(2.5))
    let list = dialogue.command(.listOptions).value
    #expect(list?["return-values"] == .string("off"))
    #expect(list?["timeout"] == .number(thousandths: 2500))
  }

  @Test func theRootsAreThoseOfTheMappings() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    #expect(
      dialogue.command(.addMapping("/srv/app=/home/me/app")).configured
        == [.configure(Self.first, .projectRoots(["/srv/app"]))])
    #expect(
      dialogue.command(.setOption(.projectRoots(.paths(["/srv"])))).configured
        == [.configure(Self.first, .projectRoots(["/srv"]))])
    #expect(dialogue.command(.addMapping("/opt/lib=/home/me/lib")).configured.isEmpty)
    #expect(
      dialogue.command(.setOption(.projectRoots(.automatic))).configured
        == [.configure(Self.first, .projectRoots(["/srv/app", "/opt/lib"]))])
  }

  @Test func whatWasPrintedIsHiddenWhereItIsOff() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.command(.setOption(.redirect(.on))).outward == [.configure(Self.first, .redirectOutput)])
    #expect(dialogue.command(.setOption(.redirect(.off))).outward.isEmpty)
    #expect(dialogue.state.handle(.output(Self.first, .stdout, "hidden\n")).announcements.isEmpty)
    #expect(dialogue.state.console.chunks(from: 0).allSatisfy { $0.category == .message })
  }

  @Test func whatAProgramPrintsThatWasStartedHereIsNotAskedForTwice() {
    var dialogue = Dialogue(startsProgram: true)
    _ = dialogue.command(.setOption(.redirect(.on)))
    let told = dialogue.connect() + dialogue.start()
    #expect(!told.contains(.configure(Self.first, .redirectOutput)))
    #expect(dialogue.command(.setOption(.redirect(.program))).outward.isEmpty)
    #expect(dialogue.command(.setOption(.redirect(.on))).outward.isEmpty)
    #expect(dialogue.state.notice?.text.contains("is shown already") == true)
  }

  @Test func whatCannotBeTakenBackIsSaid() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.command(.setOption(.unitTests(true)))
    _ = dialogue.command(.setOption(.unitTests(false)))
    // pydevd has no such mode, and stops at none.
    #expect(dialogue.state.notice?.text.contains("failed assertions") != true)
    let identity = ProcessIdentity(peer: "127.0.0.1:6", pydevd: "263.1", dialect: "pydevd-pycharm")
    _ = dialogue.state.handle(.connected(ProcessNumber(2), identity))
    _ = dialogue.command(.setOption(.unitTests(true)))
    _ = dialogue.command(.setOption(.unitTests(false)))
    #expect(dialogue.state.notice?.text.contains("failed assertions") == true)
  }
}

extension [Effect] {
  fileprivate var configured: [Effect] { filter { if case .configure = $0 { true } else { false } } }
}
