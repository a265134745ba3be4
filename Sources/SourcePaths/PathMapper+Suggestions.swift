extension PathMapper {
  /// Mappings that would lead from a remote file to one of some local files of the same name, the likeliest first: the one with
  /// most components in common at the end, then the shortest. One that maps everything is never among them: each side keeps at
  /// least one component, and those in which only the case differs. None reaches above the project, and each goes before the
  /// mappings that there are for the file, which lead nowhere.
  /// - Parameter root: the project's folder.
  public func suggestMapping(
    for remote: RemotePath, candidates: [LocalPath], root: LocalPath? = nil
  ) -> [MappingSuggestion] {
    guard remote.isAbsolute else { return [] }
    var seen: Set<PathMapping> = []
    // At least as long as the longest of those that there are: one for the same folder takes its place.
    let failed = mapping(for: remote)?.remote.components.count ?? 0
    return candidates.compactMap { Self.suggestion(for: remote, $0, root, least: failed) }
      .sorted(by: Self.isLikelier).filter { seen.insert($0.mapping).inserted }
  }

  private static func suggestion(
    for remote: RemotePath, _ file: LocalPath, _ root: LocalPath?, least: Int
  ) -> MappingSuggestion? {
    let theirs = remote.components
    let ours = file.components
    let common = zip(theirs.reversed(), ours.reversed()).prefix { isSame($0, $1, remote) }.count
    let isIdentical = !remote.isWindows && common == theirs.count && common == ours.count
    guard file.isAbsolute, common > 0, !isIdentical else { return nil }
    let alike = zip(theirs.reversed(), ours.reversed()).prefix { $0 == $1 }.count
    let top = root.map { ours.starts(with: $0.components) ? $0.components.count : 1 } ?? 1
    let shared = max(0, min(alike, theirs.count - max(remote.form.root + 1, least), ours.count - max(1, top)))
    let mapping = PathMapping(
      remote: remote.parent(dropping: shared), local: LocalPath(PathText.absolute(ours.dropLast(shared))))
    return MappingSuggestion(mapping: mapping, file: file, common: common)
  }

  private static func isSame(_ theirs: String, _ ours: String, _ remote: RemotePath) -> Bool {
    theirs == ours || (remote.isWindows && theirs.lowercased() == ours.lowercased())
  }

  private static func isLikelier(_ left: MappingSuggestion, _ right: MappingSuggestion) -> Bool {
    if left.common != right.common { return left.common > right.common }
    let lengths = (left.file.components.count, right.file.components.count)
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
    return left.file.rawValue < right.file.rawValue
  }
}
