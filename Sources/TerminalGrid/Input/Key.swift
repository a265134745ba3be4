/// A key without its modifiers.
public enum Key: Hashable, Sendable {
  /// A printable character, as typed: `N` is Shift with n, and has no modifier.
  case character(Character)
  /// F1 to F35.
  case function(Int)
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete, backspace, enter, tab, escape
}
