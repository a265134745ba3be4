/// Columns and rows, never negative.
public struct Size: Hashable, Sendable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public static let zero = Size(width: 0, height: 0)

  /// The rectangle of this size at the upper left corner.
  public var rect: Rect { Rect(x: 0, y: 0, width: width, height: height) }
}
