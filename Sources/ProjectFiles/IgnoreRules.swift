import Glibc

/// The rules of a `.gitignore` for the names below its folder (gitignore(5)).
struct IgnoreRules {
  private struct Rule {
    let parts: [String]
    let isNegated: Bool
    let isForFolders: Bool
    /// It holds for the whole path; else for the last component at any depth.
    let isAnchored: Bool
  }

  private let rules: [Rule]

  var isEmpty: Bool { rules.isEmpty }

  init(_ text: String) {
    rules = text.split(whereSeparator: \.isNewline).compactMap { Self.rule(String($0)) }
  }

  private static func rule(_ line: String) -> Rule? {
    var line = line[...]
    guard line.first != "#" else { return nil }
    while line.hasSuffix(" ") && !line.hasSuffix("\\ ") { line.removeLast() }
    let isNegated = line.first == "!"
    if isNegated { line = line.dropFirst() }
    let isForFolders = line.last == "/"
    if isForFolders { line = line.dropLast() }
    let isAnchored = line.contains("/")
    let parts = line.split(separator: "/").map(String.init)
    guard !parts.isEmpty else { return nil }
    return Rule(parts: parts, isNegated: isNegated, isForFolders: isForFolders, isAnchored: isAnchored)
  }

  /// - Parameter path: the components below the folder of the rules.
  /// - Returns: what the last rule that fits says; `nil` where none does.
  func ignores(_ path: ArraySlice<String>, isFolder: Bool) -> Bool? {
    let rule = rules.last { rule in
      guard isFolder || !rule.isForFolders, let name = path.last else { return false }
      return rule.isAnchored ? Self.fits(rule.parts[...], path) : Self.fits(rule.parts[0], name)
    }
    return rule.map { !$0.isNegated }
  }

  private static func fits(_ parts: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    let rest = parts.dropFirst()
    if part == "**" {
      // At the end it stands for what is inside, not for the folder itself.
      if rest.isEmpty { return !path.isEmpty }
      return path.indices.contains { fits(rest, path[$0...]) }
    }
    guard let name = path.first else { return false }
    return fits(part, name) && fits(rest, path.dropFirst())
  }

  private static func fits(_ pattern: String, _ name: String) -> Bool {
    guard pattern.contains(where: { "*?[\\".contains($0) }) else { return pattern == name }
    return fnmatch(pattern, name, 0) == 0
  }
}
