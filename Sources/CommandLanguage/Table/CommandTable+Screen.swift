extension CommandTable {
  static let screen: [CommandEntry] = viewEntries + [focus] + viewing + movementEntries

  private static let viewEntries = [
    view(.toggleBreakpoint, "Set or remove a breakpoint on the cursor's line"),
    view(.editBreakpoint, "Edit the breakpoint: condition, hits, log, policy"),
    view(.exceptionBreakpoints, "Exception breakpoints"),
    view(.enableOrDisable, "Disable or enable the breakpoint under the cursor"),
    view(.delete, "Remove what is under the cursor from its list"),
    view(.toggleFrozen, "Freeze or thaw the thread under the cursor"),
    view(.runToCursor, "Run to the cursor's line"),
    view(.setNextStatement, "Go on from the cursor's line instead (asks)"),
    view(.chooseCall, "Step into one of the calls of the statement (asks which)"),
    view(.typeInput, "Type a line for the program that Dialback started"),
    view(.executionPoint, "Go to the execution point"),
    view(.evaluate, "Evaluate an expression"),
    view(.focusEvaluation, "Go to the evaluation pane and type there"),
    view(.printWord, "Print the word at the cursor"),
    view(.addWatch, "Add a watch"),
    view(.setValue, "Give the variable under the cursor another value"),
    view(.showFullValue, "Show the full value"),
    view(.copy, "Copy what is under the cursor to the clipboard"),
    view(.mark, "Mark lines of the console from here to the cursor, for a copy"),
    view(.copyPath, "Copy the expression that leads to the value under the cursor"),
    view(.open, "Open what is under the cursor"),
    view(.expand, "Expand the value under the cursor"),
    view(.collapse, "Collapse the value under the cursor"),
    view(.search, "Search in the pane"),
    view(.searchNext, "Go to the next hit of the search"),
    view(.searchPrevious, "Go to the previous hit of the search"),
    view(.goToLine, "Go to a line"),
    view(.openFile, "Open a file or a function"),
    view(.goToDefinition, "Go to where the name under the cursor is defined"),
    view(.goBack, "Go back to where the source pane was before"),
    view(.otherText, "Show the text that the process has of the file, or the one here again"),
    view(.pathMappings, "Path mappings"),
    view(.toggleLibraryFrames, "Show or fold library frames"),
    view(.focusNext, "Go to the next pane"),
    view(.focusPrevious, "Go to the previous pane"),
    view(.nextTab, "Show the next tab"),
    view(.previousTab, "Show the previous tab"),
    view(.nextThread, "Select the next thread"),
    view(.previousThread, "Select the previous thread"),
    view(.nextProcess, "Select the next process"),
    view(.previousProcess, "Select the previous process"),
    view(.zoom, "Zoom the pane, or go back to all of them"),
    view(.widen, "Make the pane wider"),
    view(.narrow, "Make the pane narrower"),
    view(.heighten, "Make the pane higher"),
    view(.lower, "Make the pane lower"),
    view(.resetLayout, "Reset the sizes of the panes"),
    view(.runAsKeys, "Run the pasted text that is shown as keys"),
    view(.commandLine, "Command line and palette"),
    view(.help, "Help on what can be done here"),
    view(.restart, "Restart the program (asks)"),
    view(.detach, "Detach: leave the process running (asks)"),
    view(.kill, "Kill the process (asks)"),
    view(.quit, "Close the popup, else quit (asks)"),
    view(.redraw, "Draw the screen anew"),
    view(.suspend, "Suspend Dialback and go back to the shell"),
    view(.cancel, "Cancel"),
  ]

  private static let focus = CommandEntry(
    "focus", [], "PANE", "Go to a pane",
    detail: "Panes: \(PaneName.allCases.map(\.rawValue).joined(separator: ", ")).", section: .screen,
    availability: .screen, words: PaneName.allCases.map(\.rawValue)
  ) { arguments throws(CommandError) in
    let name = try arguments.required()
    let matches = PaneName.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard let pane = PaneName(rawValue: name) ?? (matches.count == 1 ? matches.first : nil) else {
      throw arguments.bad(name, expected: "a pane (\(PaneName.allCases.map(\.rawValue).joined(separator: ", ")))")
    }
    return .view(.focus(pane))
  }

  private static let movementEntries = ViewCommand.Movement.allCases.map { view(.move($0), $0.summary) }

  private static func view(_ command: ViewCommand, _ summary: String) -> CommandEntry {
    CommandEntry(command.commandText, [], "", summary, section: .screen, availability: .screen) {
      arguments throws(CommandError) in
      try arguments.none()
      return .view(command)
    }
  }
}

extension ViewCommand.Movement {
  fileprivate var summary: String {
    switch self {
    case .up: "Move the cursor up"
    case .down: "Move the cursor down"
    case .left: "Move the cursor, or the text, left"
    case .right: "Move the cursor, or the text, right"
    case .pageUp: "Move up by a page"
    case .pageDown: "Move down by a page"
    case .halfPageUp: "Move up by half a page"
    case .halfPageDown: "Move down by half a page"
    case .top: "Go to the top"
    case .bottom: "Go to the bottom"
    case .lineStart: "Go to the start of the line"
    case .lineEnd: "Go to the end of the line"
    }
  }
}
