/// A path of a file or folder of this machine.
public struct LocalPath: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The last component.
  public var name: String { PathText.components(rawValue, separators: ["/"]).last ?? rawValue }

  public var components: [String] { PathText.components(rawValue, separators: ["/"]) }

  public var description: String { rawValue }
}
