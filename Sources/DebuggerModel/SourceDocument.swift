/// The text of a file, split into lines.
public struct SourceDocument: Equatable, Sendable {
  public let file: SourceFile
  public let lines: [String]
  /// Counts the loads, so that a view can tell a new text from the one it has prepared.
  public let revision: Int

  public init(file: SourceFile, text: String, revision: Int) {
    self.file = file
    self.revision = revision
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// The 1-based line, or `nil` past the end.
  public func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// Why no breakpoint can be hit there, or `nil` where one might: blank lines, comments, lines past the end.
  public func problem(atLine number: Int) -> String? {
    guard let line = line(number) else { return "the file has only \(lines.count) lines" }
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty { return "no code on this line" }
    return text.first == "#" ? "only a comment on this line" : nil
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
