/// The dotted name that ends a text, as completion takes it.
public enum DottedName {
  /// `o.na` of `1 + o.na`, `data[0].x` of `f(data[0].x`; empty where no name ends there.
  public static func last(of text: String) -> String {
    var start = text.endIndex
    var depth = 0
    while start > text.startIndex {
      let before = text.index(before: start)
      let character = text[before]
      if character == "]" { depth += 1 }
      if character == "[" { depth -= 1 }
      if depth < 0 { break }
      guard depth > 0 || character == "[" || isPart(character) else { break }
      if depth > 0, character.isWhitespace { break }
      start = before
    }
    return depth > 0 ? "" : String(text[start...])
  }

  /// The part behind the last dot, which is what a completion replaces.
  public static func member(of name: String) -> String {
    String(name[(name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.startIndex)...])
  }

  private static func isPart(_ character: Character) -> Bool {
    character == "_" || character == "." || character.isLetter || character.isNumber
  }
}
