/// Finds the local file for a remote one, and every remote name for a local one. Prefixes are compared by whole components, so
/// `/app` never stands for `/application`; the longest one wins, and of equal ones the later.
public struct PathMapper: Equatable, Sendable {
  public private(set) var mappings: [PathMapping]

  public init(_ mappings: [PathMapping] = []) { self.mappings = mappings }

  public enum Resolution: Equatable, Sendable {
    case mapped(LocalPath, PathMapping)
    /// No mapping is for it: the path is taken as one of this machine.
    case identical(LocalPath)
    /// The code has no file.
    case pseudo
  }

  /// Puts a mapping in; one for the same remote folder is replaced.
  public mutating func add(_ mapping: PathMapping) {
    mappings.removeAll { Self.isSame($0.remote, mapping.remote) }
    mappings.append(mapping)
  }

  public mutating func remove(_ mapping: PathMapping) { mappings.removeAll { $0 == mapping } }

  /// The local path for a remote one; `nil` for a Windows path that no mapping is for.
  public func local(for remote: RemotePath) -> Resolution? {
    if remote.isPseudo { return .pseudo }
    let parts = remote.components
    let fitting = mappings.filter { $0.remote.isWindows == remote.isWindows && Self.starts(parts, with: $0.remote) }
    if let best = fitting.reversed().max(by: { $0.remote.components.count < $1.remote.components.count }) {
      let rest = parts.dropFirst(best.remote.components.count)
      return .mapped(Self.join(best.local, rest), best)
    }
    guard !remote.isWindows, remote.isAbsolute else { return nil }
    return .identical(LocalPath("/" + parts.joined(separator: "/")))
  }

  /// Every name that a process may know a local file by; the file's own path where no mapping is for it.
  public func remotes(for local: LocalPath) -> [RemotePath] {
    let parts = local.components
    let fitting = mappings.filter { mapping in
      let prefix = mapping.local.components
      return parts.count >= prefix.count && Array(parts.prefix(prefix.count)) == prefix
    }
    guard !fitting.isEmpty else { return [local.components.isEmpty ? RemotePath("/") : RemotePath("/" + parts.joined(separator: "/"))] }
    let longest = fitting.map(\.local.components.count).max() ?? 0
    var names: [RemotePath] = []
    for mapping in fitting where mapping.local.components.count == longest {
      let name = Self.join(mapping.remote, parts.dropFirst(longest))
      if case .mapped(local, _)? = self.local(for: name), !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? [RemotePath("/" + parts.joined(separator: "/"))] : names
  }

  private static func join(_ local: LocalPath, _ rest: ArraySlice<String>) -> LocalPath {
    LocalPath("/" + (local.components + rest).joined(separator: "/"))
  }

  private static func join(_ remote: RemotePath, _ rest: ArraySlice<String>) -> RemotePath {
    guard remote.isWindows else { return RemotePath("/" + (remote.components + rest).joined(separator: "/")) }
    let separator = remote.rawValue.contains("\\") ? "\\" : "/"
    let start = remote.rawValue.hasPrefix("\\\\") ? "\\\\" : ""
    return RemotePath(start + (remote.components + rest).joined(separator: separator))
  }

  private static func isSame(_ left: RemotePath, _ right: RemotePath) -> Bool {
    left.isWindows == right.isWindows && left.components.count == right.components.count
      && starts(left.components, with: right)
  }

  /// Windows compares without regard to case.
  private static func starts(_ parts: [String], with prefix: RemotePath) -> Bool {
    let wanted = prefix.components
    guard parts.count >= wanted.count else { return false }
    return zip(parts, wanted).allSatisfy { part, wanted in
      prefix.isWindows ? part.lowercased() == wanted.lowercased() : part == wanted
    }
  }
}
