/// What `AnsiParser` makes of process output: text, and the few controls that have a meaning in a line.
public enum AnsiPiece: Hashable, Sendable {
  case run(AnsiRun)
  case newline
  /// Back to the start of the line; what is there stays until it is written over.
  case carriageReturn
  case backspace
}
