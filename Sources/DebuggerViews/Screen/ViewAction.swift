public import CommandLanguage
public import DebuggerModel
public import TerminalGrid

/// What the screen wants done after a key: everything that it cannot do itself.
public enum ViewAction: Equatable, Sendable {
  case command(DebuggerCommand)
  /// A line of the command language, as typed.
  case commandText(String)
  /// Takes keys in, one after the other, as if they were typed.
  case press([KeyPress])
  case copy(String)
  /// Asks for the whole text of a value and copies it.
  case copyValue(VariablePath, name: String)
  /// Writes a text to a file that the user named.
  case save(String, file: String, what: String)
  /// Uses the theme of that name.
  case theme(String)
  case redraw
  case suspend
  case restart
  /// A notice for the status line.
  case say(String)
  /// Opens the prompt with a text already in it.
  case prompt(PromptPurpose, initial: String)
  /// Asks before a command is carried out.
  case confirm(String, DebuggerCommand)
  /// Asks for the whole text of a value and shows it in a popup.
  case showValue(VariablePath, title: String)
  /// Asks for the beginning of an array and shows it as a table.
  case showArray(String)
  /// Shows a long text in a popup.
  case showText(title: String, String)
  case focus(PaneName)
  /// Shows the path mappings in a popup.
  case openMappings
  /// Scrolls the source pane to a line of a file.
  case showSource(SourceFile, line: Int)
}

/// What the line being typed is for.
public enum PromptPurpose: Equatable, Sendable {
  case command, evaluate, watch, search, filter, goToLine, mapping
  /// A line for the program that was started here.
  case programInput
  /// The options of the breakpoint on a line, as after `break`.
  case breakpointOptions(SourceFile, line: Int)
  case setValue(String)
  /// The answer to a mapping question: the local side of a remote path.
  case mapRemote(String)
}
