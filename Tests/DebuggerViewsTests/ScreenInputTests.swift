import CommandLanguage
import DebuggerModel
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenInputTests {
  private func stopped(_ width: Int = 80, _ height: Int = 24) throws -> ScreenDialogue {
    var dialogue = try ScreenDialogue(width, height)
    dialogue.stopInWork()
    return dialogue
  }

  @Test func stepKeysWorkInEveryPane() throws {
    for pane in "1234567" {
      var dialogue = try stopped()
      dialogue.press("\(pane) n")
      #expect(dialogue.commands == [.resume(.stepOver, scope: .selected)])
    }
  }

  @Test(arguments: ["n", "s", "f", "c", "t"]) func aKeyThatStepsSaysWhyItCannot(key: String) throws {
    var dialogue = try stopped()
    dialogue.press("c")
    dialogue.press(key)
    #expect(dialogue.commands == [.resume(.continue, scope: .selected)])
    #expect(says(&dialogue, "! the thread is running: i / F6 / Ctrl-C pauses it"))
  }

  @Test func aSecondStepKeyIsQueuedAndEscDropsIt() throws {
    var dialogue = try stopped()
    dialogue.press("n n n")
    #expect(dialogue.state.selectedThread?.queuedSteps.count == 2)
    dialogue.press("Esc")
    #expect(dialogue.commands.last == .dropQueuedSteps)
    #expect(dialogue.state.selectedThread?.queuedSteps == [])
  }

  @Test func ctrlCPausesWhatRunsAndNeverQuits() throws {
    var dialogue = try ScreenDialogue()
    dialogue.press("Ctrl-C")
    #expect(dialogue.commands == [])
    #expect(says(&dialogue, "nothing is running; q quits"))
    dialogue.stopInWork()
    dialogue.press("Ctrl-C")
    #expect(says(&dialogue, "MainThread is stopped already; q quits"))
    dialogue.press("c Ctrl-C")
    #expect(dialogue.commands.last == .pause(scope: .selected))
  }

  @Test func withoutAProcessQQuitsAtOnce() throws {
    var dialogue = try ScreenDialogue()
    dialogue.press("q")
    #expect(dialogue.commands == [.quit])
  }

  @Test func withAProcessQAsksAndEscStays() throws {
    var dialogue = try stopped()
    dialogue.press("q Esc q q q n")
    #expect(dialogue.commands == [])
    #expect(dialogue.screen.popup == nil)
    dialogue.press("q d")
    #expect(dialogue.commands == [.quit])
  }

  @Test func killingOnTheWayOutWaitsUntilTheProcessIsGone() throws {
    var dialogue = try stopped()
    dialogue.press("q k")
    #expect(dialogue.commands == [.selectProcess(ProcessNumber(1)), .kill])
    #expect(!dialogue.state.isQuitting)
    dialogue.happen { $0.handle(.disconnected(ProcessNumber(1), .exited)) }
    #expect(dialogue.state.isQuitting)
  }

  @Test func whatCannotBeTakenBackIsAskedFirst() throws {
    var dialogue = try stopped()
    dialogue.press("D n X Esc X q")
    #expect(dialogue.commands == [])
    dialogue.press("D y")
    #expect(dialogue.commands == [.detach(isHard: false)])
  }

  @Test func theFirstF9ExplainsItself() throws {
    var dialogue = try stopped(120, 40)
    dialogue.press("F9")
    #expect(says(&dialogue, "F9 toggles a breakpoint; resume is c / F5"))
    dialogue.press("F9")
    #expect(!says(&dialogue, "F9 toggles"))
  }

  @Test func anEvaluationShowsItsPaneAndGivesItTheFocus() throws {
    var dialogue = try stopped()
    dialogue.press("e")
    dialogue.type("total + 1")
    dialogue.press("Enter")
    #expect(dialogue.commands == [.enter("total + 1", isStatement: false)])
    #expect(dialogue.screen.focused == .evaluation)
    #expect(dialogue.lines()[20].hasPrefix("─6 Console*──[7]Eval"))
  }

  @Test func theConsoleStaysOpenUntilItIsLeft() throws {
    var dialogue = try stopped()
    dialogue.press("e")
    for text in ["n", "c", ""] {
      dialogue.type(text)
      dialogue.press("Enter")
    }
    #expect(dialogue.commands == [.enter("n", isStatement: false), .enter("c", isStatement: false)])
    #expect(dialogue.screen.prompt?.purpose == .evaluate)
    #expect(dialogue.lines()[23].hasPrefix(">>> ") && dialogue.lines()[23].hasSuffix(" Esc leaves"))
    dialogue.press("Up")
    #expect(dialogue.screen.prompt?.text == "c")
  }

  @Test func escapeEndsWhatIsEvaluatedBeforeItLeavesTheConsole() throws {
    var dialogue = try stopped()
    dialogue.happen { $0.command(.evaluate("slow()", pretty: false)) }
    dialogue.press("e Esc")
    #expect(dialogue.commands == [.giveUpEvaluations])
    #expect(dialogue.screen.prompt?.purpose == .evaluate)
    dialogue.happen { $0.command(.giveUpEvaluations) }
    dialogue.press("Esc")
    #expect(dialogue.screen.prompt == nil)
  }

  @Test func whatCannotBeEvaluatedNowStaysInTheField() throws {
    var dialogue = try stopped()
    dialogue.press("c e")
    dialogue.type("total")
    dialogue.press("Enter")
    #expect(dialogue.commands == [.resume(.continue, scope: .selected)])
    #expect(dialogue.screen.prompt?.editor.text == "total")
    #expect(says(&dialogue, "MainThread is running: values can be had where it is stopped"))
    #expect(dialogue.screen.focused == .source)
  }

  @Test func printingAWordShowsTheEvaluationAndLeavesTheFocus() throws {
    var dialogue = try stopped()
    dialogue.press("p")
    #expect(dialogue.screen.focused == .source)
    #expect(dialogue.lines()[20].hasPrefix("─6 Console*──[7]Eval"))
  }

  @Test func tabGoesRoundThePanesThatAreSeen() throws {
    var dialogue = try stopped()
    var seen: [PaneName] = []
    for _ in 0..<4 {
      dialogue.press("Tab")
      seen.append(dialogue.screen.focused)
    }
    #expect(seen == [.variables, .stack, .console, .source])
    dialogue.press("2 Tab Shift-Tab ]")
    #expect(dialogue.screen.focused == .breakpoints)
  }

  @Test func aValueIsSetByAStatement() throws {
    var dialogue = try stopped()
    dialogue.press("1 = Ctrl-U 7 Enter")
    #expect(dialogue.commands == [.offerLiteral("n"), .assign("n", value: "7")])
  }

  @Test func optionsThatCannotBeReadStayInTheField() throws {
    var dialogue = try stopped()
    dialogue.press("B")
    dialogue.type("hit many")
    dialogue.press("Enter")
    #expect(dialogue.commands == [])
    #expect(dialogue.screen.prompt?.editor.text == "hit many")
    dialogue.press("Ctrl-U")
    dialogue.type("if i > 3")
    dialogue.press("Enter")
    let options = BreakpointOptions(condition: "i > 3")
    #expect(dialogue.commands == [.setBreakpoint(.line(file: "/srv/app/work.py", line: 24), options)])
  }

  @Test func aBareConditionIsTakenForOne() throws {
    var dialogue = try stopped()
    dialogue.press("B")
    dialogue.type("i > 3 hit 2")
    dialogue.press("Enter")
    let options = BreakpointOptions(condition: "i > 3", hitCondition: "2")
    #expect(dialogue.commands == [.setBreakpoint(.line(file: "/srv/app/work.py", line: 24), options)])
  }

  @Test func aSearchFindsAndSaysWhereThereIsNothing() throws {
    var dialogue = try stopped()
    dialogue.press("/")
    dialogue.type("print")
    dialogue.press("Enter")
    #expect(dialogue.screen.panes.source.line == 28)
    dialogue.press(".")
    #expect(dialogue.screen.panes.source.line == 36)
    dialogue.press("/")
    dialogue.type("nowhere")
    dialogue.press("Enter")
    #expect(says(&dialogue, "“nowhere” is not in source"))
  }

  @Test func aKeyThatIsNotBoundSaysSo() throws {
    var dialogue = try stopped()
    dialogue.press("F35")
    #expect(says(&dialogue, "F35 does nothing here; ? shows what does"))
  }

  @Test func theScreenIsSavedAsItIsSeen() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    let actions = dialogue.screen.perform(.saveDisplay("a.txt"), state: dialogue.state, size: dialogue.size)
    #expect(actions == [.save(dialogue.draw(clock: 0).text(), file: "a.txt", what: "the screen")])
    #expect(dialogue.text().contains("STOPPED"))
  }
}
