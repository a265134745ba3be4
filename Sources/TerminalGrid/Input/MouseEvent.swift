/// What the mouse did, on which cell.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case press, release
    /// Moved while a button is held.
    case drag
    case wheelUp, wheelDown
  }

  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public let kind: Kind
  public let button: Button
  /// Column and row from 0.
  public let x: Int
  public let y: Int
  public let modifiers: KeyModifiers

  public init(_ kind: Kind, button: Button = .left, x: Int, y: Int, modifiers: KeyModifiers = []) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
    self.modifiers = modifiers
  }

  public var point: Point { Point(x: x, y: y) }
}
