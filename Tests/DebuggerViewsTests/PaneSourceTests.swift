import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid
import Testing

@testable import DebuggerViews

struct PaneSourceTests {
  private static let program = """
    import sys

    def work(n):
        total = 0
        data = {"ключ": [1, 2, 3], "日本": "東京タワー"}
        for i in range(n):
            total += i * i  # 合計
            x = total % 7
            if i % 50 == 0:
                print(f"{i}")
        return total

    """

  /// Stopped at `total += i * i`, with a breakpoint there and a conditional one below.
  private func story(line: Int = 7) -> (PaneDialogue, SourcePane) {
    var dialogue = PaneDialogue()
    dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 7), BreakpointOptions()))
    dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 9), BreakpointOptions(condition: "i > 10")))
    dialogue.connect()
    dialogue.stopInWork(line: line)
    dialogue.read(Self.program)
    dialogue.load([.at("n", value: "20"), .at("i", value: "3"), .at("total", value: "5")])
    return (dialogue, SourcePane())
  }

  @Test func theSourceAt80Columns() {
    var (dialogue, pane) = story()
    let grid = pane.drawn(dialogue.state, 80, 11)
    #expect(
      grid.text() == """
          1   import sys
          2
          3   def work(n):                                     n=20
          4       total = 0                                    total=5
          5       data = {"ключ": [1, 2, 3], "日本": "東京タワー"}
          6       for i in range(n):                           i=3  n=20
        ● 7 ►         total += i * i  # 合計                   total=5  i=3
          8           x = total % 7
        ◆ 9           if i % 50 == 0:                          [i > 10]
         10               print(f"{i}")
         11       return total

        """)
    #expect(grid.backdrop(0, 6) == ">" && grid.backdrop(79, 6) == ">" && grid.backdrop(0, 5) == ".")
  }

  @Test func whatIsWrongWithABreakpointIsToldAsFarAsThereIsRoom() {
    var (dialogue, pane) = story()
    let failure = BreakpointFailure(breakpoint: BreakpointNumber(2), error: "NameError: name 'count' is not defined")
    dialogue.handle(.breakpointFailed(ProcessNumber(1), failure))
    #expect(
      pane.drawn(dialogue.state, 80, 11).lines()[8]
        == "✗ 9           if i % 50 == 0:  the condition raised NameError: name 'count' is …")
  }

  @Test func tokensHaveTheirRolesAndNotesHaveTheirs() {
    var (dialogue, pane) = story()
    #expect(
      pane.drawn(dialogue.state, 60, 11).roleLetters() == """
          g   kkkkkk ...
          g
          g   kkk DDDD....                        iiii
          g       ..... . n                       iiiiiii
          g       .... . .qqqqqq. .n. n. n.. qqqqqq. qqqqqqqqqqqq.
          g       kkk . kk bbbbb....              iiiiiiiii
        B g x         ..... .. . . .  ######      iiiiiiiiiiii
          g           . . ..... . n
        B g           kk . . nn .. n.             dddddddd
         gg               bbbbb.qq...q.
         gg       kkkkkk .....

        """)
  }

  @Test func theWordAtTheCursorIsPrintedOrWatched() {
    var (dialogue, pane) = story()
    #expect(pane.press(.printWord, dialogue.state) == [.command(.evaluate("total", pretty: true))])
    for _ in 0..<9 { pane.press(.move(.right), dialogue.state) }
    #expect(pane.press(.addWatch, dialogue.state) == [.prompt(.watch, initial: "i")])
    pane.press(.move(.lineStart), dialogue.state)
    #expect(pane.press(.printWord, dialogue.state) == [.say("no name at the cursor")])
  }

  @Test func narrowPanesDropTheNotesAndMarkTheCut() {
    var (dialogue, pane) = story()
    let lines = pane.drawn(dialogue.state, 30, 11).lines()
    #expect(lines[6] == "● 7 ►         total += i * i »")
    #expect(lines[2] == "  3   def work(n):    n=20")
    #expect(pane.drawn(dialogue.state, 120, 11).lines()[8].hasSuffix("[i > 10]") == true)
  }

  @Test func asciiMarksAre7Bit() {
    var (dialogue, pane) = story()
    let lines = pane.drawn(dialogue.state, 60, 11, glyphs: .ascii).lines()
    #expect(lines[6].hasPrefix("@ 7 >"))
    #expect(lines[8].hasPrefix("? 9  "))
  }

  @Test func aLongFileScrollsToTheExecutionLineAndKeepsAMargin() {
    var dialogue = PaneDialogue()
    var pane = SourcePane()
    dialogue.connect()
    dialogue.stopInWork(line: 500)
    dialogue.read((1...1000).map { "x\($0) = \($0)" }.joined(separator: "\n"))
    #expect(pane.drawn(dialogue.state, 40, 12).lines()[4].hasPrefix("  500►x500") == true)
    for line in 501...503 {
      dialogue.stopInWork(line: line)
      let lines = pane.drawn(dialogue.state, 40, 12).lines()
      #expect(lines[line - 496].contains("►x\(line)"), "the text stays where it is while the line is well inside")
    }
    dialogue.stopInWork(line: 507)
    #expect(pane.drawn(dialogue.state, 40, 12).lines()[8].contains("►x507") == true)
    dialogue.stopInWork(line: 20)
    #expect(pane.drawn(dialogue.state, 40, 12).lines()[4].contains("►x20") == true)
  }

  @Test func anExceptionIsShownOnItsLine() {
    var (dialogue, pane) = story()
    let frame = StackFrame(
      id: FrameID("f0"), function: "work", remoteFile: RemotePath("/srv/app/work.py"), line: 11)
    let raised = ExceptionSummary(type: "ValueError", message: "no")
    dialogue.handle(
      .suspended(
        ProcessNumber(1),
        SuspensionReport(
          thread: ThreadID("pid_7_id_1"), cause: .uncaughtException, frames: [frame], exception: raised,
          isExamined: true)))
    let grid = pane.drawn(dialogue.state, 80, 11)
    #expect(grid.lines()[10].hasSuffix("   ValueError: no"))
    #expect(grid.roles(inColumn: 60).last == "!")
  }

  @Test func aFileOf9999LinesLeaves74ColumnsOf80() {
    #expect([1, 99, 100, 999, 9999].map { SourceGutter(lines: $0).width } == [6, 6, 6, 6, 6])
    #expect(SourceGutter(lines: 10_000).width == 7)
  }

  @Test func aCallersLineIsMarkedInAnotherWay() {
    var (dialogue, pane) = story()
    dialogue.command(.selectFrame(.number(3)))
    pane.absorb(dialogue.state)
    #expect(pane.line == 11, "the file has only 11 lines: the nearest one")
    dialogue.stop([("inner", "/srv/app/work.py", 8), ("work", "/srv/app/work.py", 6)])
    dialogue.command(.selectFrame(.number(1)))
    let grid = pane.drawn(dialogue.state, 40, 11)
    #expect(grid.lines()[5].hasPrefix("  6 ▹"))
    #expect(grid.lines()[7].hasPrefix("  8 ►"))
    #expect(grid.backdrop(0, 5) == "<")
  }

  @Test func keysActOnTheCursorsLine() {
    var (dialogue, pane) = story()
    pane.press(.move(.down), dialogue.state)
    let file = PaneDialogue.file
    #expect(pane.press(.toggleBreakpoint, dialogue.state) == [.command(.toggleBreakpoint(file, line: 8))])
    #expect(
      pane.press(.runToCursor, dialogue.state) == [.command(.runTo(.line(file: "/srv/app/work.py", line: 8)))])
    pane.press(.move(.down), dialogue.state)
    #expect(
      pane.press(.editBreakpoint, dialogue.state) == [.prompt(.breakpointOptions(file, line: 9), initial: "if i > 10")])
    #expect(pane.press(.executionPoint, dialogue.state) == [])
    #expect(pane.line == 7)
    #expect(pane.press(.copy, dialogue.state) == [.copy("        total += i * i  # 合計")])
  }

  @Test func aClickInTheGutterTogglesAndOneInTheTextMovesTheCursor() {
    var (dialogue, pane) = story()
    _ = pane.drawn(dialogue.state, 80, 11)
    let context = PaneContext(
      state: dialogue.state, glyphs: .unicode, isFocused: true, size: Size(width: 80, height: 11))
    #expect(pane.click(column: 2, row: 5, context) == [.command(.toggleBreakpoint(PaneDialogue.file, line: 6))])
    #expect(pane.click(column: 10, row: 4, context) == [])
    #expect(pane.line == 5)
    #expect(pane.column == 4)
  }

  @Test func aSearchGoesFromHitToHitAndAround() {
    var (dialogue, pane) = story()
    _ = pane.drawn(dialogue.state, 80, 11)
    let context = PaneContext(
      state: dialogue.state, glyphs: .unicode, isFocused: true, size: Size(width: 80, height: 11))
    var lines: [Int] = []
    var numbers: [Int?] = []
    for _ in 0..<4 {
      numbers.append(pane.find("total", backwards: false, context)?.number)
      lines.append(pane.line)
    }
    #expect(lines == [8, 11, 4, 7])
    #expect(numbers == [3, 4, 1, 2])
    #expect(pane.find("total", backwards: true, context) == SearchPlace(number: 1, count: 4))
    #expect(pane.line == 4)
    #expect(pane.find("nowhere", backwards: false, context) == nil)
    #expect(pane.find("TOTAL", backwards: false, context) == nil, "capitals are meant")
    _ = pane.find("total", backwards: false, context)
    #expect(pane.drawn(dialogue.state, 80, 11).roleLetters().contains("fffff") == true)
  }

  @Test func aLongLineScrollsSidewaysWithTheCursor() {
    var dialogue = PaneDialogue()
    var pane = SourcePane()
    dialogue.connect()
    dialogue.stopInWork(line: 1)
    dialogue.read("\tx = '" + String(repeating: "東", count: 50) + "end'\n")
    #expect(pane.drawn(dialogue.state, 30, 2).lines()[0] == "  1 ►         x = '東東東東東»")
    pane.press(.move(.lineEnd), dialogue.state, 30, 2)
    let line = pane.drawn(dialogue.state, 30, 2).lines()[0]
    #expect(line.hasPrefix("  1 ► «"))
    #expect(line.hasSuffix("end'"))
  }

  @Test func theTextOfTheProcessIsShownBesideTheOneHere() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = SourcePane()
    #expect(pane.press(.otherText, dialogue.state, 80, 9) == [.say("no source is shown yet")])
    dialogue.connect()
    dialogue.stopInWork(line: 2)
    let local = SourceFile.local(LocalPath("/home/me/app/work.py"))
    dialogue.handle(.sourceRead(local, .success("one\ntwo\nthree\n")))
    _ = pane.drawn(dialogue.state, 80, 3)
    #expect(pane.press(.otherText, dialogue.state, 80, 3) == [.command(.showSource("/srv/app/work.py"))])
    dialogue.command(.showSource("/srv/app/work.py"))
    _ = pane.drawn(dialogue.state, 80, 3)
    // At the frame's line.
    #expect(pane.file == .remote(RemotePath("/srv/app/work.py")))
    #expect(pane.line == 2)
    #expect(
      pane.press(.otherText, dialogue.state, 80, 3) == [.command(.list(.line(file: "/home/me/app/work.py", line: 2)))])
  }

  /// At 80x24 the pane has no title.
  @Test func theLineOfTheFrameSaysThatTheFileIsNewer() {
    var (dialogue, pane) = story()
    #expect(!pane.drawn(dialogue.state, 80, 11).lines().joined().contains("newer"))
    dialogue.handle(
      .fileCompared(ProcessNumber(1), RemotePath("/srv/app/work.py"), nil, differs: false, isNewer: true))
    let lines = pane.drawn(dialogue.state, 80, 11).lines()
    #expect(lines.filter { $0.contains("newer than the process") } == [lines[6]])
    #expect(lines[6].contains("►"))
  }

  @Test func linesThatDifferAreMarkedAndTheExecutionLineIsTranslated() throws {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = SourcePane()
    dialogue.connect()
    dialogue.stopInWork(line: 3)
    let (remote, local) = (RemotePath("/srv/app/work.py"), LocalPath("/home/me/app/work.py"))
    dialogue.handle(.sourceRead(.local(local), .success("a = 1\nb = 2\nc = 3\nd = 4\n")))
    #expect(pane.drawn(dialogue.state, 60, 4).lines().map { $0.prefix(6) } == ["  1   ", "  2   ", "  3 ► ", "  4   "])
    dialogue.handle(.fileCompared(ProcessNumber(1), remote, local, differs: true, isNewer: false))
    let request = SourceRequest(process: ProcessNumber(1), path: remote, frame: nil)
    dialogue.handle(.sourceFetched(request, .success(SourceReading("x = 0\na = 1\nb = 2\nd = 4\n"))))
    #expect(pane.drawn(dialogue.state, 60, 4).lines().map { $0.prefix(6) } == ["  1   ", "  2 ► ", "  3 ≠ ", "  4   "])
    #expect(pane.line == 2)
    dialogue.stopInWork(line: 1)
    #expect(pane.drawn(dialogue.state, 60, 4).lines().map { $0.prefix(6) } == ["  1   ", "  2   ", "  3 ≠ ", "  4   "])
    #expect(
      pane.title(dialogue.state).hasPrefix("(line 1 of the process's text is not in this one) /home/me/app/work.py"))
    #expect(pane.drawn(dialogue.state, 60, 4).lines()[0].hasSuffix("  line 1 of the process's text is not in this one"))
    #expect(StatusWords.place(dialogue.state).map(\.text) == ["work.py, remote line 1 work()"])
    #expect(pane.drawn(dialogue.state, 60, 4, glyphs: .ascii).lines()[2].hasPrefix("  3 ^ "))
  }

  @Test func theTitleSaysThatTheFileIsNewerThanTheProcess() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = SourcePane()
    dialogue.connect()
    dialogue.stopInWork(line: 7)
    _ = pane.drawn(dialogue.state, 80, 3)
    let remote = RemotePath("/srv/app/work.py")
    dialogue.handle(.fileCompared(ProcessNumber(1), remote, nil, differs: false, isNewer: true))
    let title = "(newer than the process) /home/me/app/work.py ⇄ /srv/app/work.py"
    #expect(pane.title(dialogue.state) == title)
    dialogue.handle(.sourceRead(.local(LocalPath("/home/me/app/work.py")), .failure(CommandFailure("no such file"))))
    _ = pane.drawn(dialogue.state, 80, 3)
    #expect(pane.title(dialogue.state).hasPrefix("(newer than the process) /srv/app/work.py (remote"))
    dialogue.handle(.fileCompared(ProcessNumber(1), remote, nil, differs: false, isNewer: false))
    #expect(!pane.title(dialogue.state).contains("newer"))
  }

  @Test func whatCannotBeShownIsSaidInWords() {
    var dialogue = PaneDialogue(maps: ["/srv/app=/home/me/app"])
    var pane = SourcePane()
    #expect(pane.drawn(dialogue.state, 80, 3).lines()[0] == " no source is shown yet")
    dialogue.connect()
    dialogue.stopInWork(line: 7)
    #expect(pane.drawn(dialogue.state, 80, 3).lines()[0] == " the source of /home/me/app/work.py is being read…")
    #expect(pane.title(dialogue.state) == "/home/me/app/work.py ⇄ /srv/app/work.py")
    let local = SourceFile.local(LocalPath("/home/me/app/work.py"))
    dialogue.handle(.sourceRead(local, .failure(CommandFailure("no such file"))))
    #expect(pane.drawn(dialogue.state, 80, 3).lines()[0] == " the source of /srv/app/work.py is being fetched…")
    #expect(pane.title(dialogue.state) == "/srv/app/work.py (remote, fetched from the process)")
    let remote = SourceFile.remote(RemotePath("/srv/app/work.py"))
    dialogue.handle(.sourceRead(remote, .failure(CommandFailure("not there either"))))
    let lines = pane.drawn(dialogue.state, 80, 3).lines()
    #expect(lines[0] == " the source of /srv/app/work.py can't be had: not there either")
    #expect(lines[1] == " map it with :map REMOTE=LOCAL")
  }

  @Test func aFileThatIsAskedForIsLoadedAndShown() {
    var dialogue = PaneDialogue()
    var pane = SourcePane()
    pane.show(PaneDialogue.file, line: 3)
    pane.absorb(dialogue.state)
    let wanted = pane.wanted(dialogue.state)
    #expect(wanted == [.list(.line(file: "/srv/app/work.py", line: 3))])
    for command in wanted { dialogue.command(command) }
    #expect(pane.wanted(dialogue.state) == [])
    dialogue.read(Self.program)
    #expect(pane.drawn(dialogue.state, 40, 11).lines()[2].contains("def work") == true)
    #expect(pane.line == 3)
    dialogue.command(.list(.line(file: nil, line: 9)))
    pane.absorb(dialogue.state)
    #expect(pane.line == 9)
  }

  /// The pane's size often changes with the first stop, when its text is still on its way.
  @Test func aNewSizeBeforeTheTextIsThereDoesNotLoseThePlace() {
    var dialogue = PaneDialogue()
    dialogue.connect()
    dialogue.stopInWork(line: 60)
    var pane = SourcePane()
    pane.absorb(dialogue.state)
    pane.resize(to: Size(width: 80, height: 12))
    dialogue.read(String(repeating: "x = 1\n", count: 100))
    pane.absorb(dialogue.state)
    #expect(pane.line == 60)
  }
}
