/// Says that a remote folder (or file) is the same as a local one.
public struct PathMapping: Hashable, Sendable {
  public let remote: RemotePath
  public let local: LocalPath

  public init(remote: RemotePath, local: LocalPath) {
    self.remote = remote
    self.local = local
  }

  /// Reads `REMOTE=LOCAL`, split at the first `=`. A relative local side is taken from `base`, `~` from `home`.
  public init(parsing text: String, relativeTo base: LocalPath, home: String? = nil) throws(SourcePathsError) {
    guard let equals = text.firstIndex(of: "=") else { throw .noSeparator(text) }
    let remote = RemotePath(String(text[..<equals]))
    var local = String(text[text.index(after: equals)...])
    guard !remote.rawValue.isEmpty, !local.isEmpty else { throw .emptySide(text) }
    guard remote.isAbsolute else { throw .relativeRemote(text) }
    if let home, local == "~" || local.hasPrefix("~/") { local = home + local.dropFirst() }
    if !local.hasPrefix("/") { local = base.rawValue + "/" + local }
    let parts = LocalPath(local).components
    self.init(remote: remote, local: LocalPath("/" + parts.joined(separator: "/")))
  }
}
