/// What a terminal is asked for: colours by its own numbers, and modifiers.
public struct Look: Hashable, Sendable {
  /// -1 for the default colour; 0xRRGGBB from 8 on where the depth is `.direct`.
  public let foreground: Int32
  public let background: Int32
  public let modifiers: Modifiers
}
