extension PythonHighlighter {
  /// Reads a name, a keyword, or the prefix of a string.
  mutating func readWord() {
    let start = index
    while Self.isNamePart(peek()) { index += 1 }
    let expected = expectation
    expectation = .anything
    if Self.isQuote(peek()), Self.isStringPrefix(bytes[start..<index]) { return openString(from: start) }
    if expected == .definition { emit(.definition, from: start) } else { readWord(from: start, expected) }
  }

  private mutating func readWord(from start: Int, _ expected: Expectation) {
    guard index - start <= Self.longestKnown else { return }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if expected == .statement, isSoftKeyword(word) {
      emit(.keyword, from: start)
      if word == "type" { expectation = .definition }
    } else if let kind = Self.kinds[word], kind == .keyword || expected != .attribute,
      kind != .builtin || !isArgumentName
    {
      emit(kind, from: start)
      if Self.definers.contains(word) { beginDefinition(at: start) }
    }
  }

  /// A definition at the left margin is in no bracket: so a missing one does no harm beyond it.
  private mutating func beginDefinition(at start: Int) {
    expectation = .definition
    if start == 0, contexts.isEmpty { depth = 0 }
  }

  /// `type=` in a call or in parameters.
  private var isArgumentName: Bool {
    guard depth > 0 || !contexts.isEmpty else { return false }
    let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") }
    return rest.first == UInt8(ascii: "=") && rest.dropFirst().first != UInt8(ascii: "=")
  }

  private static func isStringPrefix(_ word: ArraySlice<UInt8>) -> Bool {
    switch String(decoding: word.prefix(3), as: UTF8.self).lowercased() {
    case "r", "b", "u", "f", "t", "rb", "br", "ur", "rf", "fr", "rt", "tr": true
    default: false
    }
  }

  static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// A part of a name or of a number; all that is not ASCII is taken for letters.
  static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }

  static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"): true
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "&"): true
    case UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "`"): true
    default: false
    }
  }
}
