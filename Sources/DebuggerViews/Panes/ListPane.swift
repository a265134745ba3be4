import CommandLanguage
import DebuggerModel
import TerminalGrid

/// A pane that is a list: one row of the screen for each of its rows, with a cursor. What is the same for all of them is
/// done here.
protocol ListPane: PaneView {
  associatedtype Row: Sendable

  /// Made by `absorb`.
  var rows: [Row] { get }
  var cursor: ListCursor { get set }
  var size: Size { get set }

  /// Said where there are no rows.
  func placeholder(_ state: DebuggerState) -> String

  func draw(_ row: Row, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext)

  /// The row as text: searched, and copied where there is nothing better.
  func text(of row: Row) -> String

  /// What `handle` leaves over: everything but the movements of the cursor.
  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]?

  /// A click on a row that the cursor has been moved to already.
  mutating func clicked(_ row: Row, column: Int, _ context: PaneContext) -> [ViewAction]
}

extension ListPane {
  /// The row under the cursor.
  var current: Row? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }

  mutating func resize(to size: Size) {
    self.size = size
    cursor.place(cursor.index, count: rows.count, height: size.height)
  }

  mutating func place(_ row: Int) { cursor.place(row, count: rows.count, height: size.height) }

  func cursorPoint(in rect: Rect) -> Point? {
    let window = cursor.window(count: rows.count, height: rect.height)
    guard window.contains(cursor.index) else { return nil }
    return Point(x: rect.x, y: rect.y + cursor.index - window.lowerBound)
  }

  func draw(in rect: Rect, on grid: inout Grid, _ context: PaneContext) {
    guard !rows.isEmpty else {
      var pen = RowPen(row: 0, of: rect, glyphs: context.glyphs, in: &grid)
      pen.put(" " + placeholder(context.state), .dim, in: &grid)
      return
    }
    let window = cursor.window(count: rows.count, height: rect.height)
    for index in window {
      let backdrop: Role = context.isFocused && index == cursor.index ? .selection : .text
      var pen = RowPen(row: index - window.lowerBound, of: rect, glyphs: context.glyphs, on: backdrop, in: &grid)
      draw(rows[index], with: &pen, in: &grid, context)
    }
  }

  mutating func handle(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    size = context.size
    if case .move(let movement) = command, cursor.move(movement, count: rows.count, height: size.height) { return [] }
    return act(command, context)
  }

  mutating func click(column: Int, row: Int, _ context: PaneContext) -> [ViewAction] {
    size = context.size
    let window = cursor.window(count: rows.count, height: size.height)
    guard row >= 0, window.contains(window.lowerBound + row) else { return [] }
    place(window.lowerBound + row)
    return clicked(rows[cursor.index], column: column, context)
  }

  mutating func clicked(_ row: Row, column: Int, _ context: PaneContext) -> [ViewAction] { [] }

  mutating func find(_ text: String, backwards: Bool, _ context: PaneContext) -> SearchPlace? {
    size = context.size
    let search = TextSearch(text)
    let found = TextSearch.row(from: cursor.index, count: rows.count, backwards: backwards) {
      search.matches(self.text(of: rows[$0]))
    }
    guard let found else { return nil }
    place(found)
    return search.place(of: found, count: rows.count) { self.text(of: rows[$0]) }
  }
}
