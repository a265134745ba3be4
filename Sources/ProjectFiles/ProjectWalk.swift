import Platform
public import SourcePaths

/// The files of a project, without those that git ignores, hidden ones, environments, and what is no text by its name.
///
/// The finder, the suggestions for mappings and breakpoints on functions all see the project through this one walk.
public struct ProjectWalk {
  public let root: LocalPath
  /// The paths below the root, sorted.
  public private(set) var files: [String] = []

  /// The rules of a `.gitignore`, and how many folders below the top of the repository it is.
  private typealias Rules = (depth: Int, rules: IgnoreRules)

  /// The folders between the top of the repository and the root.
  private let above: [String]

  /// The most files that are listed.
  private static let mostFiles = 200_000
  private static let deepest = 64
  private static let passedOver: Set<String> = ["node_modules", "site-packages", "__pycache__", "__pypackages__"]
  private static let noText: Set<String> = [
    "a", "bin", "bz2", "class", "dll", "dylib", "exe", "gif", "gz", "ico", "jar", "jpeg", "jpg", "mo", "mp3", "mp4",
    "o", "otf",
    "pdf", "png", "pyc", "pyd", "pyo", "so", "tar", "ttf", "webp", "whl", "woff", "woff2", "xz", "zip",
  ]

  /// Walks through the folders below `root`.
  public init(_ root: LocalPath) {
    self.root = root.normalized
    let parts = self.root.rawValue.split(separator: "/").map(String.init)
    let top = Self.top(parts)
    above = Array(parts[top...])
    var rules: [Rules] = []
    for depth in 0...above.count {
      let folder = "/" + parts[..<(top + depth)].joined(separator: "/")
      if depth == 0 { Self.add("\(folder)/.git/info/exclude", at: 0, to: &rules) }
      // The root's own rules are read with the root.
      if depth < above.count { Self.add("\(folder)/.gitignore", at: depth, to: &rules) }
    }
    look(in: [], rules)
    files.sort()
  }

  /// The files of Python source.
  public var pythonFiles: [String] { files.filter { $0.hasSuffix(".py") || $0.hasSuffix(".pyw") } }

  public func path(of file: String) -> LocalPath { LocalPath("\(root.rawValue)/\(file)") }

  /// Returns how many of the components make up the repository that the folder is in; all where it is in none.
  private static func top(_ parts: [String]) -> Int {
    let counts = stride(from: parts.count, through: 1, by: -1)
    return counts.first { LocalFile.exists("/" + parts[..<$0].joined(separator: "/") + "/.git") } ?? parts.count
  }

  private static func add(_ path: String, at depth: Int, to rules: inout [Rules]) {
    guard let bytes = try? LocalFile.bytes(path) else { return }
    let added = IgnoreRules(String(decoding: bytes, as: UTF8.self))
    if !added.isEmpty { rules.append((depth, added)) }
  }

  private mutating func look(in folder: [String], _ outer: [Rules]) {
    guard files.count < Self.mostFiles, folder.count < Self.deepest else { return }
    let path = ([root.rawValue] + folder).joined(separator: "/")
    let listing = FolderListing(path)
    guard folder.isEmpty || !Self.isEnvironment(listing, path) else { return }
    var rules = outer
    if listing.has(".gitignore") { Self.add("\(path)/.gitignore", at: above.count + folder.count, to: &rules) }
    for entry in listing.entries where !entry.name.hasPrefix(".") {
      let here = folder + [entry.name]
      guard !Self.isIgnored(above + here, isFolder: entry.isFolder, rules) else { continue }
      if entry.isFolder {
        if !Self.passedOver.contains(entry.name) { look(in: here, rules) }
      } else if files.count < Self.mostFiles, Self.isText(entry.name) {
        files.append(here.joined(separator: "/"))
      }
    }
  }

  /// Whether venv, virtualenv or conda made the folder; an old virtualenv has no pyvenv.cfg.
  private static func isEnvironment(_ listing: FolderListing, _ path: String) -> Bool {
    if listing.has("pyvenv.cfg") || listing.has("conda-meta") { return true }
    return listing.has("bin") && LocalFile.exists("\(path)/bin/activate_this.py")
  }

  /// The innermost file of rules that says something has the last word.
  private static func isIgnored(_ path: [String], isFolder: Bool, _ rules: [Rules]) -> Bool {
    for (depth, rules) in rules.reversed() {
      if let ignores = rules.ignores(path[depth...], isFolder: isFolder) { return ignores }
    }
    return false
  }

  private static func isText(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return true }
    return !noText.contains(name[name.index(after: dot)...].lowercased())
  }
}
