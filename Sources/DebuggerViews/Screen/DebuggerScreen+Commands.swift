public import CommandLanguage
public import DebuggerModel
import SourcePaths
public import TerminalGrid

extension DebuggerScreen {
  /// Carries out a command of the screen that was typed or came from a script.
  public mutating func perform(_ command: ViewCommand, state: DebuggerState, size: Size) -> [ViewAction] {
    fit(size)
    return finish(act(command, state), state)
  }

  mutating func act(_ command: ViewCommand, _ state: DebuggerState) -> [ViewAction] {
    switch command {
    case .focus(let pane): return [.focus(pane)]
    case .focusNext, .focusPrevious: moveFocus(by: command == .focusNext ? 1 : -1)
    case .nextTab, .previousTab: switchTab(by: command == .nextTab ? 1 : -1)
    case .nextThread: return [.command(.selectThread(.relative(1)))]
    case .previousThread: return [.command(.selectThread(.relative(-1)))]
    case .nextProcess: return selectProcess(by: 1, state)
    case .previousProcess: return selectProcess(by: -1, state)
    case .zoom: isZoomed.toggle()
    case .resetLayout: resetLayout()
    case .widen, .narrow: grow(isVertical: true, by: command == .widen ? 2 : -2)
    case .heighten, .lower: grow(isVertical: false, by: command == .heighten ? 1 : -1)
    case .help: showHelp()
    case .commandLine: return [.prompt(.command, initial: "")]
    case .evaluate: return [.prompt(.evaluate, initial: "")]
    case .focusEvaluation: return [.focus(.evaluation), .prompt(.evaluate, initial: "")]
    case .search: return [.prompt(.search, initial: "")]
    case .openFile: return openFinder(state)
    case .goToDefinition: return goToDefinition(state)
    case .goBack: goBack(state)
    case .searchNext, .searchPrevious: find(lastSearch, backwards: command == .searchPrevious, state)
    case .pathMappings: return openMappings(state)
    case .theme(let name): return setTheme(name)
    case .restart, .detach, .kill, .quit: return leave(command, state)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel: return cancel(state)
    case .exceptionBreakpoints:
      // Where the thread stands at one, that is what the key is about.
      return state.selectedSuspension?.exception == nil
        ? [.prompt(.command, initial: "catch ")] : [.commandText("exception")]
    case .setNextStatement: return setNextStatement(state)
    case .chooseCall: return chooseCall(state)
    case .typeInput: return typeInput(state)
    case .runAsKeys: return [.say("no pasted text is shown that could be run as keys")]
    case .saveDisplay(let file):
      return [.save(draw(state, size: size, clock: waitingSince).grid.text(), file: file, what: "the screen")]
    case .toggleBreakpoint, .editBreakpoint, .printWord, .addWatch, .setValue, .showFullValue, .copy, .runToCursor,
      .executionPoint, .goToLine, .otherText, .move, .open, .expand, .collapse, .enableOrDisable, .delete,
      .toggleFrozen,
      .toggleLibraryFrames, .filterConsole, .saveConsole, .filter, .displayMode, .sortVariables, .copyPath, .mark:
      return actInPane(command, state)
    }
    return []
  }

  /// Asks the focused pane first, then the one that the command is about.
  private mutating func actInPane(_ command: ViewCommand, _ state: DebuggerState) -> [ViewAction] {
    if command == .copy, focused == .source, isWaiting(state), !snippet.lines.isEmpty { return [.copy(snippet.text)] }
    if let actions = panes.handle(command, in: focused, context(focused, state)) { return actions }
    guard let home = home(of: command), home != focused else { return sayNothingHere(command) }
    if command == .executionPoint { focus(.source) }
    return panes.handle(command, in: home, context(home, state)) ?? sayNothingHere(command)
  }

  /// The pane that a command is about, wherever the focus is.
  private func home(of command: ViewCommand) -> PaneName? {
    let ofSource: [ViewCommand] = [
      .toggleBreakpoint, .editBreakpoint, .printWord, .runToCursor, .executionPoint, .goToLine, .otherText,
    ]
    if ofSource.contains(command) { return .source }
    if command == .toggleFrozen { return .threads }
    switch command {
    case .filterConsole, .saveConsole: return .console
    case .displayMode, .sortVariables: return .variables
    default: break
    }
    return command == .toggleLibraryFrames ? .stack : nil
  }

  /// Movements may end at an edge without a word; everything else says why nothing happens.
  private mutating func sayNothingHere(_ command: ViewCommand) -> [ViewAction] {
    if command == .addWatch { return [.prompt(.watch, initial: "")] }
    if case .move = command { return [] }
    if command == .expand || command == .collapse { return [] }
    if command == .toggleBreakpoint || command == .editBreakpoint {
      return [.say("no source is shown that a breakpoint could be set in")]
    }
    return [.say("\(focused.rawValue): nothing here for “\(command.commandText)”")]
  }

  private mutating func selectProcess(by step: Int, _ state: DebuggerState) -> [ViewAction] {
    let numbers = state.processes.map(\.number)
    if state.selection.process == nil, let first = numbers.first { return [.command(.selectProcess(first))] }
    guard numbers.count > 1, let present = numbers.firstIndex(where: { $0 == state.selection.process }) else {
      say(numbers.isEmpty ? "no process is connected" : "no other process is connected")
      return []
    }
    return [.command(.selectProcess(numbers[(present + step + numbers.count) % numbers.count]))]
  }

  /// Ends what the last commands have left over: a search, steps that still wait.
  private mutating func cancel(_ state: DebuggerState) -> [ViewAction] {
    let actions = panes.handle(.cancel, in: focused, context(focused, state)) ?? []
    let isBusy = !state.evaluationsUnderWay.isEmpty || !state.computations.isEmpty
    let isGivingUp = (focused == .evaluation || progress.words != nil) && isBusy
    return actions + (isGivingUp ? [.command(.giveUpEvaluations)] : []) + [.command(.dropQueuedSteps)]
  }

  private func typeInput(_ state: DebuggerState) -> [ViewAction] {
    guard state.settings.startsProgram else {
      return [.say("a program that dialled in by itself reads from the terminal that it was started in")]
    }
    return [.focus(.console), .prompt(.programInput, initial: "")]
  }

  private mutating func setNextStatement(_ state: DebuggerState) -> [ViewAction] {
    guard CommandTable.entry(named: "jump") != nil else {
      say("this version can't set the next statement")
      return []
    }
    guard state.selectedSuspension != nil else {
      say(StateWords.whyNoStop(state))
      return []
    }
    var line = panes.source.line
    if case .remote(let path)? = panes.source.file, case .local? = state.shownSource {
      // The command counts lines of the text here.
      guard let here = state.shownLine(of: line, in: path, of: state.selection.process) else {
        say("the text of this line here is another one; set the next statement on a line that both have")
        return []
      }
      line = here
    }
    popup = .confirm(.yes("Go on from line \(line), without running what is between?", [.commandText("jump \(line)")]))
    // The gutter shows where it can.
    return [.command(.listJumpTargets)]
  }
}
