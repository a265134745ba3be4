/// The text of a file, split into lines.
public struct SourceDocument: Equatable, Sendable {
  public let file: SourceFile
  public let lines: [String]
  /// Counts the loads, so that a view can tell a new text from the one it has prepared.
  public let revision: Int
  /// What each line is.
  let kinds: [SourceLineKind]

  public init(file: SourceFile, text: String, revision: Int) {
    self.file = file
    self.revision = revision
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    kinds = Self.kinds(of: lines, in: file)
  }

  /// The 1-based line, or `nil` past the end.
  public func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// The 1-based line of `def NAME` or `async def NAME`, for breakpoints on functions.
  public func definition(of name: String) -> Int? {
    let index = lines.firstIndex { line in
      var words = line.split { $0 == " " || $0 == "\t" || $0 == "(" || $0 == ":" }[...]
      if words.first == "async" { words = words.dropFirst() }
      return words.first == "def" && words.dropFirst().first.map(String.init) == name
    }
    return index.map { $0 + 1 }
  }
}
