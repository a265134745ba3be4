import Glibc

/// Finds an interpreter the way a shell would, and names others where there is none. Folders of the PATH that are relative are
/// passed over: the folder where Dialback is started may be anybody's.
struct PythonFinder: Sendable {
  /// The variable PATH.
  let searchPath: String
  /// The folder that relative paths start from.
  let workingFolder: String

  enum Place: Equatable {
    case found(String)
    /// Neither a file of that path, nor a program of that name.
    case missing
    case isFolder
    case isNoProgram
  }

  func find(_ python: String) -> Place {
    if python.contains("/") { return Self.place(at: absolute(python)) }
    for folder in folders {
      let path = "\(folder)/\(python)"
      if Self.place(at: path) == .found(path) { return .found(path) }
    }
    return .missing
  }

  /// The Pythons of other names on the PATH, the newest one of each folder first.
  func others(than python: String) -> [String] {
    folders.flatMap { folder in
      let names = FolderTree.names(in: folder).filter { $0 != python && Self.isPython($0) }
      return names.sorted { Self.version($1).lexicographicallyPrecedes(Self.version($0)) }.map { "\(folder)/\($0)" }
        .filter { Self.place(at: $0) == .found($0) }
    }
  }

  private var folders: [String] {
    searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
  }

  private func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : workingFolder + "/" + path }

  private static func place(at path: String) -> Place {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    if status.st_mode & S_IFMT == S_IFDIR { return .isFolder }
    return access(path, X_OK) == 0 ? .found(path) : .isNoProgram
  }

  /// `python`, `python3`, `python3.11`; not `python3-config`.
  private static func isPython(_ name: String) -> Bool {
    name.hasPrefix("python") && name.dropFirst(6).allSatisfy { $0.isNumber || $0 == "." }
  }

  private static func version(_ name: String) -> [Int] {
    name.dropFirst(6).split(separator: ".").compactMap { Int($0) }
  }
}
