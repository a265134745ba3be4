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
}
