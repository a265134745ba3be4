import DebuggerModel
import Platform
import ProjectFiles
import PythonText
import SourcePaths

/// The project's files with the classes and functions that its Python files define.
struct ProjectScan {
  private let walk: ProjectWalk

  /// The most Python files that are read, and the most bytes of each.
  private static let mostRead = 20_000
  private static let mostBytes = 2 << 20
  /// The most files that a function is reported in.
  private static let mostFound = 20

  init(_ root: LocalPath) { walk = ProjectWalk(root) }

  /// The files alone.
  var files: ProjectIndex { ProjectIndex(root: walk.root, entries: fileEntries, isComplete: false) }

  private var fileEntries: [ProjectIndex.Entry] { walk.files.map { ProjectIndex.Entry($0, file: $0) } }

  /// Returns the files and what is defined in them.
  func withDefinitions() -> ProjectIndex {
    var entries = fileEntries
    for file in walk.pythonFiles.prefix(Self.mostRead) {
      entries += definitions(in: file).map { .init($0.name, file: file, line: $0.line) }
    }
    return ProjectIndex(root: walk.root, entries: entries, isComplete: true)
  }

  /// Returns the files that define a function of that name, those in outer folders first.
  func files(defining function: String) -> [LocalPath] {
    let depths = walk.pythonFiles.prefix(Self.mostRead).map { (file: $0, depth: $0.count { $0 == "/" }) }
    let outerFirst = depths.sorted { ($0.depth, $0.file) < ($1.depth, $1.file) }.lazy.map(\.file)
    let found = outerFirst.filter { file in
      definitions(in: file).contains { $0.isFunction && $0.ownName == function }
    }
    return found.prefix(Self.mostFound).map { walk.path(of: $0) }
  }

  private func definitions(in file: String) -> [DefinitionScan.Definition] {
    guard let bytes = try? LocalFile.bytes(walk.path(of: file).rawValue), bytes.count <= Self.mostBytes else {
      return []
    }
    return DefinitionScan.definitions(in: PythonSource.utf8(bytes))
  }
}
