import CommandLanguage
import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenMouseTests {
  private func stopped(_ width: Int = 80, _ height: Int = 24) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.stopInWork()
    return dialogue
  }

  @Test func aClickOnATitleShowsItsPane() throws {
    var dialogue = try stopped()
    dialogue.click(17, 13)
    #expect(dialogue.screen.focused == .watches)
    #expect(dialogue.lines()[13].hasPrefix("─1 Variables──[2]Watches"))
  }

  @Test func aClickInTheGutterTogglesABreakpoint() throws {
    var dialogue = try stopped()
    dialogue.click(1, 6)
    #expect(dialogue.commands == [.toggleBreakpoint(PaneDialogue.file, line: 25)])
  }

  @Test func aClickOnAFrameSelectsIt() throws {
    var dialogue = try stopped()
    dialogue.click(55, 15)
    #expect(dialogue.commands == [.selectFrame(.number(1))])
    #expect(dialogue.screen.focused == .stack)
  }

  @Test func theWheelScrollsThePaneUnderIt() throws {
    var dialogue = try stopped()
    dialogue.input(.mouse(MouseEvent(.wheelDown, button: .none, x: 10, y: 5)))
    #expect(dialogue.screen.panes.source.line == 27)
    dialogue.input(.mouse(MouseEvent(.wheelDown, button: .none, x: 10, y: 21)))
    #expect(dialogue.screen.panes.source.line == 27)
    #expect(dialogue.screen.focused == .source)
  }

  @Test func aBorderThatIsDraggedMoves() throws {
    var dialogue = try stopped()
    dialogue.input(.mouse(MouseEvent(.press, x: 48, y: 16)))
    dialogue.input(.mouse(MouseEvent(.drag, x: 30, y: 16)))
    dialogue.input(.mouse(MouseEvent(.release, x: 30, y: 16)))
    dialogue.input(.mouse(MouseEvent(.drag, x: 60, y: 16)))
    #expect(dialogue.draw()[30, 16].text == "│")
    dialogue.input(.mouse(MouseEvent(.press, x: 60, y: 13)))
    dialogue.input(.mouse(MouseEvent(.drag, x: 60, y: 9)))
    #expect(dialogue.lines()[9].hasPrefix("─[1]Variables"))
    dialogue.press("0")
    #expect(dialogue.lines()[13].hasPrefix("─[1]Variables──2 Watches──4 Breakpoints (2)─────┬"))
  }

  /// The column of a text in a row of the screen.
  private func column(of text: String, row: Int, _ dialogue: inout ScreenDialogue) throws -> Int {
    let line = dialogue.lines()[row]
    let range = try #require(line.firstRange(of: text), "\(text) is not in \(line)")
    return line.distance(from: line.startIndex, to: range.lowerBound)
  }

  @Test func aClickOnAHintPressesItsKey() throws {
    var dialogue = try stopped()
    dialogue.click(try column(of: "n over", row: 23, &dialogue) + 3, 23)
    #expect(dialogue.commands.last == .resume(.stepOver, scope: .selected))
    dialogue.happen { $0.stopInWork(line: 25) }
    dialogue.click(try column(of: "? help", row: 23, &dialogue), 23)
    #expect(dialogue.lines()[1].contains("Keys in source"))
    dialogue.click(try column(of: "close", row: 23, &dialogue), 23)
    #expect(!dialogue.text().contains("Keys in source"))
    // Between two hints there is nothing.
    let count = dialogue.commands.count
    dialogue.click(0, 23)
    #expect(dialogue.commands.count == count)
  }

  @Test func aClickOnAnAnswerGivesIt() throws {
    var dialogue = try stopped()
    dialogue.press("D")
    let row = try #require(dialogue.lines().firstIndex { $0.contains("stay") })
    dialogue.click(30, row)
    #expect(!dialogue.text().contains("Please choose"))
    #expect(dialogue.commands.isEmpty)
    dialogue.press("D")
    dialogue.click(30, row - 1)
    #expect(dialogue.commands.count == 1 && !dialogue.text().contains("Please choose"))
  }

  @Test func aClickInThePaletteTakesTheCommand() throws {
    var dialogue = try stopped()
    dialogue.press(":")
    dialogue.type("zoo")
    var row = try #require(dialogue.lines().firstIndex { $0.contains("Zoom the pane") })
    dialogue.click(5, row)
    #expect(dialogue.others.last == .commandText("zoom"))
    dialogue.press(":")
    dialogue.type("unti")
    row = try #require(dialogue.lines().firstIndex { $0.hasPrefix(" until [") })
    dialogue.click(5, row)
    dialogue.type("9")
    #expect(dialogue.lines()[23] == ":until 9")
  }

  @Test func aClickBesideAPopupClosesItAndReachesNothingBehindIt() throws {
    var dialogue = try stopped(120, 40)
    dialogue.press("v")
    #expect(dialogue.screen.popup != nil)
    dialogue.click(1, 6)
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.commands == [])
  }
}
