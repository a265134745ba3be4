/// A line while it is being written.
struct AnsiLine: Equatable, Sendable {
  private struct Cell: Equatable {
    let character: Character
    let style: AnsiStyle
  }

  private var written: [AnsiRun] = []
  /// One for each character, once the cursor has gone back; an ordinary line is never taken apart.
  private var cells: [Cell]?
  /// The character that is written over next; `nil` before the cursor has gone back at all.
  private var cursor: Int?
  /// UTF-8 bytes, or characters where the cursor has gone back.
  private(set) var length = 0

  var isEmpty: Bool { length == 0 }

  var runs: [AnsiRun] {
    guard let cells else { return written }
    var runs: [AnsiRun] = []
    for cell in cells { Self.append(String(cell.character), cell.style, to: &runs) }
    return runs
  }

  mutating func write(_ run: AnsiRun) {
    guard let cursor else {
      Self.append(run.text, run.style, to: &written)
      length += run.text.utf8.count
      return
    }
    overwrite(run, from: cursor)
  }

  /// Only moves: most often a newline follows, and then there is nothing to write over.
  mutating func carriageReturn() { cursor = 0 }

  mutating func backspace() {
    let end = takenApart().count
    cursor = max(0, (cursor ?? end) - 1)
  }

  /// Columns farther to the right than this are not gone to.
  private static let farthest = 4096

  mutating func go(to column: Int) {
    _ = takenApart()
    cursor = max(0, min(column, Self.farthest))
  }

  mutating func move(by columns: Int) {
    let end = takenApart().count
    go(to: min(cursor ?? end, Self.farthest) + max(-Self.farthest, min(columns, Self.farthest)))
  }

  mutating func erase(_ part: AnsiPiece.Erasure) {
    var cells = takenApart()
    let place = cursor ?? cells.count
    let blank = Cell(character: " ", style: AnsiStyle())
    switch part {
    case .toEnd: cells.removeSubrange(min(place, cells.count)...)
    case .toStart: for index in cells.indices where index <= place { cells[index] = blank }
    case .all: cells = []
    }
    self.cells = cells
    cursor = place
    length = cells.count
  }

  private mutating func overwrite(_ run: AnsiRun, from start: Int) {
    var cells = takenApart()
    self.cells = nil
    var cursor = start
    while cells.count < start { cells.append(Cell(character: " ", style: AnsiStyle())) }
    for character in run.text {
      let cell = Cell(character: character, style: run.style)
      if cursor < cells.count { cells[cursor] = cell } else { cells.append(cell) }
      cursor += 1
    }
    self.cursor = cursor
    length = cells.count
    self.cells = cells
  }

  private mutating func takenApart() -> [Cell] {
    if let cells { return cells }
    let all = written.flatMap { run in run.text.map { Cell(character: $0, style: run.style) } }
    cells = all
    written = []
    length = all.count
    return all
  }

  private static func append(_ text: String, _ style: AnsiStyle, to runs: inout [AnsiRun]) {
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(AnsiRun(text: text, style: style))
    }
  }
}
