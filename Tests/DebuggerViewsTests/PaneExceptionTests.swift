import CommandLanguage
import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct PaneExceptionTests {
  @Test func exceptionBreakpointsStandBelowTheOthers() {
    var dialogue = PaneDialogue()
    var pane = BreakpointsPane()
    dialogue.command(.exceptions(.set("*", .init())))
    dialogue.command(.exceptions(.set("MyError", .init(moments: [.raised], condition: "level > 2"))))
    dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 24), .init()))
    #expect(
      pane.drawn(dialogue.state, 60, 3).lines() == [
        " ○ work.py:24", " ○ every exception  uncaught", " ○ MyError  raised if level > 2",
      ])
    #expect(pane.title(dialogue.state) == "Breakpoints (3)")
    dialogue.connect()
    #expect(pane.drawn(dialogue.state, 60, 3).lines()[2] == " ◆ MyError  raised if level > 2")
  }

  @Test func theyAreToggledEditedAndRemovedLikeTheOthers() {
    var dialogue = PaneDialogue()
    var pane = BreakpointsPane()
    dialogue.command(.exceptions(.set("MyError", .init(moments: [.raised]))))
    _ = pane.drawn(dialogue.state, 60, 1)
    let number = BreakpointNumber(1)
    #expect(
      pane.press(.enableOrDisable, dialogue.state) == [.command(.changeBreakpoint(number, .enabled(false)))])
    #expect(pane.press(.editBreakpoint, dialogue.state) == [.prompt(.command, initial: "catch MyError raised")])
    #expect(pane.press(.delete, dialogue.state) == [.command(.clearBreakpoints([number]))])
  }
}
