import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenPromptTests {
  private func edited(_ text: String, _ keys: String) -> LineEditor {
    var editor = LineEditor(text)
    for name in keys.split(separator: " ") {
      if let key = KeyPress(String(name)) { _ = editor.press(key) }
    }
    return editor
  }

  /// The cursor is drawn as `|`.
  @Test(arguments: [
    ("a b", "x", "a bx|"), ("a b", "Left x", "a x|b"), ("a b", "Home x", "x|a b"), ("a b", "Ctrl-A End x", "a bx|"),
    ("a b", "Ctrl-A Ctrl-E x", "a bx|"), ("foo bar", "Ctrl-W", "foo |"), ("foo bar ", "Ctrl-W", "foo |"),
    ("foo bar", "Ctrl-Left Ctrl-U", "|bar"), ("foo bar", "Ctrl-Left Ctrl-K", "foo |"), ("ab", "Left Delete", "a|"),
    ("ab", "Left Backspace", "|b"), ("", "Backspace Delete Left Right Ctrl-W", "|"), ("日本", "Left Backspace", "|本"),
    ("e\u{301}", "Backspace", "|"), ("a.bc", "Alt-Backspace", "a.|"), ("ab cd", "Home Alt-d", "| cd"),
  ]) func keysEditAsInReadline(before: String, keys: String, after: String) {
    let editor = edited(before, keys)
    let text = editor.textBeforeCursor + "|" + editor.text.dropFirst(editor.textBeforeCursor.count)
    #expect(text == after)
  }

  @Test(arguments: [
    ("x", "x"), ("x y", "xy"), ("Left x", "totaxl"), ("End x", "totalx"), ("Backspace", ""), ("Ctrl-W", ""),
    ("Home x", "xtotal"),
  ]) func whatIsTypedTakesThePlaceOfAProposal(keys: String, text: String) {
    var editor = LineEditor.proposing("total")
    for name in keys.split(separator: " ") {
      if let key = KeyPress(String(name)) { _ = editor.press(key) }
    }
    #expect(editor.text == text)
    #expect(!editor.isProposal)
  }

  @Test func theNameForAWatchIsAProposal() {
    var prompt = Prompt(.watch, initial: "total")
    #expect(prompt.text == "total" && prompt.editor.isProposal)
    prompt.editor.insert("n + 1")
    #expect(prompt.text == "n + 1")
    #expect(!Prompt(.mapping, initial: "/a=/b").editor.isProposal)
  }

  @Test func lineEndsThatArePastedBecomeBlanks() {
    var editor = LineEditor("a")
    editor.insert("b\r\nc\td\n\n")
    #expect(editor.text == "ab c d")
  }

  @Test func aFieldThatIsOpenMakesKeysText() throws {
    var dialogue = try ScreenDialogue()
    #expect(!dialogue.screen.isTyping)
    dialogue.press(":")
    #expect(dialogue.screen.isTyping)
    dialogue.press("Esc ?")
    #expect(!dialogue.screen.isTyping)
    dialogue.press("q m")
    #expect(dialogue.screen.isTyping)
  }

  @Test func theHistoryIsApartForEachPurposeAndKeepsTheDraft() throws {
    var dialogue = try ScreenDialogue()
    for line in ["break 3", "where"] {
      dialogue.press(":")
      dialogue.type(line)
      dialogue.press("Enter")
    }
    dialogue.press(": x Up Up")
    #expect(dialogue.screen.prompt?.editor.text == "break 3")
    dialogue.press("Up Down")
    #expect(dialogue.screen.prompt?.editor.text == "where")
    dialogue.press("Down")
    #expect(dialogue.screen.prompt?.editor.text == "x")
    dialogue.press("Esc / Up")
    #expect(dialogue.screen.prompt?.editor.text == "")
    #expect(dialogue.others == [.commandText("break 3"), .commandText("where")])
  }

  @Test func tabCompletesCommandsAndNamesOfVariables() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press(": t b Tab")
    #expect(dialogue.screen.prompt?.editor.text == "tbreak ")
    dialogue.press("Esc e")
    dialogue.type("len(to")
    dialogue.press("Tab")
    #expect(dialogue.commands == [.complete("len(to")])
    answer(&dialogue, to: "to", ["total", "totals"])
    #expect(dialogue.screen.prompt?.editor.text == "len(total")
    let rows = dialogue.lines()
    #expect(rows[21].hasPrefix(" total ") && rows[22].hasPrefix(" totals ") && rows[23].hasPrefix(">>> len(total  "))
    // Round through them, and back with Esc to the line as it is.
    dialogue.press("Tab Tab")
    #expect(dialogue.screen.prompt?.editor.text == "len(totals")
    dialogue.press("Tab Esc")
    #expect(dialogue.screen.prompt?.editor.text == "len(total" && dialogue.screen.completionRows == nil)
    dialogue.type(".re")
    dialogue.press("Tab")
    answer(&dialogue, to: "total.re", ["real"])
    #expect(dialogue.screen.prompt?.editor.text == "len(total.real")
    // What comes too late is for nothing.
    dialogue.press("Tab")
    dialogue.type("x")
    answer(&dialogue, to: "total.real", ["really"])
    #expect(dialogue.screen.prompt?.editor.text == "len(total.realx")
  }

  private func answer(_ dialogue: inout ScreenDialogue, to name: String, _ names: [String]) {
    dialogue.happen { world in
      let effects = world.command(.complete(name))
      for case .inquire(let inquiry) in effects {
        let items = names.map { Completion(name: $0, kind: "") }
        world.handle(.answered(inquiry, .success(.completions(items))))
      }
    }
  }

  @Test func aValueIsChangedFromATextThatMakesIt() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("1 =")
    guard case .setValue(let name)? = dialogue.screen.prompt?.purpose else { throw CancellationError() }
    offer(&dialogue, name, "'a text'")
    #expect(dialogue.screen.prompt?.editor.text == "'a text'")
    let before = dialogue.commands
    dialogue.press("Enter")
    #expect(dialogue.commands == before, "nothing is assigned where nothing was changed")
    #expect(dialogue.text().contains("\(name) is as it was"))
    // The text for another value, none at all, and one that comes when something has been typed.
    dialogue.press("=")
    offer(&dialogue, "other", "1")
    offer(&dialogue, name, "")
    #expect(dialogue.screen.prompt?.editor.text == "")
    dialogue.type("5")
    offer(&dialogue, name, "'a text'")
    dialogue.press("Enter")
    #expect(dialogue.commands.last == .assign(name, value: "5"))
  }

  private func offer(_ dialogue: inout ScreenDialogue, _ name: String, _ text: String) {
    dialogue.happen { world in
      for case .inquire(let inquiry) in world.command(.offerLiteral(name)) {
        world.handle(.answered(inquiry, .success(.text(text))))
      }
    }
  }

  @Test func anUnfinishedStatementIsAskedOn() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("e")
    for line in ["for x in (1,", "2):", "print(x)"] {
      dialogue.type(line)
      dialogue.press("Enter")
    }
    #expect(dialogue.commands.isEmpty)
    #expect(
      dialogue.lines()[20...] == [
        ">>> for x in (1,", "... 2):", "...     print(x)",
        "..." + String(repeating: " ", count: 61) + "empty line ends",
      ])
    dialogue.press("Ctrl-U Backspace Enter")
    #expect(dialogue.screen.prompt?.earlier.last == "    print(x)")
    dialogue.press("Ctrl-U Enter")
    #expect(dialogue.commands == [.enter("for x in (1,\n2):\n    print(x)", isStatement: true)])
    dialogue.press("Up")
    #expect(dialogue.screen.prompt?.text == "for x in (1,\n2):\n    print(x)\n")
    dialogue.happen { $0.command(.giveUpEvaluations) }
    dialogue.press("Esc e")
    dialogue.type("len(\"(\")")
    dialogue.press("Enter")
    #expect(dialogue.commands.last == .enter("len(\"(\")", isStatement: false))
  }

  @Test func pastedCodeLosesItsIndentationAndKeepsItsLines() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("e")
    dialogue.input(.paste("    if total:\n        total = 1\n"))
    #expect(dialogue.screen.prompt?.text == "if total:\n    total = 1")
    dialogue.press("Enter")
    #expect(dialogue.commands.isEmpty)
    dialogue.press("Ctrl-U Enter")
    #expect(dialogue.commands == [.enter("if total:\n    total = 1", isStatement: true)])
  }

  @Test func aLongLineScrollsSoThatTheCursorIsSeen() throws {
    var dialogue = try ScreenDialogue(30, 10)
    dialogue.press("e")
    dialogue.type(String(repeating: "0123456789", count: 5) + "日本")
    let drawing = dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 0)
    #expect(drawing.cursor == Point(x: 29, y: 9))
    #expect(drawing.grid.lines()[9] == ">>> 901234567890123456789日本")
  }

  @Test func wideCharactersMoveTheCursorByTwoColumns() throws {
    var dialogue = try ScreenDialogue()
    dialogue.press("e")
    dialogue.type("日本")
    #expect(dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 0).cursor == Point(x: 8, y: 23))
    dialogue.press("Left")
    #expect(dialogue.screen.draw(dialogue.state, size: dialogue.size, clock: 0).cursor == Point(x: 6, y: 23))
  }

  @Test(arguments: [
    ("x = 1", true), ("x == 1", false), ("f(a=1)", false), ("x += 1", true), ("x <= 1", false), ("x <<= 1", true),
    ("d['='] ", false), ("d['a'] = 2", true), ("import os", true), ("important", false), ("lambda a=1: a", false),
    ("del x", true), ("x != y", false), ("(y := 3)", false), ("'a\\'=b'", false), ("for_each", false),
  ]) func assignmentsAndStatementsAreToldFromExpressions(text: String, isStatement: Bool) {
    #expect(PythonStatement.isStatement(text) == isStatement)
  }

  @Test func theRowsFollowWhatIsTypedAsAFilter() throws {
    var dialogue = try ScreenDialogue(120, 40)
    dialogue.stopInWork()
    dialogue.press("1 F")
    dialogue.type("tot")
    #expect(dialogue.text().contains("with “tot”"))
    #expect(!dialogue.text().contains("▸ root"))
    dialogue.press("Esc")
    #expect(dialogue.text().contains("▸ root"))
    dialogue.press("F")
    dialogue.type("tot")
    dialogue.press("Enter Esc")
    #expect(dialogue.text().contains("▸ root"))
    dialogue.press("3 F")
    dialogue.type("main")
    let lines = dialogue.lines()
    #expect(lines.contains { $0.contains("main") && $0.contains("work.py:35") })
    #expect(!lines.contains { $0.contains("library frame") })
    dialogue.press("Enter 1 j j Y")
    // The cursor stayed on `total`, whatever was shown around it.
    #expect(dialogue.others == [.copy("root")])
  }

  @Test(arguments: [
    ("x = 3", "= sets a value; == compares"), ("f(x", "( is not closed"), ("x)", ") closes nothing"),
    ("[1)", "[ is closed by )"), ("'a", "a text in it has no end"), ("x >", "something is missing after >"),
    ("x and ", "something is missing after and"),
  ]) func whatIsWrongWithAnExpressionIsSeen(text: String, words: String) {
    #expect(PythonExpression.problem(in: text) == words)
  }

  @Test(arguments: [
    "x == 3", "x >= 3 and y != 4 or z <= 5", "(n := 10) > 5", "f(a=1, b={'}': 1})", "any(i == 1 for i in x)",
    "lambda a=1: a", "s == '''a'b'''", #"s == "it\"s""#, "x[1:2]", "f'{x}'", "x  # (comment", "r'\\d('", "not x", "1,",
    "", #"f"{"}"}""#, "x is ...",
  ]) func whatIsRightIsLeftAlone(text: String) {
    #expect(PythonExpression.problem(in: text) == nil)
  }

  @Test func aConditionThatNoPythonTakesStaysInTheField() throws {
    var dialogue = try ScreenDialogue(120, 40)
    dialogue.stopInWork()
    dialogue.press("B Ctrl-U")
    dialogue.type("if x = 3")
    dialogue.press("Enter")
    #expect(dialogue.text().contains("== compares"))
    #expect(dialogue.screen.prompt?.editor.text == "if x = 3")
    dialogue.press("Enter")
    #expect(dialogue.screen.prompt?.editor.text == "if x = 3")
    #expect(dialogue.commands.isEmpty)
    dialogue.press("Ctrl-U")
    dialogue.type("if x == 3")
    dialogue.press("Enter")
    #expect(dialogue.screen.prompt == nil)
    #expect(dialogue.commands.count == 1)
  }
}
