/// Text of one style. Whatever a process sent, it holds no control characters but tabs.
public struct AnsiRun: Hashable, Sendable {
  public var text: String
  public var style: AnsiStyle

  public init(text: String, style: AnsiStyle = AnsiStyle()) {
    self.text = text
    self.style = style
  }
}
