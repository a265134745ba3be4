/// How a process asked for its output to be shown (SGR).
public struct AnsiStyle: Hashable, Sendable {
  /// `nil` for the default colour.
  public var foreground: AnsiColor?
  public var background: AnsiColor?
  public var flags: Modifiers

  public init(foreground: AnsiColor? = nil, background: AnsiColor? = nil, flags: Modifiers = []) {
    self.foreground = foreground
    self.background = background
    self.flags = flags
  }
}
