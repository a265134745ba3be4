/// Finds the tokens of Django's and Jinja2's templates, and those of the markup around them.
struct TemplateHighlighter: LineHighlighter {
  /// What has begun and may go on in the next line.
  private enum Region: Equatable {
    case text
    /// `{# … #}`
    case comment
    /// `<!-- … -->`
    case markupComment
    /// `{% … %}`; its first word is still to come.
    case tag(isNew: Bool)
    /// `{{ … }}`
    case expression
    /// `<p …>`
    case element
    /// A value of an attribute, in the quotes that it began with.
    case attribute(UInt8)
  }

  private var region = Region.text
  /// Where it goes on behind a tag, an expression or a comment.
  private var outer = Region.text
  private var bytes: [UInt8] = []
  private var index = 0
  private var spans: [HighlightSpan] = []

  mutating func highlight(_ line: String) -> [HighlightSpan] {
    bytes = Array(line.utf8)
    index = 0
    spans = []
    while index < bytes.count { readToken() }
    return spans
  }

  private mutating func readToken() {
    switch region {
    case .text, .element, .attribute: readMarkup()
    case .comment: readComment(until: "#}")
    case .markupComment: readComment(until: "-->")
    case .tag(let isNew): readCode(until: "%}", isNew: isNew)
    case .expression: readCode(until: "}}", isNew: false)
    }
  }

  // MARK: Markup

  private mutating func readMarkup() {
    let start = index
    if begin("{#", .comment) { return index -= 2 }
    if begin("{%", .tag(isNew: true)) || begin("{{", .expression) {
      if bytes.indices.contains(index), Self.trims.contains(bytes[index]) { index += 1 }
      return emit(.decorator, from: start)
    }
    switch region {
    case .attribute(let quote): readAttribute(quote)
    case .element: readElement()
    default: readText()
    }
  }

  private mutating func begin(_ mark: String, _ next: Region) -> Bool {
    guard starts(with: mark) else { return false }
    outer = region
    region = next
    index += mark.utf8.count
    return true
  }

  private mutating func readText() {
    let start = index
    if starts(with: "<!--") {
      outer = .text
      region = .markupComment
      return
    }
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
      index += 1
      return
    }
    index += bytes[index + 1] == UInt8(ascii: "/") ? 2 : 1
    guard index < bytes.count, Self.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "!") else { return }
    index = end(from: index + 1) { Self.isNamePart($0) || $0 == UInt8(ascii: "-") }
    emit(.keyword, from: start)
    region = .element
  }

  private mutating func readElement() {
    let start = index
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: ">"):
      emit(.keyword, from: start)
      region = .text
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      emit(.string, from: start)
      region = .attribute(byte)
    default: break
    }
  }

  private mutating func readAttribute(_ quote: UInt8) {
    let start = index
    let closes = bytes[index] == quote
    index += 1
    emit(.string, from: start)
    if closes { region = .element }
  }

  private mutating func readComment(until mark: String) {
    let start = index
    while index < bytes.count, !starts(with: mark) { index += 1 }
    if index < bytes.count {
      index += mark.utf8.count
      region = outer
    }
    emit(.comment, from: start)
  }

  // MARK: Tags and expressions

  private mutating func readCode(until mark: String, isNew: Bool) {
    let start = index
    let byte = bytes[index]
    if starts(with: mark) || Self.trims.contains(byte) && starts(with: mark, ahead: 1) {
      index += starts(with: mark) ? 2 : 3
      emit(.decorator, from: start)
      region = outer
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      index = min(bytes.count, end(from: index + 1) { $0 != byte } + 1)
      emit(.string, from: start)
    } else if Self.isDigit(byte) {
      index = end(from: index + 1) { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
      emit(.number, from: start)
    } else if Self.isNamePart(byte) {
      readWord(isNew)
    } else {
      index += 1
    }
  }

  private mutating func readWord(_ isFirst: Bool) {
    let start = index
    let isAttribute = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    index = end(from: index + 1, while: Self.isNamePart)
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let before = bytes[..<start].last { $0 != UInt8(ascii: " ") }
    if isFirst {
      region = .tag(isNew: false)
      emit(.keyword, from: start)
    } else if Self.words.contains(word), !isAttribute {
      emit(.keyword, from: start)
    } else if before == UInt8(ascii: "|") {
      // A filter.
      emit(.builtin, from: start)
    }
  }

  private static let words: Set<String> = [
    "and", "as", "by", "else", "if", "ignore", "import", "in", "is", "missing", "not", "only", "or", "recursive",
    "with",
    "without", "context", "True", "False", "None", "true", "false", "none",
  ]

  /// `{%- … -%}`, `{%+ … %}`: what they do with blanks around them is Jinja2's.
  private static let trims: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "+")]

  // MARK: Bytes

  private func starts(with mark: String, ahead: Int = 0) -> Bool {
    bytes[min(bytes.count, index + ahead)...].starts(with: mark.utf8)
  }

  private func end(from start: Int, while isPart: (UInt8) -> Bool) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Notes what was read since `start` as a token.
  private mutating func emit(_ kind: HighlightSpan.Kind, from start: Int) {
    spans.add(kind, start..<index)
  }
}
