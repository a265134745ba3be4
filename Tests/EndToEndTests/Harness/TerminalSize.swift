import Testing

/// Columns and rows of a terminal.
struct TerminalSize: CustomTestStringConvertible, Sendable {
  let columns: Int
  let rows: Int

  static let small = Self(columns: 80, rows: 24)
  static let usual = Self(columns: 120, rows: 40)
  static let large = Self(columns: 200, rows: 60)

  var testDescription: String { "\(columns)x\(rows)" }
}
