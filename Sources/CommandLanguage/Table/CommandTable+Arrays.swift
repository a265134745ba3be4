import DebuggerModel

extension CommandTable {
  static let arrays: [CommandEntry] = [
    CommandEntry(
      "array", [], "EXPR [R:R, C:C]", "Show a part of an array, a table or a nested list as rows and columns",
      detail: """
        `array matrix 0:50, 10:20` shows rows 0 to 49 and columns 10 to 19; the columns, or both, can be left out.
        """,
      section: .values, parse: array)
  ]

  @Sendable private static func array(_ arguments: CommandArguments) throws(CommandError) -> Command {
    let text = try arguments.required()
    for blank in text.indices.filter({ text[$0].isWhitespace }) {
      guard let part = try part(text[blank...].trimmed, arguments) else { continue }
      return .debugger(.array(text[..<blank].trimmed, part))
    }
    return .debugger(.array(text, .beginning))
  }

  /// The part that a text names, in brackets or without; `nil` where it is part of an expression instead.
  private static func part(
    _ text: String, _ arguments: CommandArguments
  ) throws(CommandError) -> ArrayWindow.Part? {
    var inner = Substring(text)
    if inner.first == "[", inner.last == "]" { inner = inner.dropFirst().dropLast() }
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.compactMap { bounds(Substring($0.trimmed)) }
    guard (1...2).contains(parts.count), ranges.count == parts.count, let rows = ranges.first else { return nil }
    guard ranges.allSatisfy({ $0.from <= $0.to }) else {
      throw arguments.bad(text, expected: "ranges (FROM is not after TO)")
    }
    let columns = ranges.dropFirst().first.map { $0.from..<$0.to } ?? ArrayWindow.Part.beginning.columns
    return ArrayWindow.Part(rows: rows.from..<rows.to, columns: columns)
  }
}
