import DebuggerModel

/// A file made ready for drawing: split into lines, each with its colours. Those are found from the top on, as far as they
/// are needed, a part of a large file at a time.
struct SourceText: Sendable {
  let document: SourceDocument
  private var highlighter: any LineHighlighter
  private var spans: [[HighlightSpan]] = []

  /// UTF-8 bytes that are read for their colours in a row: some milliseconds' work.
  private static let portion = 256 << 10
  /// A longer line (UTF-8 bytes) has no colours: nobody reads it, and it has more tokens than a file.
  static let longestLine = 20_000

  init(_ document: SourceDocument) {
    self.document = document
    highlighter = document.file.highlighter
  }

  /// Finds the colours of the lines before `end`, or of a part of them.
  /// - Returns: whether all of them are found.
  mutating func highlight(before end: Int) -> Bool {
    let end = min(end, count)
    var bytes = 0
    while spans.count < end, bytes < Self.portion {
      let line = document.lines[spans.count]
      let found = highlighter.highlight(line)
      spans.append(line.utf8.count > Self.longestLine ? [] : found)
      bytes += line.utf8.count + 16
    }
    return spans.count >= end
  }

  var count: Int { document.lines.count }

  /// 0-based.
  func line(_ index: Int) -> String { document.lines.indices.contains(index) ? document.lines[index] : "" }

  /// The colours of a line by UTF-8 offsets, from left to right.
  func spans(_ index: Int) -> [HighlightSpan] { spans.indices.contains(index) ? spans[index] : [] }
}
