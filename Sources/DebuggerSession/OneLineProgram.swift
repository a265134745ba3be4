/// A Python program as the inside of a string literal, on one line: the text is put together once, and sent to each of
/// hundreds of processes.
struct OneLineProgram: ExpressibleByStringLiteral {
  /// What stands between the quotes. The program has neither `"` nor a backslash, so line ends are all that is escaped.
  let literal: String

  init(_ text: String) {
    literal = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }

  init(stringLiteral text: String) { self.init(text) }
}
