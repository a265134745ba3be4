import DebuggerModel
import SourcePaths
import Testing

@Suite struct ValueTests {
  private func variable(_ name: String, _ value: String, type: String = "int", expandable: Bool = false) -> Variable {
    Variable(name: name, type: type, value: value, expandable: expandable, path: VariablePath([name]))
  }

  private func child(_ name: String, of path: [String], type: String = "int") -> Variable {
    Variable(name: name, type: type, value: "1", path: VariablePath(path + [name]))
  }

  /// Answers the newest request for the locals.
  private func answer(_ dialogue: inout Dialogue, _ variables: [Variable]) {
    guard let key = dialogue.state.selectedFrameKey else { return }
    _ = dialogue.state.handle(.variables(VariableRequest(frame: key, path: .root), .success(VariableList(variables))))
  }

  private func roots(_ dialogue: Dialogue) -> [Variable] {
    dialogue.state.selectedFrameKey.flatMap { dialogue.state.variables[$0]?.roots?.value?.variables } ?? []
  }

  @Test func aValueThatChangedSinceThePreviousStopSaysWhatItWas() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("i", "1"), variable("n", "5")])
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.stop(.step, line: 11)
    answer(&dialogue, [variable("i", "2"), variable("n", "5")])
    #expect(roots(dialogue).map(\.previous) == ["1", nil])
  }

  private func returned(_ function: String, _ value: String, expandable: Bool = false) -> Variable {
    let path = VariablePath(["kept['\(function)']"], scope: .expression)
    return Variable(
      name: function, type: "list", value: value, expandable: expandable, path: path, group: .returned)
  }

  @Test func aReturnedValueIsNoEarlierOneOfAVariableOrOfAnotherCall() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("price", "6"), returned("price", "[3]")])
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.stop(.step, line: 11)
    answer(&dialogue, [returned("price", "[4]"), variable("price", "6")])
    #expect(roots(dialogue).map(\.previous) == [nil, nil])
  }

  @Test func aReturnedValueIsOpenedByAPathOfItsOwn() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [returned("rows", "[1, 2]", expandable: true), variable("rows", "[5]", expandable: true)])
    #expect(roots(dialogue).map(\.pathText) == ["kept['rows']", "rows"])
    let path = try #require(roots(dialogue).first?.path)
    let request = try #require(dialogue.command(.open(path, offset: 0)).variableRequest)
    #expect(request.path == path)
    let element = Variable(name: "0", type: "int", value: "1", path: path.appending("0"))
    _ = dialogue.state.handle(.variables(request, .success(VariableList([element]))))
    let tree = try #require(dialogue.state.variables[request.frame])
    #expect(tree.variable(at: path)?.value == "[1, 2]")
    #expect(tree.variable(at: VariablePath(["rows"]))?.value == "[5]")
    #expect(tree.lists[path]?.value?.variables.map(\.expression) == ["(kept['rows'])[0]"])
  }

  @Test func returnedValuesAreListedBelowTheVariables() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let request = try #require(dialogue.command(.locals).variableRequest)
    var special = variable("__doc__", "None")
    special.group = .special
    let list = VariableList([returned("price", "[3]"), special, variable("price", "6")])
    guard case .list(let shown)? = dialogue.state.handle(.variables(request, .success(list))).value else {
      throw ElementsMissing()
    }
    let paths = ["price", "kept['price']", "__doc__"].map(ResultValue.string)
    #expect(shown.map { $0["path"] } == paths)
    #expect(shown.map { $0["group"] } == [nil, ResultValue.string("returned"), .string("special")])
  }

  @Test func changesAreNotMarkedAcrossFunctions() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("i", "1")])
    _ = dialogue.command(.resume(.stepInto, scope: .selected))
    _ = dialogue.stop(.step, file: "/srv/app/other.py", line: 1, depth: 2)
    answer(&dialogue, [variable("i", "2")])
    #expect(roots(dialogue).map(\.previous) == [nil])
  }

  /// Keys of different kinds can have one text: no expression made of that leads to the one that is meant.
  @Test func keysOfOneTextHaveNoExpression() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("data", "…", type: "dict", expandable: true)])
    let request = try #require(dialogue.command(.open(VariablePath(["data"]), offset: 0)).variableRequest)
    let children = ["42 (10)", "42 (11)", "7 (12)"].map { child($0, of: ["data"]) }
    _ = dialogue.state.handle(.variables(request, .success(VariableList(children))))
    let found = dialogue.state.variables[request.frame]?.lists[VariablePath(["data"])]?.value?.variables
    #expect(found?.map(\.expression) == [nil, nil, "data[7]"])
  }

  @Test(arguments: [
    ("000002", "list", "[2]", "data[2]"), ("'k' (1397)", "dict", "['k']", "data['k']"),
    ("attr", "Thing", "attr", "data.attr"),
    ("<obj> (1397)", "dict", "[<obj>]", nil), ("9805984", "list", "[9805984]", "data[9805984]"),
    ("140234567890123", "Rows", "[140234567890123]", "data[140234567890123]"),
    ("9805984 (9805984)", "dict", "[9805984]", "data[9805984]"),
    // To Python these are names, which may be anything.
    ("inf (1397)", "dict", "[inf]", nil), ("-inf (1397)", "dict", "[-inf]", nil), ("nan (1397)", "dict", "[nan]", nil),
    ("-1.5e+300 (1397)", "dict", "[-1.5e+300]", "data[-1.5e+300]"),
  ])
  func childrenGetNamesForPeopleAndExpressions(raw: String, parentType: String, name: String, expression: String?)
    throws
  {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("data", "…", type: parentType, expandable: true)])
    let request = try #require(dialogue.command(.open(VariablePath(["data"]), offset: 0)).variableRequest)
    _ = dialogue.state.handle(.variables(request, .success(VariableList([child(raw, of: ["data"])]))))
    let found = dialogue.state.variables[request.frame]?.lists[VariablePath(["data"])]?.value?.variables.first
    #expect(found?.name == name)
    #expect(found?.expression == expression)
  }

  private struct ElementsMissing: Error {}

  @Test(arguments: ["set", "Flags"], ["9805984", "140234567890123"])
  func elementsOfASetHaveNoNameWhateverItsTypeIsCalled(type: String, raw: String) throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("data", "…", type: type, expandable: true)])
    // By a path, and by an expression whose type nobody knows.
    for text in ["data", "data | more"] {
      let request = try #require(dialogue.command(.expand(text, range: nil)).variableRequest)
      let element = Variable(name: raw, type: "int", value: "1", path: request.path.appending(raw))
      let effects = dialogue.state.handle(.variables(request, .success(VariableList([element], isSet: true))))
      guard case .list(let shown)? = effects.value else { throw ElementsMissing() }
      #expect(shown.map { $0["name"] } == [ResultValue.string("{}")])
    }
  }

  @Test func aSecondOpenAsksNothing() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    #expect(dialogue.command(.open(VariablePath(["data"]), offset: 0)).variableRequest != nil)
    #expect(dialogue.command(.open(VariablePath(["data"]), offset: 0)).variableRequest == nil)
  }

  @Test func theNextPageIsAppended() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let path = VariablePath(["data"])
    let first = try #require(dialogue.command(.open(path, offset: 0)).variableRequest)
    _ = dialogue.state.handle(.variables(first, .success(VariableList([child("0", of: ["data"])], nextOffset: 1))))
    let second = try #require(dialogue.command(.open(path, offset: 1)).variableRequest)
    _ = dialogue.state.handle(.variables(second, .success(VariableList([child("1", of: ["data"])]))))
    let list = dialogue.state.variables[first.frame]?.lists[path]?.value
    #expect(list?.variables.map(\.name) == ["[0]", "[1]"])
    #expect(list?.nextOffset == nil)
  }

  @Test func anEvaluationsValueAndErrorAreResults() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let effects = dialogue.command(.evaluate("1 + 1", pretty: false))
    guard case .evaluate(let request)? = effects.first else {
      Issue.record("nothing was asked: \(effects)")
      return
    }
    let good = dialogue.state.handle(.evaluated(request, .success(variable("1 + 1", "2"))))
    #expect(good.value?["value"] == .string("2"))
    var bad = variable("nope", "NameError: nope")
    bad.isError = true
    #expect(dialogue.state.handle(.evaluated(request, .success(bad))).failure == "NameError: nope")
    #expect(dialogue.state.evaluations.count == 1)
  }

  @Test func aStatementHasTheVariablesLoadedAnew() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    answer(&dialogue, [variable("i", "1")])
    guard case .evaluate(let request)? = dialogue.command(.execute("i = 9")).first else { return }
    let effects = dialogue.state.handle(.evaluated(request, .success(variable("", "None"))))
    #expect(effects.variableRequest?.path == .root)
  }

  @Test func watchesAreEvaluatedAtEachStop() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let first = dialogue.command(.addWatch("i * 2"))
    #expect(first.contains { if case .evaluate(let request) = $0 { request.expression == "i * 2" } else { false } })
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    let next = dialogue.stop(.step, line: 11)
    #expect(next.contains { if case .evaluate(let request) = $0 { request.expression == "i * 2" } else { false } })
  }

  @Test func whatIsNotSeenIsNotAskedFor() {
    func asksForWatch(_ effects: [Effect]) -> Bool {
      effects.contains { if case .evaluate(let request) = $0 { request.expression == "i * 2" } else { false } }
    }
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.addWatch("i * 2"))
    _ = dialogue.command(.setVisibility(StopVisibility(variables: false, watches: false)))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    let next = dialogue.stop(.step, line: 11)
    #expect(next.variableRequest == nil && !asksForWatch(next))
    let shown = dialogue.command(.setVisibility(StopVisibility()))
    #expect(shown.variableRequest?.path == .root && asksForWatch(shown))
    #expect(!asksForWatch(dialogue.command(.setVisibility(StopVisibility()))), "asked for twice")
  }

  @Test func nothingIsEvaluatedInAThreadThatRuns() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.continue, scope: .selected))
    #expect(dialogue.command(.evaluate("1", pretty: false)).failure == "the thread is running; pause it first")
  }

  @Test func aReloadIsAnsweredWithWhatItDidAndValuesAreAskedForAgain() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let first = try #require(dialogue.command(.reloadModule("pkg.mod")).first)
    guard case .inquire(let inquiry) = first else {
      Issue.record("\(first)")
      return
    }
    #expect(inquiry.question == .reload(module: "pkg.mod"))
    let effects = dialogue.state.handle(.answered(inquiry, .success(.text("Updated function code: <function f>"))))
    #expect(effects.variableRequest?.path == .root)
  }
}
