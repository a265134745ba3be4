public import SourcePaths

extension DebuggerState {
  /// A file of the program's own that is not on this machine, as far as that was looked for.
  public func lacksLocalFile(_ remote: RemotePath) -> Bool {
    guard !remote.isPseudo, !isLibrary(remote) else { return false }
    guard let local = localPath(for: remote) else { return true }
    if case .failed? = sources[.local(local)] { return true }
    return false
  }

  /// The files of all stacks that have no local one, those of the selected thread first.
  public var unmappedFiles: [RemotePath] {
    let others = processes.flatMap(\.threads).compactMap(\.suspension).flatMap(\.frames)
    var seen: Set<RemotePath> = []
    return ((selectedSuspension?.frames ?? []) + others).map(\.remoteFile)
      .filter { seen.insert($0).inserted && lacksLocalFile($0) }
  }

  /// Mappings that would lead from a remote file to one of the project, the likeliest first; none before the project has been
  /// listed.
  public func mappingSuggestions(for remote: RemotePath) -> [MappingSuggestion] {
    let suggestions = candidates(for: remote)
    guard suggestions.count > 1 else { return suggestions }
    let ranks = suggestions.map { textLikeness(of: $0.file, to: remote).rank }
    return suggestions.indices.sorted { left, right in
      ranks[left] == ranks[right] ? left < right : ranks[left] > ranks[right]
    }.map { suggestions[$0] }
  }

  /// The same before the texts are compared: what functions they have goes before what their paths look like.
  private func candidates(for remote: RemotePath) -> [MappingSuggestion] {
    guard let project, let name = remote.components.last else { return [] }
    let isSame: (ProjectIndex.Entry) -> Bool = {
      $0.line == nil && $0.file.split(separator: "/").last.map(String.init) == name
    }
    let files = project.entries.filter(isSame)
    let suggestions = paths.suggestMapping(for: remote, candidates: files.map(project.path), root: settings.root)
    guard suggestions.count > 1 else { return suggestions }
    let likeness = likeness(of: files, to: remote, project)
    return suggestions.enumerated().sorted { left, right in
      let points = [left, right].map { likeness[$0.element.file] ?? 0 }
      return points[0] == points[1] ? left.offset < right.offset : points[0] > points[1]
    }.map(\.element)
  }

  /// Files that a remote one may be, whose texts are compared with its own.
  private func comparedCandidates(for remote: RemotePath) -> [SourceFile] {
    candidates(for: remote).prefix(Self.mostCandidates).map { .local($0.file) }
  }

  private static let mostCandidates = 4

  /// Reads the files that a remote one may be: once its text is here, or can't be had, and the project has been listed.
  mutating func readCandidates(for file: SourceFile) -> [Effect] {
    guard case .remote(let remote) = file, project?.isComplete == true, lacksLocalFile(remote) else { return [] }
    return comparedCandidates(for: remote).flatMap { load($0, from: nil) }
  }

  /// Whether the texts of a remote file and of those that it may be are here, or can't be had.
  public func areCandidatesRead(for remote: RemotePath) -> Bool {
    ([.remote(remote)] + comparedCandidates(for: remote)).allSatisfy { file in
      switch sources[file] {
      case .loaded, .failed: true
      case .underWay, nil: false
      }
    }
  }

  /// How much of the text of a remote file is in a local one.
  public func textLikeness(of local: LocalPath, to remote: RemotePath) -> TextLikeness {
    guard let theirs = document(.remote(remote)), theirs.origin != .bytecode, let ours = document(.local(local)) else {
      return .unknown
    }
    let difference = LineDifference(from: theirs.lines, to: ours.lines)
    return difference.isIdentity ? .same : .partly(difference.matched, of: theirs.lines.count)
  }

  /// How much the functions of local files are those of the remote one: a point for each name, another one for its line. Where
  /// the process's text isn't here, the functions of the stack are what is known of it.
  private func likeness(
    of files: [ProjectIndex.Entry], to remote: RemotePath, _ project: ProjectIndex
  ) -> [LocalPath: Int] {
    let document = sources[.remote(remote)]?.value
    let known =
      document?.definitions.compactMap { definition in definition.path.last.map { ($0, definition.line) } }
      ?? (selectedSuspension?.frames ?? []).filter { $0.remoteFile == remote }.map { ($0.function, 0) }
    let lines = Dictionary(known) { first, _ in first }
    let names = Set(files.map(\.file))
    var points: [LocalPath: Int] = [:]
    for entry in project.entries {
      guard let line = entry.line, names.contains(entry.file), let remoteLine = lines[entry.name] else { continue }
      points[project.path(of: entry), default: 0] += line == remoteLine ? 2 : 1
    }
    return points
  }
}

/// How much two versions of a file have in common.
public enum TextLikeness: Equatable, Sendable {
  case same
  /// The number of lines of the remote file that are in the local one, of how many.
  case partly(Int, of: Int)
  /// One of the texts is not here.
  case unknown

  /// More of the lines are others.
  public var isUnlikely: Bool {
    switch self {
    case .partly(let matched, let all): matched * 2 < all
    case .same, .unknown: false
    }
  }

  fileprivate var rank: Int { self == .same ? 2 : isUnlikely ? 0 : 1 }
}
