public import DebuggerModel

/// A parsed line of the command language.
public enum Command: Equatable, Sendable {
  case debugger(DebuggerCommand)
  /// Several at once, with one result: `disable 1 2`. Never empty.
  case sequence([DebuggerCommand])
  case view(ViewCommand)
  /// `set OPTION VALUE`
  case setOption(String, String)
  /// `key KEY COMMAND`
  case bindKey(String, String)
  /// `help [NAME]`
  case help(String?)
  /// `wait EVENT [SECONDS]`; batch only.
  case wait(event: String, seconds: Double)
}
