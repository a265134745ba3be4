import DebuggerModel

extension CommandArguments {
  /// `LINE`, `FILE:LINE` or `FUNCTION`. The last colon counts, so that `C:\x\y.py:12` is a file and a line.
  func place(_ text: String) throws(CommandError) -> PlaceText {
    if text.allSatisfy(\.isASCIIDigit) { return .line(file: nil, line: try line(text)) }
    if let colon = text.lastIndex(of: ":"), let file = Self.unquoted(text[..<colon]) {
      let digits = text[text.index(after: colon)...].trimmed
      if !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) { return .line(file: file, line: try line(digits)) }
    }
    guard Self.isFunctionName(text) else {
      throw bad(text, expected: "a line, FILE:LINE or the name of a function" + Self.hint(for: text))
    }
    guard !text.hasSuffix(".py") else { throw bad(text, expected: "a function; for a file write \(text):LINE") }
    return .function(text)
  }

  /// The right form of `work.py 20` and of `work.py:20 i > 3`.
  private static func hint(for text: String) -> String {
    guard let blank = text.firstIndex(where: \.isWhitespace) else { return "" }
    let (first, rest) = (text[..<blank], text[blank...].trimmed)
    if first.hasSuffix(".py"), let line = rest.split(whereSeparator: { $0.isWhitespace || $0 == "," }).first,
      line.allSatisfy(\.isASCIIDigit)
    {
      return "; write \(first):\(line)"
    }
    let parts = first.split(separator: ":")
    guard let line = parts.last, line.allSatisfy(\.isASCIIDigit) else { return "" }
    return "; a condition comes after a comma: \(first), \(rest)"
  }

  private func line(_ digits: String) throws(CommandError) -> Int {
    guard let line = LineNumber.read(digits) else {
      let isTooLarge = digits.contains { $0 != "0" }
      throw bad(
        digits, expected: isTooLarge ? "a line (\(LineNumber.all.upperBound) at most)" : "a line (they count from 1)")
    }
    return line
  }

  /// Quotes around a file name with blanks are allowed, not needed.
  private static func unquoted(_ text: Substring) -> String? {
    var file = text.trimmed
    if file.count > 1, let quote = file.first, quote == "\"" || quote == "'", file.last == quote {
      file = String(file.dropFirst().dropLast())
    }
    return file.isEmpty ? nil : file
  }

  /// A dotted Python name: `main`, `Shop.total`.
  private static func isFunctionName(_ text: String) -> Bool {
    guard !["if", "hit", "log", "once", "thread", "all", "off"].contains(text) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.first, first.isLetter || first == "_" else { return false }
      return part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
