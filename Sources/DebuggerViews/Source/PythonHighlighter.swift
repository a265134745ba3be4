/// Finds the tokens of Python source, line by line, in one pass. It knows no grammar: whatever it is given, old Python 2 or a
/// half typed line, it goes on with the next one.
struct PythonHighlighter: LineHighlighter {
  /// What the next token is taken for.
  enum Expectation {
    /// The first word of a statement: a decorator or a soft keyword may come.
    case statement
    /// An attribute, whose name means nothing; but also the `import` of `from . import x`.
    case attribute
    /// The name behind `def` or `class`.
    case definition
    case anything
  }

  /// What has begun, outermost first, and may go on in the next line.
  var contexts: [PythonContext] = []
  /// Open brackets, those in fields not counted.
  var depth = 0
  var expectation = Expectation.statement
  /// The line, as UTF-8.
  var bytes: [UInt8] = []
  /// How far it is read.
  var index = 0
  private var spans: [HighlightSpan] = []
  /// The line before ended with a backslash.
  private var isContinued = false

  mutating func highlight(_ line: String) -> [HighlightSpan] {
    bytes = Array(line.utf8)
    index = 0
    spans = []
    expectation = contexts.isEmpty && depth == 0 && !isContinued ? .statement : .anything
    while index < bytes.count { readToken() }
    endLine()
    return spans
  }

  private mutating func readToken() {
    switch contexts.last {
    case .string(let quoting): readString(quoting)
    case .format: readFormat()
    case .field, nil: readCode()
    }
  }

  /// A string in simple quotes ends with its line, unless a backslash carries it on.
  private mutating func endLine() {
    isContinued = bytes.last == UInt8(ascii: "\\") && spans.last?.kind != .comment
    if isContinued { return }
    if case .field? = contexts.last { return }
    guard let last = innermostString, !last.quoting.isTriple else { return }
    contexts.removeSubrange(last.index...)
  }

  /// The string that the reading is in, and where it stands in `contexts`.
  var innermostString: (index: Int, quoting: PythonContext.Quoting)? {
    for index in contexts.indices.reversed() {
      if case .string(let quoting) = contexts[index] { return (index, quoting) }
    }
    return nil
  }

  /// A byte ahead of the one that is read; 0 behind the end.
  func peek(_ distance: Int = 0) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }

  /// Notes what was read since `start` as a token.
  mutating func emit(_ kind: HighlightSpan.Kind, from start: Int) {
    spans.add(kind, start..<index)
  }
}
