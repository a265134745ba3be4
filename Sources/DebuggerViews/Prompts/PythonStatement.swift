/// Tells statements, which are executed, from expressions, which have a value.
enum PythonStatement {
  private static let words: Set<Substring> = [
    "import", "from", "del", "assert", "raise", "global", "nonlocal", "pass", "return", "for", "while", "if", "with",
    "try", "def", "class", "async",
  ]

  /// A keyword that begins a statement, or an assignment outside of brackets and quotes.
  static func isStatement(_ text: String) -> Bool {
    let text = text.drop(while: \.isWhitespace)
    if words.contains(text.prefix { $0.isLetter }), !isCall(text) { return true }
    return hasAssignment(text)
  }

  private static func isCall(_ text: Substring) -> Bool {
    let rest = text.drop { $0.isLetter }
    return rest.first == "_" || rest.first?.isNumber == true
  }

  private static func hasAssignment(_ text: Substring) -> Bool {
    var depth = 0
    var quote: Character?
    var before: Character = " "
    for (character, next) in zip(text, text.dropFirst() + " ") {
      defer { before = character }
      if let open = quote {
        if character == open, before != "\\" { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([{".contains(character) {
        depth += 1
      } else if ")]}".contains(character) {
        depth -= 1
      } else if character == "=", depth == 0, next != "=", !"=!<>:".contains(before) || isShift(before, text) {
        return !text.hasPrefix("lambda")
      }
    }
    return false
  }

  /// `<<=` and `>>=` assign, `<=` and `>=` compare.
  private static func isShift(_ before: Character, _ text: Substring) -> Bool {
    (before == "<" && text.contains("<<=")) || (before == ">" && text.contains(">>="))
  }
}
