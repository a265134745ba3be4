import CommandLanguage
import DebuggerModel
import TerminalGrid
import TestSupport
import Testing

@testable import DebuggerViews

struct PaneConsoleTests {
  /// Connected, with what the connection itself says taken out of the way.
  private func story() -> (PaneDialogue, ConsolePane) {
    var dialogue = PaneDialogue()
    dialogue.connect()
    return (dialogue, ConsolePane())
  }

  @Test func eachKindOfLineHasItsOwnLook() {
    var (dialogue, pane) = story()
    dialogue.output("進捗 i=0\n")
    dialogue.output("WARNING:app:retrying\n", .stderr)
    dialogue.handle(.notice(ProcessNumber(1), "careful", isWarning: true))
    let grid = pane.drawn(dialogue.state, 60, 4)
    #expect(
      grid.text() == """
         Connected: process 1 (pid 7, 10.0.0.1:5, pydevd 3.5.0)
         進捗 i=0
         WARNING:app:retrying
        !careful

        """)
    #expect(grid.roles(inColumn: 1) == "moew")
  }

  /// Nothing of the text is lost where a row ends.
  @Test func ownLinesAreBrokenBetweenWords() {
    var (dialogue, pane) = story()
    dialogue.handle(
      .notice(nil, "Listening on every address: whoever reaches this port can be debugged.", isWarning: true))
    let rows = pane.drawn(dialogue.state, 30, 3).lines()
    #expect(rows == ["!Listening on every address:", "!whoever reaches this port can", "!be debugged."])
  }

  /// A hundred thousand lines are not much, and a hundred thousand long ones are gigabytes.
  @Test func longLinesAreKeptByTheirSize() {
    var console = Console()
    var log = ConsoleLog()
    log.byteLimit = 1640
    for number in 0..<50 {
      console.append("\(number % 10)" + String(repeating: "w", count: 98) + "\n", process: nil, category: .stdout)
    }
    log.absorb(console)
    #expect(log.numbers == 40..<50)
    #expect(log[40]?.text.first == "0" && log[39] == nil)
    // A fifth more may gather before the front is cut off.
    console.append("x\n", process: nil, category: .stdout)
    log.absorb(console)
    #expect(log.numbers == 40..<51)
    #expect(log.filtered(ConsoleLineFilter(kind: .stdout)).numbers == 40..<51)
  }

  @Test func aColourOfTheProcessIsKept() {
    var (dialogue, pane) = story()
    dialogue.output("a \u{1b}[32mok\u{1b}[0m b\n")
    let grid = pane.drawn(dialogue.state, 30, 1)
    #expect(grid.lines() == [" a ok b"])
    #expect(grid.roleLetters() == " ooaaoo\n")
    #expect(grid[3, 0].style.ansi?.foreground == .indexed(2))
  }

  @Test func noEscapeSequenceGetsThrough() {
    var (dialogue, pane) = story()
    dialogue.output("\u{1b}]0;title\u{07}x\u{1b}[2Jy\n")
    let line = pane.drawn(dialogue.state, 40, 1).lines()[0]
    #expect(line == " xy")
  }

  @Test func halfLinesOfTwoStreamsAreNotMixed() {
    var (dialogue, pane) = story()
    dialogue.output("one ")
    dialogue.output("err ", .stderr)
    dialogue.output("two\nhalf")
    dialogue.output("or\n", .stderr)
    #expect(pane.drawn(dialogue.state, 40, 3).lines() == [" one two", " err or", " half"])
    dialogue.output(" full\n")
    #expect(pane.drawn(dialogue.state, 40, 2).lines() == [" err or", " half full"])
  }

  @Test func aCarriageReturnStartsTheLineAnew() {
    var (dialogue, pane) = story()
    dialogue.output("10%\r20%\r")
    pane.absorb(dialogue.state)
    dialogue.output("done\n")
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == [" done"])
  }

  @Test func longLinesAreWrappedAtTheWidth() {
    var (dialogue, pane) = story()
    dialogue.output("abcdefgh日本語\n")
    #expect(pane.drawn(dialogue.state, 10, 2).lines() == [" abcdefgh", " 日本語"])
    #expect(pane.drawn(dialogue.state, 4, 3).lines() == [" 日", " 本", " 語"])
    #expect(pane.drawn(dialogue.state, 5, 2).lines() == [" 日本", " 語"])
  }

  @Test func theTagSaysTheProcessOnceThereIsASecondOne() {
    var (dialogue, pane) = story()
    dialogue.output("a\n")
    #expect(pane.drawn(dialogue.state, 40, 1).lines() == [" a"])
    dialogue.connect(2, thread: "pid_8_id_1")
    dialogue.output("b\n", from: 2)
    #expect(pane.drawn(dialogue.state, 70, 3).lines().last == " [2] b")
  }

  @Test func movingUpEndsFollowingAndTheBottomStartsItAgain() {
    var (dialogue, pane) = story()
    for number in 1...50 { dialogue.output("line \(number)\n") }
    #expect(pane.drawn(dialogue.state, 40, 3).lines().last == " line 50")
    #expect(pane.remark(dialogue.state) == "51 lines ⇣follow")
    pane.press(.move(.up), dialogue.state, 40, 3)
    dialogue.output("line 51\nline 52\nline 53\n")
    let grid = pane.drawn(dialogue.state, 40, 3, isFocused: true)
    #expect(grid.lines() == [" line 48", " line 49", " line 50"])
    #expect(grid.backdrop(0, 1) == "s")
    #expect(pane.remark(dialogue.state) == "+3 lines")
    dialogue.handle(.inputRequested(ProcessNumber(1), true))
    #expect(pane.remark(dialogue.state) == "waits for input · +3 lines")
    #expect(pane.press(.copy, dialogue.state, 40, 3) == [.copy("line 49")])
    pane.press(.move(.pageUp), dialogue.state, 40, 3)
    #expect(pane.drawn(dialogue.state, 40, 3).lines()[0] == " line 47")
    pane.press(.move(.top), dialogue.state, 40, 3)
    #expect(pane.drawn(dialogue.state, 40, 3).lines()[2] == " line 1")
    pane.press(.move(.bottom), dialogue.state, 40, 3)
    #expect(pane.drawn(dialogue.state, 40, 3).lines().last == " line 53")
  }

  @Test func aSearchScrollsToTheHitAndMarksIt() {
    var (dialogue, pane) = story()
    for number in 1...50 { dialogue.output("line \(number)\n") }
    pane.absorb(dialogue.state)
    let context = PaneContext(
      state: dialogue.state, glyphs: .unicode, isFocused: true, size: Size(width: 40, height: 5))
    #expect(pane.find("line 7", backwards: true, context) == SearchPlace(number: 1, count: 1))
    let grid = pane.drawn(dialogue.state, 40, 5)
    #expect(grid.lines().contains(" line 7"))
    #expect(grid.roleLetters().contains(" ffff f\n") || grid.roleLetters().contains(" ffffff\n"))
    #expect(pane.find("line 99", backwards: true, context) == nil)
    let row = grid.lines().firstIndex(of: " line 7") ?? 0
    #expect(pane.click(column: 3, row: row + 1, context) == [])
    #expect(pane.press(.copy, dialogue.state, 40, 5) == [.copy("line 8")])
  }

  @Test func theMarkedLinesAreCopiedWhileMoreComes() {
    var (dialogue, pane) = story()
    for number in 1...5 { dialogue.output("line \(number)\n") }
    pane.press(.mark, dialogue.state, 40, 5)
    dialogue.output("line 6\n")
    pane.press(.move(.up), dialogue.state, 40, 5)
    pane.press(.move(.up), dialogue.state, 40, 5)
    let grid = pane.drawn(dialogue.state, 40, 5)
    let marked = grid.lines().enumerated().filter { grid.backdrop(1, $0.offset) != "." }.map(\.element)
    #expect(marked == [" line 3", " line 4", " line 5"])
    #expect(pane.press(.copy, dialogue.state, 40, 5) == [.copy("line 3\nline 4\nline 5")])
    // The mark is used up.
    #expect(pane.press(.copy, dialogue.state, 40, 5) == [.copy("line 3")])
    pane.press(.mark, dialogue.state, 40, 5)
    pane.press(.cancel, dialogue.state, 40, 5)
    #expect(pane.marked == nil)
  }

  @Test func onlySomeOfItIsShown() {
    var (dialogue, pane) = story()
    dialogue.output("out 1\n")
    dialogue.output("err 1\n", .stderr)
    dialogue.output("half")
    pane.absorb(dialogue.state)
    func shown() -> [String] { pane.log.numbers.compactMap { pane.log[$0]?.text } }
    _ = pane.press(.filterConsole(.stderr), dialogue.state, 40, 5)
    #expect(shown() == ["err 1"])
    #expect(pane.title(dialogue.state) == "Console (stderr)")
    dialogue.output(" and whole\n")
    dialogue.output("err 2\n", .stderr)
    pane.absorb(dialogue.state)
    #expect(shown() == ["err 1", "err 2"])
    _ = pane.press(.filterConsole(.stdout), dialogue.state, 40, 5)
    #expect(shown().suffix(2) == ["out 1", "half and whole"])
    _ = pane.press(.filterConsole(.messages), dialogue.state, 40, 5)
    #expect(!shown().contains { $0.contains("err") || $0.contains("out") })
    #expect(
      pane.press(.saveConsole("f"), dialogue.state, 40, 5) == [
        .save(shown().map { $0 + "\n" }.joined(), file: "f", what: "the console")
      ])
    // All again, then the kinds one after the other; one process needs no kind of its own.
    _ = pane.press(.filterConsole(.all), dialogue.state, 40, 5)
    #expect(shown().contains("err 2") && shown().contains("half and whole"))
    let titles = (0..<5).map { _ in
      _ = pane.press(.filterConsole(nil), dialogue.state, 40, 5)
      return pane.title(dialogue.state)
    }
    #expect(titles == ["Console (program)", "Console (stdout)", "Console (stderr)", "Console (messages)", "Console"])
  }

  @Test func aFloodIsTakenInFastAndStaysBounded() {
    var (dialogue, pane) = story()
    var times: [Duration] = []
    for batch in 0..<140 {
      let text = (0..<1000).map { "\u{1b}[3\($0 % 8)mline \(batch * 1000 + $0)\u{1b}[0m of a flood of output\n" }
        .joined()
      dialogue.output(text)
      times.append(ProcessorTime.measure { _ = pane.drawn(dialogue.state, 80, 20) })
    }
    #expect(pane.drawn(dialogue.state, 80, 1).lines() == [" line 139999 of a flood of output"])
    #expect(pane.log.numbers.count <= 120_001)
    #expect(pane.log.dropped + pane.log.numbers.count == 140_001)
    #expect(pane.remark(dialogue.state).contains("dropped"))
    // By what the first batches take, so that neither a loaded machine nor a sanitizer counts: the last ones fall into a full log.
    let sums = [times[..<40], times[100...]].map { $0.reduce(Duration.zero, +) }
    #expect(sums[1] < sums[0] * 5, "\(sums)")
  }
}
