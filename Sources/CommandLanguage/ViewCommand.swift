/// What a key asks of the screen itself. Each has a name, so that `key KEY COMMAND`, the palette and the help can use it.
public enum ViewCommand: Equatable, Sendable {
  case toggleBreakpoint, editBreakpoint, exceptionBreakpoints
  case evaluate, focusEvaluation, printWord, addWatch, setValue, showFullValue, copy
  case runToCursor, setNextStatement, chooseCall, executionPoint
  case search, searchNext, searchPrevious, goToLine, openFile, goToDefinition, goBack
  /// From the text here to the one of the process, and back.
  case otherText
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
  /// Uses a theme; `nil` lets one be chosen, with a preview.
  case theme(String?)
  /// Shows only the rows of the pane with a text; `nil` asks for it, an empty one shows all again.
  case filter(String?)
  /// How values are written; `nil` goes on to the next way.
  case displayMode(DisplayMode?)
  /// The order of the variables; `nil` goes on to the next one.
  case sortVariables(VariableOrder?)
  /// Marks the lines from here to the cursor, for `copy`; once more unmarks them.
  case mark
  /// Copies the expression that leads to the value under the cursor.
  case copyPath
  /// Shows only some of the console; `nil` goes on to the next kind.
  case filterConsole(ConsoleFilter?)
  /// Writes what is on the screen, or what the console shows, to a file as text.
  case saveDisplay(String)
  case saveConsole(String)
  case commandLine, help
  /// Types the pasted text that is shown.
  case runAsKeys
  case typeInput
  case restart, detach, kill, quit
  case redraw, suspend, cancel

  public enum Movement: String, Equatable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom, lineStart, lineEnd
  }
}

/// How values are written.
public enum DisplayMode: String, Equatable, Hashable, Sendable, CaseIterable {
  /// As `repr` has them, or whatever the process shows.
  case repr
  /// Texts without their quotes and escapes.
  case str
  /// Whole numbers with base 16.
  case hex
  /// Types and lengths instead of values.
  case type
}

/// The order of a frame's variables.
public enum VariableOrder: String, Equatable, Hashable, Sendable, CaseIterable {
  /// As the process gives them.
  case given
  case name, type
}

/// What of the console is shown.
public enum ConsoleFilter: String, Equatable, Hashable, Sendable, CaseIterable {
  case all
  /// What the processes write, by either stream.
  case program
  case stdout, stderr
  /// What Dialback says.
  case messages
  /// What the selected process writes.
  case process
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
