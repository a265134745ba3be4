import DebuggerModel
import TerminalGrid

extension ConsolePane {
  /// What stands in the first row of the window: a line, and how many of its rows are above.
  struct Start: Equatable {
    var line: Int
    var skipped = 0
  }

  /// Looks at no more lines than the window has rows.
  func start(in size: Size) -> Start {
    if follows { return start(endingWith: log.end - 1, size) }
    if cursor <= top { return Start(line: cursor) }
    var rows = 0
    for number in top...cursor {
      rows += self.rows(of: number, width: size.width).count
      if rows > size.height { return start(endingWith: cursor, size) }
    }
    return Start(line: top)
  }

  /// The window that has the end of a line in its last row.
  private func start(endingWith last: Int, _ size: Size) -> Start {
    var free = size.height
    var number = last
    while number >= log.dropped {
      let count = rows(of: number, width: size.width).count
      if count >= free { return Start(line: number, skipped: count - free) }
      free -= count
      number -= 1
    }
    return Start(line: log.dropped)
  }

  /// The line that a row of the window shows.
  func line(atRow row: Int, in size: Size) -> Int? {
    let start = start(in: size)
    var free = row + start.skipped
    for number in start.line..<max(start.line, log.end) {
      let count = rows(of: number, width: size.width).count
      if free < count { return number }
      free -= count
    }
    return nil
  }

  func draw(in rect: Rect, on grid: inout Grid, _ context: PaneContext) {
    guard rect.height > 0, rect.width > 1, log.end > log.dropped else { return }
    let start = start(in: rect.size)
    var row = -start.skipped
    var number = start.line
    while row < rect.height, number < log.end {
      let isMarked = marked?.contains(number) == true
      let isCursor = isMarked || context.isFocused && !follows && number == cursor
      let isWarning = log[number]?.category == .warning
      for pieces in rows(of: number, width: rect.width) {
        if row >= 0, row < rect.height { draw(pieces, in: rect.row(row), on: &grid, isCursor: isCursor) }
        if isWarning, row >= 0, row < rect.height { mark(rect.row(row), on: &grid, context.glyphs) }
        row += 1
      }
      number += 1
    }
  }

  private func draw(_ pieces: [ConsoleWrap.Piece], in row: Rect, on grid: inout Grid, isCursor: Bool) {
    var x = row.x + 1
    for piece in pieces {
      x += grid.put(piece.text, at: Point(x: x, y: row.y), in: row, style: piece.style)
    }
    if isCursor { grid.lay(.selection, behind: row) }
    markHits(in: pieces.map(\.text).joined(), row, on: &grid)
  }

  private func mark(_ row: Rect, on grid: inout Grid, _ glyphs: Glyphs) {
    grid.put(glyphs.warning, at: row.origin, in: row, style: Style(.warning))
  }

  private func markHits(in text: String, _ row: Rect, on grid: inout Grid) {
    guard let search else { return }
    for hit in search.ranges(in: text) {
      let before = DisplayWidth.of(String(decoding: text.utf8.prefix(hit.lowerBound), as: UTF8.self))
      let columns = DisplayWidth.of(search.text)
      grid.mark(.searchHit, over: Rect(x: row.x + 1 + before, y: row.y, width: columns, height: 1).intersection(row))
    }
  }
}
