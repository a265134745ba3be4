/// The text of a file, split into lines.
public struct SourceDocument: Equatable, Sendable {
  public let file: SourceFile
  public let lines: [String]
  /// Counts the loads, so that a view can tell a new text from the one it has prepared.
  public let revision: Int
  /// Where a process had it from.
  public let origin: SourceReading.Origin
  /// What each line is.
  let kinds: [SourceLineKind]
  /// The 1-based line where each line's statement begins.
  let starts: [Int]

  public init(file: SourceFile, text: String, revision: Int, origin: SourceReading.Origin = .file) {
    self.file = file
    self.origin = origin
    self.revision = revision
    // Python ends no line at a form feed, nor at U+2028 in a string.
    let ends: Set<Character> = ["\n", "\r\n", "\r"]
    var lines = text.split(omittingEmptySubsequences: false) { ends.contains($0) }.map(String.init)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    (kinds, starts) = origin == .bytecode ? Self.scanBytecode(lines) : Self.scan(lines, in: file)
  }

  /// The 1-based line, or `nil` past the end.
  public func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
