/// Finds the local file for a remote one, and every remote name for a local one. Prefixes are compared by whole components, so
/// `/app` never stands for `/application`; the longest one wins, and of equal ones the later.
public struct PathMapper: Equatable, Sendable {
  public private(set) var mappings: [PathMapping]

  /// - Parameter mappings: also several for one remote folder, see `conflicts`.
  public init(_ mappings: [PathMapping] = []) { self.mappings = mappings }

  /// Puts a mapping in, at the end; one for the same remote folder is replaced.
  public mutating func add(_ mapping: PathMapping) {
    mappings.removeAll { $0.remote == mapping.remote }
    mappings.append(mapping)
  }

  public mutating func remove(_ mapping: PathMapping) { mappings.removeAll { $0 == mapping } }

  /// Puts a mapping in the place of another one, or adds it where that is not there.
  public mutating func replace(_ old: PathMapping, with new: PathMapping) {
    guard let index = mappings.firstIndex(of: old) else { return add(new) }
    mappings[index] = new
    let others = mappings.indices.filter { $0 != index && mappings[$0].remote == new.remote }
    for other in others.reversed() { mappings.remove(at: other) }
  }

  /// Mappings without effect, each with the one that wins: they are for one remote folder and lead to different local ones.
  public var conflicts: [PathConflict] {
    mappings.indices.compactMap { index in
      let mapping = mappings[index]
      let later = mappings[(index + 1)...].last { $0.remote == mapping.remote }
      guard let later, later.local != mapping.local else { return nil }
      return PathConflict(ignored: mapping, winner: later)
    }
  }

  /// The local path for a remote one; `nil` for a path that could not be one of this machine and that no mapping is for.
  public func local(for remote: RemotePath) -> Resolution? {
    if remote.isPseudo { return .pseudo }
    if let best = mapping(for: remote) {
      return .mapped(best.local.appending(remote.components.dropFirst(best.remote.components.count)), best)
    }
    guard remote.form == .posix else { return nil }
    return .identical(LocalPath(remote.rawValue).normalized)
  }

  /// Every name that a process may know a local file by, of the longest local prefix first: all that lead back to it. Where
  /// no mapping is for it that is its own path. None where a mapping takes every such name somewhere else.
  public func remotes(for local: LocalPath) -> [RemotePath] {
    let parts = local.components
    let names = mappingsByDepth(over: parts).map { mapping in
      mapping.remote.appending(parts.dropFirst(mapping.local.components.count))
    }
    let own = names.filter { leads($0, to: local) }
    if own.isEmpty { return [RemotePath(PathText.absolute(parts))].filter { leads($0, to: local) } }
    return own.enumerated().filter { index, name in !own[..<index].contains(name) }.map(\.element)
  }

  /// The mapping that a remote path is under.
  func mapping(for remote: RemotePath) -> PathMapping? {
    let parts = remote.comparedComponents
    let fitting = mappings.filter { mapping in
      mapping.remote.form == remote.form && parts.starts(with: mapping.remote.comparedComponents)
    }
    return fitting.reversed().max { $0.remote.components.count < $1.remote.components.count }
  }

  /// The mappings whose local side is a prefix, the longest first, the later of equal ones first.
  private func mappingsByDepth(over parts: [String]) -> [PathMapping] {
    let fitting = mappings.enumerated().map { (index: $0, mapping: $1, prefix: $1.local.components) }
    return fitting.filter { parts.starts(with: $0.prefix) }
      .sorted { ($0.prefix.count, $0.index) > ($1.prefix.count, $1.index) }.map(\.mapping)
  }

  private func leads(_ remote: RemotePath, to local: LocalPath) -> Bool {
    switch self.local(for: remote) {
    case .mapped(let path, _), .identical(let path): path == local
    case .pseudo, nil: false
    }
  }
}
