import SourcePaths

/// The shortest ends of paths that distinguish files: `models.py`, and `a/models.py` where there are several of that name.
public struct FileNames: Equatable, Sendable {
  /// Of the files whose last component is not enough.
  private var longer: [SourceFile: String] = [:]

  public init(_ files: Set<SourceFile> = []) {
    guard files.count > 1 else { return }
    for group in Dictionary(grouping: files, by: \.name).values where group.count > 1 {
      let paths = group.map { (file: $0, components: $0.components) }
      for (file, components) in paths {
        let others = paths.filter { $0.file != file }.map { $0.components }
        let shared = others.map { zip($0.reversed(), components.reversed()).prefix { $0 == $1 }.count }
        longer[file] = components.suffix((shared.max() ?? 0) + 1).joined(separator: "/")
      }
    }
  }

  public func name(of file: SourceFile) -> String { longer[file] ?? file.name }

  /// Returns the name of a frame's file: the process's own, where that is enough.
  public func name(of frame: StackFrame, _ state: DebuggerState) -> String {
    longer.isEmpty ? frame.remoteFile.name : longer[state.sourceFile(for: frame.remoteFile)] ?? frame.remoteFile.name
  }
}

extension DebuggerState {
  /// The names of the files that are in sight: those of the breakpoints and of the selected process's stops.
  public var fileNames: FileNames {
    var remotes: Set<RemotePath> = []
    var last: RemotePath?
    for frame in shownSuspension?.frames ?? selectedThread?.sample?.value ?? [] where frame.remoteFile != last {
      remotes.insert(frame.remoteFile)
      last = frame.remoteFile
    }
    for thread in selectedProcess?.threads ?? ThreadList() {
      if let frame = thread.suspension?.frames.first { remotes.insert(frame.remoteFile) }
    }
    return FileNames(Set(listedBreakpoints.filter(\.isPlaced).map(\.file)).union(remotes.map { sourceFile(for: $0) }))
  }
}

extension SourceFile {
  fileprivate var components: [String] {
    switch self {
    case .local(let path): path.components
    case .remote(let path): path.components
    }
  }
}
