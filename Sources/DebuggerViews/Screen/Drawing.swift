public import TerminalGrid

/// One frame of the screen.
public struct Drawing: Equatable, Sendable {
  public let grid: Grid
  /// Where the terminal's cursor stands: in the field that is typed in, or in the source; `nil` to hide it.
  public let cursor: Point?
  /// Seconds after which another frame shows more, without anything happening; `nil` where this one is all there is.
  public let next: Double?
}
