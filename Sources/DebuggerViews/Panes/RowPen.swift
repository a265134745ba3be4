import TerminalGrid

/// Writes pieces of text from left to right into one row of a rectangle.
struct RowPen {
  /// The row: one cell high.
  let rect: Rect
  let glyphs: Glyphs
  /// What lies behind the whole row: `.selection` under the cursor.
  let backdrop: Role
  /// The next column to write to, relative to the row.
  private(set) var column = 0
  private(set) var isCut = false

  /// - Parameter row: relative to the top of `rect`.
  init(row: Int, of rect: Rect, glyphs: Glyphs, on backdrop: Role = .text, in grid: inout Grid) {
    self.rect = rect.row(row)
    self.glyphs = glyphs
    self.backdrop = backdrop
    if backdrop != .text { grid.fill(self.rect, style: Style(.text, on: backdrop)) }
  }

  /// Columns left to the right end.
  var room: Int { max(0, rect.width - column) }

  mutating func put(_ text: String, _ role: Role = .text, _ modifiers: Modifiers = [], in grid: inout Grid) {
    put(text, style: Style(role, modifiers), in: &grid)
  }

  /// Text that doesn't fit is cut, and the cut is marked in the last column.
  mutating func put(_ text: String, style: Style, in grid: inout Grid) {
    guard !text.isEmpty, !isCut, rect.width > 0 else { return }
    let flat = RowText.flat(text, lineBreak: glyphs.lineBreak, atMost: room + 1)
    let columns = RowText.columns(of: flat, atMost: room + 1)
    _ = grid.put(flat, at: Point(x: rect.x + column, y: rect.y), in: rect, style: style.on(backdrop))
    isCut = columns > room
    column = min(column + columns, rect.width)
    if isCut { markCut(in: &grid) }
  }

  /// Goes on at a column, unless the text has come further already.
  mutating func skip(to column: Int) { self.column = min(max(self.column, column), rect.width) }

  /// Writes a text at the right end where it fits whole, with two columns of distance.
  mutating func putAtEnd(_ text: String, _ role: Role, in grid: inout Grid) {
    let columns = RowText.columns(of: text, atMost: room + 1)
    guard !isCut, columns > 0, columns + 2 <= room else { return }
    skip(to: rect.width - columns)
    put(text, role, in: &grid)
  }

  /// Says in the last column that the row goes on.
  func markCut(in grid: inout Grid) {
    let end = Point(x: rect.maxX - 1, y: rect.y)
    _ = grid.put(glyphs.cut, at: end, in: rect, style: Style(.dim, on: backdrop))
  }
}
