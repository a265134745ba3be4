@testable import DebuggerViews

extension LineHighlighter {
  /// - Parameter lines: a whole file, without line ends.
  /// - Returns: the tokens of each line.
  static func highlight(lines: [String], with first: Self) -> [[HighlightSpan]] {
    var highlighter = first
    return lines.map { highlighter.highlight($0) }
  }
}

extension PythonHighlighter {
  static func highlight(lines: [String]) -> [[HighlightSpan]] { highlight(lines: lines, with: PythonHighlighter()) }
}
