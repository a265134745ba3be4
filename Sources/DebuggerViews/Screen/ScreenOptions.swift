/// What is fixed for the screen when it starts.
public struct ScreenOptions: Equatable, Sendable {
  /// 7-bit characters only.
  public var isASCII: Bool
  /// Dialback has started the program itself, and can start it again.
  public var canRestart: Bool

  /// The name of the theme that the screen begins with.
  public var theme: String

  public init(isASCII: Bool = false, canRestart: Bool = false, theme: String = "default") {
    self.theme = theme
    self.isASCII = isASCII
    self.canRestart = canRestart
  }
}
