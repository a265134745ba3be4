import DebuggerModel
import SourcePaths
import Testing

/// Going on from another line, and questions about a frame.
@Suite struct JumpTests {
  private func jump(in effects: [Effect]) -> JumpRequest? {
    for case .jump(let request) in effects { return request }
    return nil
  }

  private func inquiry(in effects: [Effect]) -> Inquiry? {
    for case .inquire(let inquiry) in effects { return inquiry }
    return nil
  }

  @Test func anAcceptedJumpIsFollowedByAStop() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let request = try #require(jump(in: dialogue.command(.jump(14))))
    #expect(request.function == "work")
    let answer = dialogue.state.handle(.jumpAnswered(request, nil))
    #expect(answer.value == .int(14))
    #expect(dialogue.stop(.jump, line: 14).stops.map(\.reason) == [.jump])
  }

  @Test func aRefusedJumpChangesNothing() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let before = dialogue.state.selectedFrameKey
    let request = try #require(jump(in: dialogue.command(.jump(99))))
    let answer = dialogue.state.handle(.jumpAnswered(request, CommandFailure("it comes after the code")))
    #expect(answer.failure == "it comes after the code")
    #expect(dialogue.state.selectedFrameKey == before)
  }

  @Test func onlyTheInnermostFrameJumps() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.stop(depth: 2)
    _ = dialogue.command(.selectFrame(.number(1)))
    #expect(dialogue.command(.jump(12)).failure?.contains("only the innermost frame") == true)
  }

  @Test func aRunningThreadIsNotAsked() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.command(.jump(12)).failure != nil)
    #expect(dialogue.command(.listJumpTargets).failure != nil)
    #expect(dialogue.command(.complete("x")).failure != nil)
    #expect(dialogue.command(.document("x")).failure != nil)
  }

  @Test func theNameAtTheEndIsCompleted() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let inquiry = try #require(self.inquiry(in: dialogue.command(.complete("1 + box.si"))))
    #expect(inquiry.question == .completions(of: "box.si"))
    let found = [Completion(name: "size", kind: "attribute", documentation: "how big")]
    let answer = dialogue.state.handle(.answered(inquiry, .success(.completions(found))))
    #expect(
      answer.value
        == .list([
          .object([
            .init("name", .string("size")), .init("kind", .string("attribute")), .init("doc", .string("how big")),
          ])
        ]))
  }

  @Test(arguments: [
    ("", ""), ("a.b", "a.b"), ("1 + o.na", "o.na"), ("f(data[0].x", "data[0].x"), ("x = ", ""), ("größe.", "größe."),
    ("a[b", "b"), ("a]", ""),
  ])
  func theDottedNameThatEndsATextIsFound(text: String, name: String) { #expect(DottedName.last(of: text) == name) }

  @Test func evaluationsThatAreGivenUpAreAnsweredOnce() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let asked = dialogue.command(.evaluate("slow()", pretty: false))
    var request: EvaluationRequest?
    for case .evaluate(let found) in asked { request = found }
    let given = dialogue.command(.giveUpEvaluations)
    #expect(given.failure?.contains("given up") == true)
    let late = Variable(name: "slow()", type: "int", value: "1", path: VariablePath(["slow()"]))
    let known = try #require(request)
    #expect(dialogue.state.handle(.evaluated(known, .success(late))).isEmpty)
  }

  @Test func aTimeoutHasBounds() {
    var dialogue = Dialogue()
    #expect(dialogue.command(.setEvaluationTimeout(0)).failure != nil)
    #expect(dialogue.command(.setEvaluationTimeout(2.5)).contains(.setEvaluationTimeout(2.5)))
  }

  @Test func theOrderToRunOnDuringAStepIsKept() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    #expect(dialogue.command(.resume(.continue, scope: .selected)).failure == nil)
    let effects = dialogue.stop(.step, line: 11)
    #expect(effects.outward == [.resume(ProcessNumber(1), ThreadID("pid_7_id_1"), .continue)])
  }
}
