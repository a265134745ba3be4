import DebuggerModel

/// A file made ready for drawing: split into lines, each with its colours.
struct SourceText: Equatable, Sendable {
  let document: SourceDocument
  private let spans: [[HighlightSpan]]

  init(_ document: SourceDocument) {
    self.document = document
    spans = PythonHighlighter.highlight(lines: document.lines)
  }

  var count: Int { document.lines.count }

  /// 0-based.
  func line(_ index: Int) -> String { document.lines.indices.contains(index) ? document.lines[index] : "" }

  /// The colours of a line by UTF-8 offsets, from left to right.
  func spans(_ index: Int) -> [HighlightSpan] { spans.indices.contains(index) ? spans[index] : [] }

  /// The 0-based line where the function begins that a line is in: the nearest `def` of that name above.
  func start(of function: String, above index: Int) -> Int {
    for candidate in stride(from: min(index, count - 1), through: 0, by: -1) {
      let words = line(candidate).split(maxSplits: 3) { $0 == " " || $0 == "\t" || $0 == "(" || $0 == ":" }
      let rest = words.first == "async" ? words.dropFirst() : words[...]
      if rest.first == "def", rest.dropFirst().first.map(String.init) == function { return candidate }
    }
    return 0
  }
}
