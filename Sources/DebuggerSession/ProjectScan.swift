import DebuggerModel
import Glibc
import SourcePaths

/// Lists the files of a project, without what git ignores, hidden ones, environments, and what is no text by its name; and then
/// the classes and functions of the Python files.
struct ProjectScan {
  let root: LocalPath
  private var files: [String] = []

  /// Files that are listed, at most.
  static let mostFiles = 200_000
  /// Python files that are looked into, and bytes of each, at most.
  private static let mostRead = 20_000
  private static let mostBytes = 2 << 20
  private static let passedOver: Set<String> = ["node_modules", "site-packages", "__pycache__", "__pypackages__"]
  private static let noText: Set<String> = [
    "a", "bin", "bz2", "class", "dll", "dylib", "exe", "gif", "gz", "ico", "jar", "jpeg", "jpg", "mo", "mp3", "mp4",
    "o", "otf",
    "pdf", "png", "pyc", "pyd", "pyo", "so", "tar", "ttf", "webp", "whl", "woff", "woff2", "xz", "zip",
  ]

  init(_ root: LocalPath) { self.root = root.normalized }

  /// The files alone.
  mutating func listFiles() -> ProjectIndex {
    files = []
    var rules: [(depth: Int, rules: IgnoreRules)] = []
    let base = (try? LocalFile.read("\(root.rawValue)/.git/info/exclude")).map { IgnoreRules($0) }
    if let base, !base.isEmpty { rules.append((0, base)) }
    look(in: [], rules)
    files.sort()
    return ProjectIndex(root: root, entries: files.map { ProjectIndex.Entry($0, file: $0) }, isComplete: false)
  }

  /// The files and what is defined in them.
  func withDefinitions() -> ProjectIndex {
    var entries = files.map { ProjectIndex.Entry($0, file: $0) }
    for file in files.lazy.filter({ $0.hasSuffix(".py") || $0.hasSuffix(".pyw") }).prefix(Self.mostRead) {
      guard let bytes = try? LocalFile.bytes("\(root.rawValue)/\(file)"), bytes.count <= Self.mostBytes else {
        continue
      }
      entries += DefinitionScan.definitions(in: bytes).map { .init($0.name, file: file, line: $0.line) }
    }
    return ProjectIndex(root: root, entries: entries, isComplete: true)
  }

  private mutating func look(in folder: [String], _ outer: [(depth: Int, rules: IgnoreRules)]) {
    guard files.count < Self.mostFiles, folder.count < 64 else { return }
    let path = ([root.rawValue] + folder).joined(separator: "/")
    var names = Self.names(in: path)
    // An environment made by venv.
    guard folder.isEmpty || !names.contains(where: { $0.name == "pyvenv.cfg" }) else { return }
    var rules = outer
    if names.contains(where: { $0.name == ".gitignore" }), let text = try? LocalFile.read("\(path)/.gitignore") {
      rules.append((folder.count, IgnoreRules(text)))
    }
    names.sort { $0.name < $1.name }
    for entry in names where !entry.name.hasPrefix(".") {
      let here = folder + [entry.name]
      guard !Self.isIgnored(here, isFolder: entry.isFolder, rules) else { continue }
      if entry.isFolder {
        if !Self.passedOver.contains(entry.name) { look(in: here, rules) }
      } else if files.count < Self.mostFiles, Self.isText(entry.name) {
        files.append(here.joined(separator: "/"))
      }
    }
  }

  /// The innermost file of rules that says something has the last word.
  private static func isIgnored(
    _ path: [String], isFolder: Bool, _ rules: [(depth: Int, rules: IgnoreRules)]
  ) -> Bool {
    for (depth, rules) in rules.reversed() {
      if let ignores = rules.ignores(path[depth...], isFolder: isFolder) { return ignores }
    }
    return false
  }

  private static func isText(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return true }
    return !noText.contains(name[name.index(after: dot)...].lowercased())
  }

  private static func names(in folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [(String, Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): names.append((name, true))
      case Int(DT_REG): names.append((name, false))
      case Int(DT_LNK), Int(DT_UNKNOWN):
        // A link to a folder isn't followed: it may lead back.
        var status = stat()
        guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        names.append((name, false))
      default: continue
      }
    }
    return names
  }
}
