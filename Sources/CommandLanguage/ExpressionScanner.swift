/// Walks over Python text and knows what is inside of quotes or brackets, and where an expression can end.
struct ExpressionScanner {
  /// A word outside of quotes and brackets, with blanks, or the ends of the text, on both sides.
  struct Word: Equatable {
    let text: Substring
    var range: Range<String.Index> { text.startIndex..<text.endIndex }
  }

  private var quote: Character?
  private var isTriple = false
  private var depth = 0

  /// The words of a text that stand outside of quotes and brackets as a whole.
  static func topLevelWords(of text: String) -> [Word] {
    var words: [Word] = []
    var scanner = ExpressionScanner()
    var start: String.Index?
    var isPlain = true
    var index = text.startIndex
    while index < text.endIndex {
      let wasInside = scanner.isInside
      if text[index].isWhitespace, !wasInside {
        if let begin = start, isPlain { words.append(Word(text: text[begin..<index])) }
        start = nil
        isPlain = true
        index = text.index(after: index)
        continue
      }
      if start == nil { start = index }
      index = scanner.step(over: text, at: index)
      if wasInside || scanner.isInside { isPlain = false }
    }
    if let begin = start, isPlain { words.append(Word(text: text[begin...])) }
    return words
  }

  /// The first place outside of quotes and brackets that a test is true for.
  static func firstTopLevel(in text: String, where test: (String.Index) -> Bool) -> String.Index? {
    var scanner = ExpressionScanner()
    var index = text.startIndex
    while index < text.endIndex {
      if !scanner.isInside, test(index) { return index }
      index = scanner.step(over: text, at: index)
    }
    return nil
  }

  /// Whether an expression could end here: there is one, and no operator waits for its right side.
  static func canEnd(_ text: some StringProtocol) -> Bool {
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return false }
    if "=+-*/%&|^~<>!(,:@".contains(text[end]) { return false }
    let ended = text[...end]
    let start = ended.lastIndex { !($0.isLetter || $0.isNumber || $0 == "_") }
    let word = start.map { ended[ended.index(after: $0)...] } ?? ended
    return !operatorWords.contains(String(word))
  }

  private static let operatorWords: Set = [
    "and", "or", "not", "in", "is", "if", "else", "lambda", "await", "yield", "for",
  ]

  private var isInside: Bool { quote != nil || depth > 0 }

  /// Takes in the character there (with what belongs to it: an escape, a triple quote) and returns the place after it.
  private mutating func step(over text: String, at index: String.Index) -> String.Index {
    let character = text[index]
    let next = text.index(after: index)
    if let open = quote { return stepInString(open, over: text, at: index, next: next) }
    switch character {
    case "\"", "'":
      isTriple = text[index...].hasPrefix(String(repeating: character, count: 3))
      quote = character
      return isTriple ? text.index(index, offsetBy: 3) : next
    case "(", "[", "{": depth += 1
    case ")", "]", "}": depth = max(0, depth - 1)
    default: break
    }
    return next
  }

  private mutating func stepInString(
    _ open: Character, over text: String, at index: String.Index, next: String.Index
  ) -> String.Index {
    if text[index] == "\\" { return next < text.endIndex ? text.index(after: next) : next }
    guard text[index] == open else { return next }
    if isTriple {
      guard text[index...].hasPrefix(String(repeating: open, count: 3)) else { return next }
      quote = nil
      return text.index(index, offsetBy: 3)
    }
    quote = nil
    return next
  }
}
