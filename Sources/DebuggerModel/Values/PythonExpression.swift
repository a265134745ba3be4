/// Faults of a Python expression that can be seen without a Python.
public enum PythonExpression {
  /// Returns the fault in words; `nil` where none is seen.
  public static func problem(in text: String) -> String? {
    // From 3.12 on a formatted text may have its own quotes inside.
    if ["f\"", "f'", "F\"", "F'"].contains(where: text.contains) { return nil }
    var open: [Character] = []
    var rest = text[...]
    var last: Character?
    while let character = rest.popFirst() {
      switch character {
      case "'", "\"":
        guard skipText(quote: character, &rest) else { return "a text in it has no end" }
      case "(", "[", "{": open.append(character)
      case ")", "]", "}":
        guard let opening = open.popLast() else { return "\(character) closes nothing" }
        guard closing(of: opening) == character else { return "\(opening) is closed by \(character)" }
      case "=" where open.isEmpty:
        if rest.first == "=" {
          rest = rest.dropFirst()
        } else if let last, !"=<>!:".contains(last), !text.contains("lambda") {
          return "= sets a value; == compares"
        }
      case "#": rest = ""
      default: break
      }
      if !character.isWhitespace { last = character }
    }
    if let opening = open.last { return "\(opening) is not closed" }
    let words = text.split(whereSeparator: \.isWhitespace)
    if let word = words.last, ["and", "or", "not", "in", "is", "if", "else"].contains(word) {
      return "something is missing after \(word)"
    }
    if text.hasSuffix("...") { return nil }
    return last.map { "+-*/%<>=!&|^~,.".contains($0) && $0 != "," ? "something is missing after \($0)" : nil } ?? nil
  }

  private static func closing(of opening: Character) -> Character {
    switch opening {
    case "(": ")"
    case "[": "]"
    default: "}"
    }
  }

  /// - Returns: whether the text has an end.
  private static func skipText(quote: Character, _ rest: inout Substring) -> Bool {
    let isTriple = rest.first == quote && rest.dropFirst().first == quote
    if isTriple { rest = rest.dropFirst(2) }
    while let character = rest.popFirst() {
      if character == "\\" {
        rest = rest.dropFirst()
      } else if character == quote {
        guard isTriple else { return true }
        if rest.first == quote, rest.dropFirst().first == quote {
          rest = rest.dropFirst(2)
          return true
        }
      }
    }
    return false
  }
}
