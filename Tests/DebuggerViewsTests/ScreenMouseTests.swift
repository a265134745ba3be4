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

  @Test func aClickBesideAPopupClosesItAndReachesNothingBehindIt() throws {
    var dialogue = try stopped(120, 40)
    dialogue.press("v")
    #expect(dialogue.screen.popup != nil)
    dialogue.click(1, 6)
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.commands == [])
  }
}
