import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

struct PaneListTests {
  @Test func theStackFoldsLibraryFrames() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = StackPane()
    dialogue.connect()
    dialogue.stopInWork()
    let folded = pane.drawn(dialogue.state, 40, 4)
    #expect(
      folded.text() == """
         ► work      work.py:24
           — 2 library frames hidden (a)
           <module>  work.py:41


        """)
    #expect(folded.roleLetters().hasPrefix(" x DDDD      ..........\n   ddd"))
    #expect(pane.press(.toggleLibraryFrames, dialogue.state) == [])
    #expect(pane.drawn(dialogue.state, 40, 4).lines()[1] == "   run       runpy.py:88")
    #expect(pane.drawn(dialogue.state, 16, 4).lines()[0] == " ► work      wo»")
  }

  @Test func enterSelectsTheFrameUnderTheCursor() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = StackPane()
    dialogue.connect()
    dialogue.stopInWork()
    pane.press(.move(.bottom), dialogue.state)
    let actions = pane.press(.open, dialogue.state)
    #expect(actions == [.command(.selectFrame(.number(3)))])
    dialogue.perform(actions)
    #expect(pane.drawn(dialogue.state, 40, 3).lines()[2] == " ► <module>  work.py:41")
    pane.press(.move(.up), dialogue.state)
    #expect(pane.press(.open, dialogue.state) == [], "a folded row unfolds")
    #expect(pane.rows.count == 4)
  }

  @Test func breakpointsSayHowTheyStand() {
    var dialogue = PaneDialogue()
    var pane = BreakpointsPane()
    #expect(pane.drawn(dialogue.state, 60, 1).lines() == [" no breakpoints"])
    let options: [BreakpointOptions] = [
      BreakpointOptions(), BreakpointOptions(condition: "i > 10"), BreakpointOptions(logMessage: "i"),
      BreakpointOptions(isEnabled: false), BreakpointOptions(),
    ]
    for (index, option) in options.enumerated() {
      dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 24 + index), option))
    }
    #expect(pane.drawn(dialogue.state, 60, 5).lines()[0] == " 1 ○ work.py:24")
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.stop([("work", "/srv/app/work.py", 24)], cause: .breakpointOrEntry)
    dialogue.handle(.breakpointPlaced(ProcessNumber(1), BreakpointNumber(2), .error("NameError: j")))
    dialogue.handle(.breakpointPlaced(ProcessNumber(1), BreakpointNumber(5), .unbound("no code on this line")))
    let grid = pane.drawn(dialogue.state, 60, 5)
    #expect(
      grid.text() == """
         1 ● work.py:24  1 hit
         2 ✗ work.py:25  if i > 10  NameError: j
         3 ✎ work.py:26  log i
         4 ○ work.py:27  off
         5 ! work.py:28  no code on this line

        """)
    #expect(grid.roles(inColumn: 3) == "BXBOP")
    #expect(pane.title(dialogue.state) == "Breakpoints (5)")
    #expect(pane.drawn(dialogue.state, 20, 5).lines()[1] == " 2 ✗ work.py:25  if»")
  }

  @Test func aFunctionThatIsStillToBeFoundIsListedByItsName() {
    var dialogue = PaneDialogue()
    var pane = BreakpointsPane()
    dialogue.command(.setBreakpoint(.function("Shop.total"), BreakpointOptions()))
    #expect(
      pane.drawn(dialogue.state, 70, 1).lines() == [
        " 1 ○ Shop.total()  function Shop.total is looked for in the project"
      ])
    #expect(pane.press(.toggleBreakpoint, dialogue.state) == nil)
  }

  @Test func breakpointsAreSwitchedDeletedEditedAndShown() {
    var dialogue = PaneDialogue()
    var pane = BreakpointsPane()
    dialogue.command(
      .setBreakpoint(.line(file: "/srv/app/work.py", line: 24), BreakpointOptions(condition: "i > 10")))
    #expect(pane.press(.open, dialogue.state) == [.showSource(PaneDialogue.file, line: 24)])
    #expect(
      pane.press(.editBreakpoint, dialogue.state)
        == [.prompt(.breakpointOptions(PaneDialogue.file, line: 24), initial: "if i > 10")])
    dialogue.perform(pane.press(.enableOrDisable, dialogue.state))
    #expect(pane.drawn(dialogue.state, 60, 1).lines() == [" 1 ○ work.py:24  if i > 10 off"])
    dialogue.perform(pane.press(.delete, dialogue.state))
    #expect(pane.drawn(dialogue.state, 60, 1).lines() == [" no breakpoints"])
    #expect(pane.press(.delete, dialogue.state) == nil)
  }

  @Test func threadsOfSeveralProcessesAreListedAndSelected() {
    var dialogue = PaneDialogue()
    var pane = ThreadsPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.connect(2, thread: "pid_8_id_1", name: "Worker")
    let grid = pane.drawn(dialogue.state, 60, 4)
    #expect(
      grid.text() == """
         [1] pid 7, 10.0.0.1:5, pydevd 3.5.0
         ► MainThread     stopped, step  work.py:24
         [2] pid 8, 10.0.0.1:6, pydevd 3.5.0
           Worker         running

        """)
    #expect(grid.roleLetters().split(separator: "\n")[1].contains("SSSSSSSSSSSSS"))
    pane.press(.move(.bottom), dialogue.state)
    let actions = pane.press(.open, dialogue.state)
    #expect(
      actions == [.command(.selectProcess(ProcessNumber(2))), .command(.selectThread(.id("pid_8_id_1")))])
    dialogue.perform(actions)
    #expect(pane.drawn(dialogue.state, 30, 4).lines()[3] == " ► Worker       running")
    #expect(pane.drawn(dialogue.state, 12, 4).lines()[0] == " [1] pid 7,»")
  }

  @Test func watchesShowValuesChangesAndErrors() {
    var dialogue = PaneDialogue()
    var pane = WatchesPane()
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == [" no watches"])
    dialogue.connect()
    dialogue.stopInWork()
    for expression in ["total % 7", "nope"] { dialogue.command(.addWatch(expression)) }
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == ["   total % 7  …", "   nope  …"])
    func answer(_ number: Int, _ result: Result<Variable, CommandFailure>, in dialogue: inout PaneDialogue) {
      guard let key = dialogue.state.selectedFrameKey else { return }
      let request = EvaluationRequest(frame: key, expression: "", purpose: .watch(number))
      dialogue.handle(.evaluated(request, result))
    }
    answer(1, .success(.at("total % 7", value: "5")), in: &dialogue)
    answer(2, .failure(CommandFailure("NameError: nope")), in: &dialogue)
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == ["   total % 7 = 5", " ✗ nope  NameError: nope"])
    pane.press(.displayMode(.hex), dialogue.state)
    #expect(pane.drawn(dialogue.state, 40, 2).lines()[0] == "   total % 7 = 0x5")
    pane.press(.displayMode(.repr), dialogue.state)
    dialogue.stopInWork(line: 25)
    answer(1, .success(.at("total % 7", value: "6")), in: &dialogue)
    let grid = pane.drawn(dialogue.state, 40, 2)
    #expect(grid.lines()[0] == " * total % 7 = 6          was 5")
    #expect(grid.roleLetters().hasPrefix(" * vvvvvvvvvddd*          ddddd\n"))
    var running = dialogue
    running.command(.resume(.continue, scope: .selected))
    running.handle(.resumed(ProcessNumber(1), ThreadID("pid_7_id_1")))
    var other = pane
    #expect(other.drawn(running.state, 40, 2).lines() == ["   total % 7", "   nope"])
    #expect(pane.press(.delete, dialogue.state) == [.command(.removeWatch(1))])
    #expect(pane.press(.addWatch, dialogue.state) == [.prompt(.watch, initial: "")])
    #expect(
      pane.press(.setValue, dialogue.state)
        == [.prompt(.setValue("total % 7"), initial: ""), .command(.offerLiteral("total % 7"))])
  }

  /// As at Python's own prompt, `None` is not shown where something is printed.
  @Test(arguments: [
    (
      "for x in xs:\n    print(x)", "1\n\u{1b}[31m2\u{1b}[0m\n", true,
      [" >>> for x in xs:", " ...     print(x)", " 1", " 2"]
    ),
    ("print(1)", "1\n", false, [" >>> print(1)", " 1"]), ("find()", "", false, [" >>> find()", " None"]),
    ("x = 1", "", true, [" >>> x = 1"]),
  ]) func anEntryShowsWhatItPrints(text: String, printed: String, isStatement: Bool, rows: [String]) throws {
    var dialogue = PaneDialogue()
    var pane = EvaluationPane()
    dialogue.connect()
    dialogue.stopInWork()
    dialogue.command(.enter(text, isStatement: false))
    let key = try #require(dialogue.state.selectedFrameKey)
    let token = try #require(dialogue.state.evaluations.last?.token)
    dialogue.handle(.entryPrinted(token, printed, isStatement: isStatement))
    let request = EvaluationRequest(frame: key, expression: text, isEntry: true, purpose: .command(token))
    dialogue.handle(.evaluated(request, .success(.at("r", value: "None", type: "NoneType"))))
    #expect(pane.drawn(dialogue.state, 40, rows.count + 1).lines() == rows + [""])
  }

  @Test func evaluationsShowTheirValuesAndStayAtTheNewest() {
    var dialogue = PaneDialogue()
    var pane = EvaluationPane()
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == [" nothing evaluated yet"])
    dialogue.connect()
    dialogue.stopInWork()
    for (expression, value) in [("data", "line 1\nline 2\u{1b}[2J"), ("x", "7")] {
      dialogue.command(.evaluate(expression, pretty: false))
      guard let key = dialogue.state.selectedFrameKey, let token = dialogue.state.evaluations.last?.token else {
        continue
      }
      let request = EvaluationRequest(frame: key, expression: expression, purpose: .command(token))
      dialogue.handle(.evaluated(request, .success(.at("r", value: value))))
    }
    dialogue.command(.evaluate("slow()", pretty: false))
    let grid = pane.drawn(dialogue.state, 40, 7)
    #expect(
      grid.text() == """
         >>> data
         line 1
         line 2␛[2J
         >>> x
         7
         >>> slow()
         … evaluating; Esc gives up

        """)
    #expect(grid.roleLetters().hasPrefix(" pppp....\n"))
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == [" >>> slow()", " … evaluating; Esc gives up"])
    pane.press(.move(.top), dialogue.state)
    #expect(pane.press(.showFullValue, dialogue.state) == [.showText(title: "data", "line 1\nline 2\u{1b}[2J")])
    #expect(pane.press(.copy, dialogue.state) == [.copy("line 1\nline 2\u{1b}[2J")])
  }
}
