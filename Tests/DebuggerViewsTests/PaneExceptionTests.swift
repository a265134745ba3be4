import CommandLanguage
import DebuggerModel
import SourcePaths
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
        " 3 ○ work.py:24", " 1 ○ every exception  uncaught", " 2 ○ MyError  raised if level > 2",
      ])
    #expect(pane.title(dialogue.state) == "Breakpoints (3)")
    dialogue.connect()
    #expect(pane.drawn(dialogue.state, 60, 3).lines()[2] == " 2 ◆ MyError  raised if level > 2")
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

/// An exception with those that led to it, over the panes.
@Suite struct ScreenExceptionTests {
  private func frame(_ function: String, _ line: Int) -> RaisedException.Frame {
    RaisedException.Frame(function: function, remoteFile: RemotePath("/srv/app/work.py"), line: line)
  }

  @Test func framesAreWalkedAndGoneTo() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    let chain = [
      RaisedException(
        link: .none, summary: ExceptionSummary(type: "KeyError", message: "'a'"), frames: [frame("find", 7)]),
      RaisedException(
        link: .cause, summary: ExceptionSummary(type: "ValueError", message: ""),
        frames: [frame("read", 3), frame("go", 5)]),
    ]
    dialogue.screen.showException(ExceptionChain(exceptions: chain, token: RequestToken(1)), dialogue.state)
    let text = dialogue.text()
    for words in ["KeyError: 'a'", "caused by", "ValueError", "find  /srv/app/work.py:7", "go  /srv/app/work.py:5"] {
      #expect(text.contains(words), "\(words)")
    }
    dialogue.press("j j j k Enter")
    #expect(dialogue.screen.popup == nil)
    #expect(dialogue.screen.focused == .source)
    #expect(dialogue.screen.panes.source.line == 3)
  }
}
