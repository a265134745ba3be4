/// What `AnsiParser` makes of process output: text, and the few controls that have a meaning in a line.
public enum AnsiPiece: Hashable, Sendable {
  case run(AnsiRun)
  case newline
  /// Back to the start of the line; what is there stays until it is written over.
  case carriageReturn
  case backspace
  /// The text there becomes blank; the place where the next text goes stays.
  case erase(Erasure)
  /// The next text goes to a column, counted from 0.
  case column(Int)
  /// The next text goes so many columns to the right, or with a negative number to the left.
  case move(Int)

  public enum Erasure: Hashable, Sendable {
    case toStart, toEnd, all
  }
}
