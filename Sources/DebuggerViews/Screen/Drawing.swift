public import TerminalGrid

/// One frame of the screen.
public struct Drawing: Equatable, Sendable {
  public let grid: Grid
  /// Where the terminal's cursor stands; `nil` while nothing is typed.
  public let cursor: Point?
}
