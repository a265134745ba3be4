/// How many colours the terminal can show.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// Attributes only: `NO_COLOR`, or a terminal without colours.
  case none
  case eight, sixteen
  /// The 256 colours of xterm.
  case palette
  /// Red, green and blue, 8 bits each.
  case direct
}
