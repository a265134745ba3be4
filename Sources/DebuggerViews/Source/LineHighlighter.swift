import DebuggerModel

/// Finds the tokens of a text line by line, from its first line on: what one line leaves open goes on in the next one.
protocol LineHighlighter: Sendable {
  /// - Returns: the tokens of the line, from left to right, without overlaps.
  mutating func highlight(_ line: String) -> [HighlightSpan]
}

/// A text of a kind that isn't known.
struct PlainHighlighter: LineHighlighter {
  mutating func highlight(_ line: String) -> [HighlightSpan] { [] }
}

extension SourceFile {
  /// What the text of the file is read with, by its name: what has no ending of a file's, like `<string>`, is Python.
  var highlighter: any LineHighlighter {
    if isTemplate { return TemplateHighlighter() }
    guard let dot = name.lastIndex(of: "."), !name.hasPrefix("<") else { return PythonHighlighter() }
    let ending = name[name.index(after: dot)...].lowercased()
    return Self.others.contains(ending) ? PlainHighlighter() : PythonHighlighter()
  }

  /// Endings of texts that colours for Python would only make harder to read.
  private static let others: Set<String> = [
    "txt", "md", "rst", "json", "toml", "yaml", "yml", "ini", "cfg", "conf", "csv", "log", "c", "h", "cc", "cpp", "js",
    "css", "sh", "sql", "rs",
  ]
}
