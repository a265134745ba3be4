/// Says that a remote folder (or file) is the same as a local one.
public struct PathMapping: Hashable, Sendable, CustomStringConvertible {
  public let remote: RemotePath
  public let local: LocalPath

  public init(remote: RemotePath, local: LocalPath) {
    self.remote = remote
    self.local = local
  }

  /// Reads `REMOTE=LOCAL`. The first `=` parts the sides, so a remote folder can't have one in its name, while a local one can.
  /// - Parameters:
  ///   - base: a relative local side is taken from here.
  ///   - home: stands for a `~` at the start of the local side.
  public init(parsing text: String, relativeTo base: LocalPath, home: String? = nil) throws(SourcePathsError) {
    guard let equals = text.firstIndex(of: "=") else { throw .noSeparator(text) }
    let remote = RemotePath(Self.trimmed(text[..<equals]))
    let local = Self.trimmed(text[text.index(after: equals)...])
    guard !remote.rawValue.isEmpty, !local.isEmpty else { throw .emptySide(text) }
    guard remote.isAbsolute else { throw .relativeRemote(text) }
    guard let path = Self.expanded(local, home) else { throw .unknownHome(text) }
    let whole = path.hasPrefix("/") ? path : base.rawValue + "/" + path
    self.init(remote: remote.appending([]), local: LocalPath(whole).normalized)
  }

  /// `REMOTE=LOCAL`
  public var description: String { "\(remote)=\(local)" }

  /// `~` and `~/…` only; another user's home is not known.
  private static func expanded(_ path: String, _ home: String?) -> String? {
    guard path.hasPrefix("~") else { return path }
    guard let home, path == "~" || path.hasPrefix("~/") else { return nil }
    return home + path.dropFirst()
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
