import Glibc

/// Looks through the Python files of a project for a function. Hidden folders, environments and what is installed are left out.
struct DefinitionSearch {
  let name: String
  private var found: [String] = []
  private var visited = 0

  /// Folders and files that are looked at, at most; and files that are told.
  private static let mostEntries = 50_000
  private static let mostFound = 20
  private static let passedOver: Set<String> = ["node_modules", "site-packages", "__pycache__", "venv", "env"]

  private init(name: String) { self.name = name }

  /// The files with a `def` of that name, those in outer folders first.
  static func files(defining name: String, below root: String) -> [String] {
    var search = Self(name: name)
    var folders = [root]
    while !folders.isEmpty, search.visited < mostEntries, search.found.count < mostFound {
      folders = folders.flatMap { search.look(in: $0) }
    }
    return Array(search.found.prefix(mostFound))
  }

  /// - Returns: the folders in it.
  private mutating func look(in folder: String) -> [String] {
    let names = Self.names(in: folder)
    visited += names.count + 1
    guard folder.isEmpty == false, !names.contains("pyvenv.cfg") else { return [] }
    for name in names where name.hasSuffix(".py") && has("\(folder)/\(name)") { found.append("\(folder)/\(name)") }
    return names.filter { !$0.contains(".") && !Self.passedOver.contains($0) }.map { "\(folder)/\($0)" }.filter(
      Self.isFolder)
  }

  private func has(_ path: String) -> Bool {
    guard let text = try? LocalFile.read(path) else { return false }
    return text.split(whereSeparator: \.isNewline).contains { line in
      var words = line.split(maxSplits: 4) { " \t(:".contains($0) }[...]
      if words.first == "async" { words = words.dropFirst() }
      return words.first == "def" && words.dropFirst().first.map(String.init) == name
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
