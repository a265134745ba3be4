/// Where a line comes from, which decides on the commands that it may use.
public enum CommandMode: Equatable, Sendable {
  /// The `:` prompt, a key, the palette.
  case screen
  /// A script or standard input of batch mode.
  case batch
}
