import DebuggerModel
import SourcePaths
import Testing

@Suite struct SyntaxCheckTests {
  private let place = PlaceText.line(file: "/srv/app/work.py", line: 12)

  private func inquiry(_ effects: [Effect]) -> Inquiry? {
    for case .inquire(let inquiry) in effects { return inquiry }
    return nil
  }

  /// The text of the breakpoint's file comes.
  private func read(_ dialogue: inout Dialogue) -> [Effect] {
    dialogue.state.handle(.sourceRead(.local("/srv/app/work.py"), .success("x = 1\n")))
  }

  @Test(arguments: ["i >", "i = 5", "f(", ")"])
  func whatNoPythonTakesIsRefusedWithoutAProcess(condition: String) {
    var dialogue = Dialogue()
    let effects = dialogue.command(.setBreakpoint(place, .init(condition: condition)))
    #expect(effects.failure?.hasPrefix("condition `\(condition)`: ") == true)
    #expect(dialogue.state.breakpoints.isEmpty)
    #expect(dialogue.command(.exceptions(.set("KeyError", .init(logMessage: condition)))).failure != nil)
    _ = dialogue.command(.setBreakpoint(place, .init(condition: "i > 5")))
    #expect(dialogue.command(.changeBreakpoint(BreakpointNumber(1), .condition(condition))).failure != nil)
    #expect(dialogue.state.breakpoints.map(\.options.condition) == ["i > 5"])
  }

  @Test func aStoppedProcessCompilesThemFirst() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let asked = dialogue.command(.setBreakpoint(place, .init(condition: "1 2", logMessage: "i")))
    let question = try #require(inquiry(asked))
    #expect(question.question == .syntax(of: ["1 2", "i"]))
    #expect(dialogue.state.breakpoints.isEmpty && asked.announcements.isEmpty)
    let refused = dialogue.state.handle(
      .answered(question, .success(.syntax(SyntaxProblem(index: 0, message: "invalid syntax")))))
    #expect(refused.failure == "condition `1 2`: invalid syntax")
    #expect(dialogue.state.breakpoints.isEmpty)
    let again = try #require(inquiry(dialogue.command(.setBreakpoint(place, .init(condition: "i > 5")))))
    _ = dialogue.state.handle(.answered(again, .success(.syntax(nil))))
    let effects = read(&dialogue)
    #expect(effects.value?["condition"] == .string("i > 5") && dialogue.state.breakpoints.count == 1)
  }

  @Test func aProcessThatDoesNotAnswerRefusesNothing() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let question = try #require(inquiry(dialogue.command(.setBreakpoint(place, .init(logMessage: "1 2")))))
    _ = dialogue.state.handle(.answered(question, .failure(.init("it has gone on"))))
    let effects = read(&dialogue)
    #expect(effects.value != nil && dialogue.state.breakpoints.count == 1)
  }

  @Test func aPlainBreakpointIsSetAtOnce() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(place, .init(hitCondition: "3")))
    #expect(read(&dialogue).value != nil)
  }
}
