/// What a key asks of the screen itself. Each has a name, so that `key KEY COMMAND`, the palette and the help can use it.
public enum ViewCommand: Equatable, Sendable {
  case toggleBreakpoint, editBreakpoint, exceptionBreakpoints
  case evaluate, focusEvaluation, printWord, addWatch, setValue, showFullValue, copy
  case runToCursor, setNextStatement, chooseCall, executionPoint
  case search, searchNext, searchPrevious, goToLine, openFile
  case focus(PaneName)
  case focusNext, focusPrevious
  case nextTab, previousTab, nextThread, previousThread, nextProcess, previousProcess
  case zoom, resetLayout, widen, narrow, heighten, lower
  case move(Movement)
  /// Enter: open what is under the cursor.
  case open
  case expand, collapse
  case enableOrDisable, delete
  /// Freezes or thaws the thread under the cursor.
  case toggleFrozen
  case toggleLibraryFrames, pathMappings
  case commandLine, help
  case typeInput
  case restart, detach, kill, quit
  case redraw, suspend, cancel

  public enum Movement: String, Equatable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom, lineStart, lineEnd
  }
}

/// The panes by the names of the contract.
public enum PaneName: String, Equatable, Hashable, Sendable, CaseIterable {
  case source, variables, watches, stack, breakpoints, threads, console, evaluation

  /// The digit that focuses the pane; the source pane has none.
  public var number: Int? {
    switch self {
    case .source: nil
    case .variables: 1
    case .watches: 2
    case .stack: 3
    case .breakpoints: 4
    case .threads: 5
    case .console: 6
    case .evaluation: 7
    }
  }
}
