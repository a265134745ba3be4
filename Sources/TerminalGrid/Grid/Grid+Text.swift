/// The grid as text, for tests and for saving the display.
extension Grid {
  /// The characters of each row; wide ones once, blanks at the ends of rows left out.
  public func lines() -> [String] { (0..<size.height).map { Self.trimmed(row($0).map(\.text).joined()) } }

  /// The same as one text, with a line end after each row.
  public func text() -> String { lines().map { $0 + "\n" }.joined() }

  /// The characters of a rectangle.
  public func text(in area: Rect) -> String {
    let visible = area.intersection(rect)
    let rows = visible.rows.map { y in visible.columns.map { self[$0, y].text }.joined() }
    return rows.map { Self.trimmed($0) + "\n" }.joined()
  }

  /// `Role.letter` of each cell, both halves of a wide character too; plain blanks are blanks, cut at the ends of rows.
  public func roleLetters() -> String {
    (0..<size.height).map { Self.trimmed(String(row($0).map(Self.letter))) + "\n" }.joined()
  }

  /// The same for what lies behind: `Style.backdrop`.
  public func backdropLetters() -> String {
    (0..<size.height).map { y in
      Self.trimmed(String(row(y).map { $0.style.backdrop == .text ? " " : $0.style.backdrop.letter })) + "\n"
    }.joined()
  }

  private static func letter(_ cell: Cell) -> Character {
    let isBlank = cell.base == " " && cell.width == 1
    return isBlank && cell.style.role == .text ? " " : cell.style.role.letter
  }

  private static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
