/// What a theme makes of a role.
public struct Paint: Hashable, Sendable {
  /// `nil` for the terminal's own colour.
  let foreground: Ink?
  let background: Ink?
  /// With colours.
  let modifiers: Modifiers
  /// Without colours, or where the background has none.
  let plain: Modifiers

  init(_ foreground: Ink? = nil, on background: Ink? = nil, _ modifiers: Modifiers = [], plain: Modifiers = []) {
    self.foreground = foreground
    self.background = background
    self.modifiers = modifiers
    self.plain = plain
  }
}
