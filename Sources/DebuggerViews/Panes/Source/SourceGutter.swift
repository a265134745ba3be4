import TerminalGrid

/// The columns at the left of the source: a breakpoint's mark, the number of the line, the execution mark.
struct SourceGutter: Equatable, Sendable {
  let digits: Int
  /// Columns in front of the text. Six up to line 9,999, so that 80 columns leave 74 for the text.
  let width: Int

  /// - Parameter lines: how many lines the file has.
  init(lines: Int) {
    digits = max(2, String(max(1, lines)).count)
    width = max(6, 2 + digits)
  }

  /// Where the execution mark goes.
  var markColumn: Int { digits < 4 ? 2 + digits : 1 + digits }

  func draw(
    line number: Int, _ mark: BreakpointMark?, _ execution: (glyph: String, role: Role)?, in row: Rect,
    on grid: inout Grid
  ) {
    if let mark { grid.put(mark.glyph, at: row.origin, in: row, style: Style(mark.role)) }
    let text = String(number)
    let x = row.x + 1 + max(0, digits - text.count)
    grid.put(text, at: Point(x: x, y: row.y), in: row, style: Style(.gutter))
    guard let execution else { return }
    let point = Point(x: row.x + markColumn, y: row.y)
    grid.put(execution.glyph, at: point, in: row, style: Style(execution.role))
  }
}
