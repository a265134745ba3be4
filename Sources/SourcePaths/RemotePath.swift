/// A path as a debugged process names it: POSIX or Windows, or the pseudo name of code that has no file.
public struct RemotePath: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// `C:\…`, `C:/…` or `\\server\share`.
  public var isWindows: Bool {
    let bytes = Array(rawValue.utf8.prefix(3))
    if bytes.starts(with: [0x5c, 0x5c]) { return true }
    guard bytes.count == 3, bytes[1] == 0x3a, bytes[2] == 0x5c || bytes[2] == 0x2f else { return false }
    return UnicodeScalar(bytes[0]).properties.isAlphabetic
  }

  /// `<string>`, `<frozen importlib._bootstrap>`, `<ipython-input-1-…>`: code without a file.
  public var isPseudo: Bool { rawValue.hasPrefix("<") && rawValue.hasSuffix(">") }

  public var isAbsolute: Bool { rawValue.hasPrefix("/") || isWindows }

  public var components: [String] {
    isPseudo ? [rawValue] : PathText.components(rawValue, separators: isWindows ? ["/", "\\"] : ["/"])
  }

  /// The last component.
  public var name: String { components.last ?? rawValue }

  public var description: String { rawValue }
}
