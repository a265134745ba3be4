import SourcePaths
import Testing

@testable import DebuggerModel

/// The calls of a statement, as `into` lists them.
@Suite struct SourceCallTests {
  private func calls(_ text: String) -> [String] {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.stop(line: 1)
    _ = dialogue.state.handle(.sourceRead(.local("/srv/app/work.py"), .success(text)))
    return dialogue.state.callsAtStop.map { "\($0.text)@\($0.line)#\($0.occurrence)" }
  }

  @Test(arguments: [
    ("x = left(1) + right(left(2))", ["left@1#1", "left@1#2", "right@1#1"]),
    ("print(len(shop.price(1)), \"not(this)\")  # nor(that)", ["shop.price@1#1"]),
    ("total(\n  price(1),\n  price(2),\n)\nlater()", ["price@2#1", "price@3#2", "total@1#1"]),
    ("x = '''a(\nb()''' + f(1)\ng()", ["f@2#1"]),
    ("x = first(1) + \\\n  second(2)\nthird()", ["first@1#1", "second@2#1"]),
    ("def f(a=g()): pass", ["g@1#1"]),
    ("if (a or b) and not (c): pass", []),
    ("", []),
  ])
  func callsComeInTheOrderInWhichTheyAreCarriedOut(text: String, found: [String]) {
    #expect(calls(text) == found)
  }
}

/// Steps into one call of several: plain steps, of which only the last is told.
@Suite struct SmartStepTests {
  private let thread = ThreadID("pid_7_id_1")

  private func standing() -> Dialogue {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let text = String(repeating: "pass\n", count: 9) + "x = left(1) + work(2)\ny = 1\n"
    _ = dialogue.state.handle(.sourceRead(.local("/srv/app/work.py"), .success(text)))
    return dialogue
  }

  private func resumed(_ kind: ResumeKind) -> [Effect] { [.resume(ProcessNumber(1), thread, kind)] }

  @Test func theCallThatIsMeantIsEnteredAndOthersAreLeft() {
    var dialogue = standing()
    #expect(dialogue.command(.stepIntoCall(2)).outward == resumed(.stepInto))
    // The frame of `left` is called `work` here as well: the dialogue has one name for the innermost.
    let effects = dialogue.stop(.step, line: 3, depth: 2)
    #expect(effects.stops.map(\.reason) == [.step])
  }

  @Test func aCallThatIsNotMeantIsSteppedOutOf() {
    var dialogue = standing()
    #expect(dialogue.command(.stepIntoCall(1)).failure == nil)
    let other = dialogue.stop(.step, line: 3, depth: 2)
    #expect(other.outward == resumed(.stepOut))
    #expect(other.stops.isEmpty)
    #expect(dialogue.stop(.step, line: 10).outward == resumed(.stepInto))
    let end = dialogue.stop(.step, line: 11)
    #expect(end.stops.map(\.line) == [11])
    #expect(dialogue.state.notice?.text.contains("left() was not entered") == true)
    #expect(end.announcements.contains { if case .warning = $0 { true } else { false } })
  }

  private func plan(_ text: String, into index: Int) -> SmartStep {
    let document = SourceDocument(file: .local("/srv/app/work.py"), text: text, revision: 1)
    return SmartStep(into: index, of: SourceCalls(in: document, at: 1), depth: 1)
  }

  /// A stop in a function that line 1 of the module has called.
  private func inside(_ function: String) -> [StackFrame] {
    [(function, 20), ("<module>", 1)].map { name, line in
      StackFrame(id: FrameID(name), function: name, remoteFile: RemotePath("/srv/app/work.py"), line: line)
    }
  }

  @Test(arguments: [
    ("scale(double(1))", 1, ["double", "__call__"]), ("half(4)", 0, ["wrapper"]), ("twice(3)", 0, ["<lambda>"]),
    ("make(1) + double(2)", 0, ["__init__"]), ("shop.tool.measure(3)", 0, ["tool", "__call__"]),
    ("double(a + b)", 0, ["__add__", "double"]), ("half(double(half(2)))", 2, ["wrapper", "double", "wrapper"]),
  ])
  func aFunctionThatNoCallNamesIsTheNextInTurn(text: String, index: Int, functions: [String]) {
    var plan = plan(text, into: index)
    let verdicts = functions.map { plan.judge(inside($0)) }
    #expect(verdicts.dropLast().allSatisfy { $0 == .goOn(.stepOut) })
    #expect(verdicts.last == .arrived)
  }

  @Test func aBreakpointOnTheWayEndsIt() {
    var dialogue = standing()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 3), .init()))
    _ = dialogue.command(.stepIntoCall(1))
    #expect(dialogue.stop(line: 3, depth: 2).stops.map(\.reason) == [.breakpoint])
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    #expect(dialogue.stop(.step, line: 4, depth: 2).stops.count == 1)
  }

  /// A step may end in the middle of a statement: the process says how far it has come.
  private func standing(in text: String, after progress: CallProgress) -> Dialogue {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.state.handle(.sourceRead(.local("/srv/app/work.py"), .success(text)))
    _ = dialogue.stop(.step, line: 1)
    let effects = dialogue.command(.stepIntoCall(nil))
    for case .inquire(let inquiry) in effects where inquiry.question == .progress {
      _ = dialogue.state.handle(.answered(inquiry, .success(.progress(progress))))
    }
    return dialogue
  }

  private static let progresses: [(CallProgress, Int?)] = [
    (.start, 0), (.end(line: 1, column: 5), 0), (.end(line: 1, column: 13), 1), (.end(line: 1, column: 20), 2),
    (.unknown, nil), (.end(line: 2, column: 0), 2), (.end(line: 2, column: 6), 3),
  ]

  @Test(arguments: progresses)
  func callsThatAreOverAreCounted(progress: CallProgress, over: Int?) {
    // The columns count bytes: `ä` has two.
    let dialogue = standing(in: "x = ä + f(1) + g(2) + (\n  f(3))\n", after: progress)
    #expect(dialogue.state.callsOver == over)
  }

  @Test func aCallThatIsOverIsRefusedAndALaterOneEntered() {
    var dialogue = standing(in: "x = f(1) + f(2)\n", after: .end(line: 1, column: 8))
    #expect(dialogue.command(.stepIntoCall(1)).failure == "f() has been called already; `into` lists the calls to come")
    #expect(dialogue.command(.stepIntoCall(2)).outward == resumed(.stepInto))
  }

  @Test(arguments: ["x = [f(i) for i in g()]", "x = f() if g() else h()", "x = map(lambda i: f(i), g())"])
  func whereCallsMayRepeatTheyAreNotCounted(text: String) {
    var dialogue = standing(in: text + "\n", after: .end(line: 1, column: 9))
    #expect(dialogue.command(.stepIntoCall(1)).failure?.contains("which is not known") == true)
  }

  @Test func theNextCallOfAFunctionIsMetAfterThoseThatAreOver() {
    let document = SourceDocument(file: .local("/srv/app/work.py"), text: "x = f(1) + f(2) + f(3)", revision: 1)
    var plan = SmartStep(into: 2, of: SourceCalls(in: document, at: 1), depth: 1, over: 1)
    #expect(plan.judge(inside("f")) == .goOn(.stepOut))
    #expect(plan.judge(inside("f")) == .arrived)
  }

  @Test func aNumberThatIsNotThereIsRefused() {
    var dialogue = standing()
    #expect(dialogue.command(.stepIntoCall(3)).failure == "no call 3: line 10 has 2; `into` lists them")
  }
}
