/// What is fixed for the screen when it starts.
public struct ScreenOptions: Equatable, Sendable {
  /// 7-bit characters only.
  public var isASCII: Bool
  /// Dialback has started the program itself, and can start it again.
  public var canRestart: Bool

  public init(isASCII: Bool = false, canRestart: Bool = false) {
    self.isASCII = isASCII
    self.canRestart = canRestart
  }
}
