/// A path of a file or folder of this machine. Two spellings of one path (`/a//b`, `/a/./b`) are equal.
public struct LocalPath: Hashable, Sendable, CustomStringConvertible {
  /// As it was given.
  public let rawValue: String
  private let normal: String

  public init(_ rawValue: String) {
    self.rawValue = rawValue
    normal = PathText.normalized(rawValue)
  }

  /// The last component.
  public var name: String { PathText.name(normal) ?? rawValue }

  /// Without empty ones, `.` and `..`; none for `/`.
  public var components: [String] { PathText.components(normal) }

  public var isAbsolute: Bool { rawValue.utf8.first == PathText.slash }

  /// The same path without empty components, `.` and `..`.
  public var normalized: LocalPath { LocalPath(normal) }

  public var description: String { rawValue }

  public static func == (left: LocalPath, right: LocalPath) -> Bool { left.normal == right.normal }

  public func hash(into hasher: inout Hasher) { hasher.combine(normal) }

  /// The path below this one.
  func appending(_ rest: some Sequence<String>) -> LocalPath { LocalPath(PathText.absolute(components + rest)) }
}
