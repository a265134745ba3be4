import CommandLanguage
import DebuggerModel
import TerminalGrid
import TestSupport
import Testing

@testable import DebuggerViews

struct PaneVariablesTests {
  /// Stopped twice, so that `i` and `total` have changed and `data` is open.
  private func story() -> (PaneDialogue, VariablesPane) {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load(locals(i: "2", total: "1"))
    pane.absorb(dialogue.state)
    dialogue.stopInWork(line: 25)
    dialogue.load(locals(i: "3", total: "5"))
    pane.absorb(dialogue.state)
    return (dialogue, pane)
  }

  private func locals(i: String, total: String) -> [Variable] {
    [
      .at("n", value: "20"), .at("i", value: i), .at("total", value: total),
      .at("data", value: "{dict: 4}", type: "dict", expandable: true), .at("bad", value: "boom", isError: true),
      .at("__name__", value: "work", group: .special), .at("_x", value: "1", group: .protected),
    ]
  }

  @Test func theTreeAt47Columns() {
    var (dialogue, pane) = story()
    let grid = pane.drawn(dialogue.state, 47, 7)
    #expect(
      grid.text() == """
           n     = 20
         * i     = 3          was 2
         * total = 5          was 1
         ▸ data  = {dict: 4}
         ✗ bad   = boom
         ▸ special variables (1)
         ▸ protected variables (1)

        """)
    #expect(
      grid.roleLetters().split(separator: "\n").map(String.init)[1...4] == [
        " * v    ddd*          ddddd", " * vvvvvddd*          ddddd", " d vvvv ddd...... ..", " ! vvv  ddd!!!!",
      ])
  }

  /// Stopped after a step that called functions, one of them with a variable's name.
  private func returned() -> (PaneDialogue, VariablesPane) {
    var dialogue = PaneDialogue()
    dialogue.connect()
    dialogue.stopInWork()
    let returned = [("rows", "[1, 2]"), ("Box.open", "7")].map { function, value in
      Variable(
        name: function, type: "list", value: value, expandable: function == "rows",
        path: VariablePath(["kept['\(function)']"], scope: .expression), group: .returned)
    }
    dialogue.load(returned + [.at("rows", value: "[5]", type: "list", expandable: true), .at("b", value: "2")])
    return (dialogue, VariablesPane())
  }

  @Test func returnedValuesStandBelowTheVariables() {
    var (dialogue, pane) = returned()
    #expect(
      pane.drawn(dialogue.state, 30, 5).text() == """
         ▸ rows = [5]
           b    = 2
         ▸ → rows()     = [1, 2]
           → Box.open() = 7
         ▸ globals

        """)
    #expect(pane.drawn(dialogue.state, 30, 4, glyphs: .ascii).lines().last == "   > Box.open() = 7")
  }

  @Test func aReturnedValueOpensByItselfAndCannotBeSetOrWatched() throws {
    var (dialogue, pane) = returned()
    _ = pane.drawn(dialogue.state, 30, 8)
    pane.cursor.place(2, count: pane.rows.count, height: 8)
    let path = VariablePath(["kept['rows']"], scope: .expression)
    #expect(pane.press(.showFullValue, dialogue.state) == [.showValue(path, title: "→ rows(): list")])
    for command in [ViewCommand.setValue, .addWatch] {
      guard case .say(let text)? = pane.press(command, dialogue.state)?.first else {
        Issue.record("\(command) was not refused")
        continue
      }
      #expect(text.hasPrefix("rows() has returned this"))
    }
    let actions = pane.press(.expand, dialogue.state)
    #expect(actions == [.command(.open(path, offset: 0))])
    dialogue.perform(actions)
    dialogue.load([.at("0", value: "1")], at: path)
    let lines = pane.drawn(dialogue.state, 30, 8).lines()
    #expect(lines[2...4] == [" ▾ → rows()     = [1, 2]", "     [0] = 1", "   → Box.open() = 7"])
    // At the next stop it opens again, if the function is called again.
    dialogue.stopInWork(line: 25)
    dialogue.load([
      Variable(
        name: "rows", type: "list", value: "[9]", expandable: true, path: path, group: .returned)
    ])
    pane.absorb(dialogue.state)
    #expect(pane.wanted(dialogue.state) == [.open(path, offset: 0)])
  }

  private func names(_ pane: VariablesPane) -> [String] { pane.rows.compactMap { $0.variable?.name } }

  @Test func onlySomeAreShownAndInAnotherOrder() {
    var (dialogue, pane) = story()
    _ = pane.press(.filter("T"), dialogue.state, 47, 7)
    // In the name, the type or the value: `int` has it, too.
    #expect(names(pane) == ["n", "i", "total", "data", "bad"])
    _ = pane.press(.filter("dict"), dialogue.state, 47, 7)
    #expect(names(pane) == ["data"])
    #expect(pane.remark(dialogue.state) == "with “dict”")
    #expect(pane.press(.filter(nil), dialogue.state, 47, 7) == [.prompt(.filter, initial: "dict")])
    _ = pane.press(.cancel, dialogue.state, 47, 7)
    #expect(pane.rows.count == 8)
    _ = pane.press(.sortVariables(nil), dialogue.state, 47, 7)
    #expect(names(pane) == ["bad", "data", "i", "n", "total"])
    _ = pane.press(.sortVariables(.type), dialogue.state, 47, 7)
    #expect(names(pane).first == "data")
    #expect(pane.remark(dialogue.state) == "by type")
  }

  @Test func theCursorStaysOnItsVariableInAnotherOrder() {
    var (dialogue, pane) = story()
    pane.cursor.place(2, count: pane.rows.count, height: 7)
    _ = pane.press(.sortVariables(.name), dialogue.state, 47, 7)
    #expect(pane.current?.variable?.name == "total")
  }

  @Test func valuesAreShownInOtherForms() {
    var (dialogue, pane) = story()
    _ = pane.press(.displayMode(.hex), dialogue.state, 47, 7)
    #expect(pane.drawn(dialogue.state, 47, 1).lines() == ["   n     = 0x14"])
    _ = pane.press(.displayMode(nil), dialogue.state, 47, 7)
    #expect(pane.drawn(dialogue.state, 47, 1).lines() == ["   n     = int"])
    _ = pane.press(.displayMode(nil), dialogue.state, 47, 7)
    #expect(pane.drawn(dialogue.state, 47, 1).lines() == ["   n     = 20"])
  }

  @Test(arguments: [
    ("255", "int", "0xff"), ("-255", "int", "-0xff"),
    ("340282366920938463463374607431768211456", "int", "0x1" + String(repeating: "0", count: 32)),
    ("18446744073709551616", "int", "0x10000000000000000"), ("[1, 16, -3]", "list", "[0x1, 0x10, -0x3]"),
    ("[1.5, 2, 3.]", "list", "[1.5, 0x2, 3.]"), ("['16']", "list", "['16']"), ("10", "str", "10"),
    ("[1, 2, ...]", "list", "[0x1, 0x2, ...]"), ("1.5", "float", "1.5"),
  ]) func numbersHaveBase16(value: String, type: String, shown: String) {
    #expect(ValueForm.text(of: .at("x", value: value, type: type), .hex) == shown)
  }

  @Test(arguments: [
    (#"'a\nb'"#, "str", "a\nb"), (#""it's""#, "str", "it's"), (#"'\x41\u00e9\U0001f40d'"#, "str", "Aé🐍"),
    (#"'cut…"#, "str", "cut…"), (#"b'\\x'"#, "bytes", #"\x"#), ("plain", "str", "plain"), ("'a'", "Order", "'a'"),
    (#"'\x4'"#, "str", #"\x4"#), ("u'ö'", "unicode", "ö"),
  ]) func textsLoseTheirQuotes(value: String, type: String, shown: String) {
    #expect(ValueForm.text(of: .at("x", value: value, type: type), .str) == shown)
  }

  @Test func typesAreShownWhereThereIsRoomForThem() {
    var (dialogue, pane) = story()
    let lines = pane.drawn(dialogue.state, 64, 4).lines()
    #expect(lines[1] == " * i     = 3          was 2                                  int")
    #expect(pane.drawn(dialogue.state, 20, 4).lines()[2] == " * total = 5")
  }

  @Test func aLongValueIsCutAndMarked() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load([.at("s", value: "日本語日本語日本語"), .at("m", value: "a\nb\r\n\u{1b}[2Jc")])
    #expect(pane.drawn(dialogue.state, 16, 2).lines() == ["   s = 日本語日»", "   m = a⏎b⏎␛[2Jc"])
    #expect(pane.drawn(dialogue.state, 17, 2).lines()[0] == "   s = 日本語日 »")
  }

  @Test func aLongNameLeavesHalfOfTheRowToItsValue() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load([.at(String(repeating: "n", count: 300), value: "1"), .at("日本語日本語日本語", value: "2")])
    #expect(pane.drawn(dialogue.state, 23, 2).lines() == ["   nnnnnnnnn… = 1", "   日本語日…  = 2"])
  }

  @Test func expandingAsksOnceAndShowsTheChildren() {
    var (dialogue, pane) = story()
    for _ in 0..<3 { pane.press(.move(.down), dialogue.state) }
    let actions = pane.press(.expand, dialogue.state)
    #expect(actions == [.command(.open(VariablePath(["data"]), offset: 0))])
    dialogue.perform(actions)
    #expect(pane.drawn(dialogue.state, 40, 6).lines()[4] == "     loading…")
    dialogue.load(
      [.at("data", "a", value: "1"), .at("data", "b", value: "2")], at: VariablePath(["data"]), nextOffset: 100)
    #expect(
      pane.drawn(dialogue.state, 40, 7).lines()[3...6] == [
        " ▾ data  = {dict: 4}", "     a = 1", "     b = 2", "     … more from 100 on",
      ])
    #expect(pane.press(.collapse, dialogue.state) == [])
    #expect(pane.press(.open, dialogue.state) == [], "what is loaded is not asked for again")
    for _ in 0..<3 { pane.press(.move(.down), dialogue.state) }
    #expect(pane.press(.open, dialogue.state) == [.command(.open(VariablePath(["data"]), offset: 100))])
  }

  @Test func aStepKeepsTheTreeOpenAndTheCursorOnItsVariable() {
    var (dialogue, pane) = story()
    for _ in 0..<3 { pane.press(.move(.down), dialogue.state) }
    dialogue.perform(pane.press(.expand, dialogue.state))
    dialogue.load([.at("data", "a", value: "1")], at: VariablePath(["data"]))
    let before = pane.drawn(dialogue.state, 47, 8).lines()
    dialogue.command(.resume(.stepOver, scope: .selected))
    dialogue.stopInWork(line: 26)
    #expect(pane.drawn(dialogue.state, 47, 8).lines() == before, "no flicker while the new values are on their way")
    dialogue.load([Variable.at("first", value: "0")] + locals(i: "4", total: "5"))
    pane.absorb(dialogue.state)
    let wanted = pane.wanted(dialogue.state)
    #expect(wanted == [.open(VariablePath(["data"]), offset: 0)])
    #expect(pane.wanted(dialogue.state) == [])
    for command in wanted { dialogue.command(command) }
    dialogue.load([.at("data", "a", value: "7")], at: VariablePath(["data"]))
    #expect(pane.drawn(dialogue.state, 47, 8).lines()[5] == "   * a = 7          was 1")
    #expect(pane.current?.variable?.name == "data")
  }

  @Test func valuesCanBeSetShownCopiedAndWatched() {
    var (dialogue, pane) = story()
    #expect(
      pane.press(.setValue, dialogue.state)
        == [.prompt(.setValue("n"), initial: ""), .command(.offerLiteral("n"))])
    #expect(pane.press(.showFullValue, dialogue.state) == [.showValue(VariablePath(["n"]), title: "n: int")])
    #expect(pane.press(.copy, dialogue.state) == [.copy("20")])
    #expect(pane.press(.addWatch, dialogue.state) == [.prompt(.watch, initial: "n")])
    #expect(pane.press(.toggleBreakpoint, dialogue.state) == nil)
  }

  @Test func aClickOnTheTwistyOpensAndOneOnTheNameDoesNot() {
    var (dialogue, pane) = story()
    let context = PaneContext(
      state: dialogue.state, glyphs: .unicode, isFocused: true, size: Size(width: 47, height: 7))
    #expect(pane.click(column: 10, row: 3, context) == [])
    #expect(pane.click(column: 1, row: 3, context) == [.command(.open(VariablePath(["data"]), offset: 0))])
    #expect(pane.click(column: 1, row: 40, context) == [])
  }

  @Test func aHundredThousandVariablesScrollQuickly() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load((0..<100_000).map { Variable.at("v\($0)", value: "\($0)") })
    pane.absorb(dialogue.state)
    let time = ProcessorTime.measure {
      for _ in 0..<200 {
        pane.press(.move(.pageDown), dialogue.state, 47, 20)
        _ = pane.drawn(dialogue.state, 47, 20)
      }
    }
    #expect(time < .seconds(2))
    pane.press(.move(.bottom), dialogue.state, 47, 20)
    #expect(pane.drawn(dialogue.state, 47, 20).lines().suffix(2) == ["   v99999 = 99999", " ▸ globals"])
  }

  @Test func whatIsMissingIsSaidInWords() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    #expect(pane.drawn(dialogue.state, 40, 2).lines()[0] == " no process is connected")
    dialogue.connect()
    #expect(pane.drawn(dialogue.state, 40, 2).lines()[0] == " MainThread is running")
    dialogue.stopInWork()
    #expect(pane.drawn(dialogue.state, 40, 2).lines()[0] == "   loading…")
    dialogue.load([])
    #expect(pane.drawn(dialogue.state, 40, 2).lines()[0] == "   no variables here")
  }

  @Test func theModulesVariablesAreLoadedWhenTheyAreOpened() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load([.at("i", value: "3")])
    pane.absorb(dialogue.state)
    #expect(pane.drawn(dialogue.state, 40, 4).lines() == ["   i = 3", " ▸ globals", "", ""])
    pane.press(.move(.bottom), dialogue.state)
    #expect(pane.press(.expand, dialogue.state) == [.command(.open(.globals, offset: 0))])
    let names = ["'LIMIT' (1)", "'main' (2)", "'__name__' (3)", "keys"]
    let types = ["int", "function", "str", "builtin_function_or_method"]
    let variables = zip(names, types).map { name, type in
      Variable(name: name, type: type, value: "…", path: VariablePath.globals.appending(name))
    }
    dialogue.load(variables, at: .globals)
    pane.absorb(dialogue.state)
    #expect(
      pane.drawn(dialogue.state, 40, 6).lines() == [
        "   i = 3", " ▾ globals", "     LIMIT = …", "   ▸ special variables (1)", "   ▸ functions (1)", "",
      ])
    let list = dialogue.state.selectedFrameKey.flatMap { dialogue.state.variables[$0]?.lists[.globals]?.value }
    #expect(list?.variables.map(\.expression) == ["globals()['LIMIT']", "globals()['main']", "globals()['__name__']"])
  }

  @Test func specialVariablesThatTheProcessKeepsBackAreLoadedWhenTheyAreOpened() {
    var dialogue = PaneDialogue()
    var pane = VariablesPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.load([.at("i", value: "3")], hasFolded: true)
    pane.absorb(dialogue.state)
    #expect(pane.drawn(dialogue.state, 40, 3).lines() == ["   i = 3", " ▸ special variables", " ▸ globals"])
    pane.press(.move(.down), dialogue.state)
    #expect(pane.press(.expand, dialogue.state) == [.command(.openFolded)])
    dialogue.load([.at("__name__", value: "'__main__'", group: .special)], part: .folded)
    pane.absorb(dialogue.state)
    #expect(
      pane.drawn(dialogue.state, 40, 4).lines() == [
        "   i = 3", " ▾ special variables (1)", "     __name__ = '__main__'", " ▸ globals",
      ])
    // At the next stop in the same function they are wanted again.
    dialogue.stopInWork(line: 25)
    dialogue.load([.at("i", value: "4")], hasFolded: true)
    pane.absorb(dialogue.state)
    #expect(pane.wanted(dialogue.state) == [.openFolded])
  }
}
