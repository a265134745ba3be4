public import TerminalGrid

/// One frame of the screen.
public struct Drawing: Equatable, Sendable {
  public let grid: Grid
  /// Where the terminal's cursor stands; `nil` while nothing is typed.
  public let cursor: Point?
  /// Seconds after which another frame shows more, without anything happening; `nil` where this one is all there is.
  public let next: Double?
}
