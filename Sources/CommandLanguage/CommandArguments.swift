import DebuggerModel

/// What follows the name of a command, without the blanks around it, and the readings that commands share.
struct CommandArguments: Sendable {
  let text: String
  /// The form of the command, for error messages.
  let usage: String

  init(_ text: some StringProtocol, usage: String) {
    self.text = text.trimmed
    self.usage = usage
  }

  var isEmpty: Bool { text.isEmpty }

  var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// For commands that take nothing.
  func none() throws(CommandError) {
    guard isEmpty else { throw .unexpectedArgument(text, usage: usage) }
  }

  /// The whole text, which has to be there: expressions, statements, paths.
  func required() throws(CommandError) -> String {
    guard !isEmpty else { throw missing(firstOfForm) }
    return text
  }

  /// The first word, which has to be there, and the rest.
  func firstWord() throws(CommandError) -> (word: String, rest: String) {
    let text = try required()
    let word = text.prefix { !$0.isWhitespace }
    return (String(word), text[word.endIndex...].trimmed)
  }

  /// Nothing, or one of the words given.
  func optionalWord(of words: [String]) throws(CommandError) -> String? {
    if isEmpty { return nil }
    guard words.contains(text) else { throw bad(text, expected: words.joined(separator: " or ")) }
    return text
  }

  /// Nothing is counted that far: frames, lines, steps, and the numbers of breakpoints and processes.
  private static let largest = LineNumber.all.upperBound

  /// The one whole number, which has to be there.
  func number(_ expected: String) throws(CommandError) -> Int { try number(required(), expected) }

  func number(_ word: some StringProtocol, _ expected: String) throws(CommandError) -> Int {
    guard word.first?.isNumber == true, let number = Int(word), number <= Self.largest else {
      throw bad(word, expected: expected)
    }
    return number
  }

  /// The name that the form has for what comes first.
  private var firstOfForm: String {
    let form = usage.split(separator: " ").dropFirst().first.map { $0.filter { !"[]…".contains($0) } }
    return form ?? "something"
  }

  /// - Parameter what: as the form names it, or in words.
  func missing(_ what: String) -> CommandError { .missingArgument(what, usage: usage) }

  func bad(_ argument: some StringProtocol, expected: String) -> CommandError {
    .badArgument(String(argument), expected: expected, usage: usage)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let front = drop(while: \.isWhitespace)
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...last])
  }
}
