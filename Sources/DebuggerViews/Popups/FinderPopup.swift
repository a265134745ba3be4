import CommandLanguage
import DebuggerModel
import TerminalGrid

/// Finds files and functions by parts of their names while they are typed.
struct FinderPopup: Equatable, Sendable {
  var editor: LineEditor
  private(set) var matches: [ProjectIndex.Match] = []
  private(set) var cursor = ListCursor()
  /// How many files and definitions there are to choose from; `nil` before they are listed.
  private(set) var total: Int?
  private var isComplete = false
  private var height = 1
  /// What the matches are those of.
  private var shownQuery: String?

  /// More are never looked at: the query is made longer instead.
  private static let mostMatches = 500

  init(_ query: String = "") { editor = LineEditor(query) }

  /// What is looked for, without a line number at its end.
  var query: String { Self.split(editor.text).query }

  /// The line that was typed behind a colon.
  var line: Int? { Self.split(editor.text).line }

  var chosen: ProjectIndex.Entry? { matches.indices.contains(cursor.index) ? matches[cursor.index].entry : nil }

  private static func split(_ text: String) -> (query: String, line: Int?) {
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    let number = text[text.index(after: colon)...]
    guard let line = LineNumber.read(number) else {
      return number.isEmpty ? (String(text[..<colon]), nil) : (text, nil)
    }
    return (String(text[..<colon]), line)
  }

  /// Looks anew where the query or the index has changed.
  mutating func update(_ index: ProjectIndex?, recent: [String], force: Bool = false) {
    guard let index else { return }
    let isSame = shownQuery == query && total == index.entries.count && isComplete == index.isComplete
    guard force || !isSame else { return }
    let wasComplete = isComplete
    let kept = chosen
    let isNewQuery = shownQuery != query
    total = index.entries.count
    isComplete = index.isComplete
    shownQuery = query
    matches = query.isEmpty ? Self.recentFirst(index, recent) : index.matches(query, limit: Self.mostMatches)
    // Definitions that come later don't move the cursor away from what is being looked at.
    let place = isNewQuery || wasComplete ? 0 : matches.firstIndex { $0.entry == kept } ?? 0
    cursor = ListCursor()
    cursor.place(place, count: matches.count, height: height)
  }

  private static func recentFirst(_ index: ProjectIndex, _ recent: [String]) -> [ProjectIndex.Match] {
    let wanted = Set(recent)
    let files = index.entries.lazy.filter { $0.line == nil }
    let known = Dictionary(
      files.filter { wanted.contains($0.file) }.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    let first = recent.compactMap { known[$0] }
    let rest = files.filter { known[$0.file] == nil }
    return (first + rest.prefix(mostMatches)).map { ProjectIndex.Match($0) }
  }

  mutating func move(_ movement: ViewCommand.Movement) {
    _ = cursor.move(movement, count: matches.count, height: height)
  }

  /// Puts the cursor on a row of the list.
  /// - Returns: whether there is something.
  mutating func choose(row: Int) -> Bool {
    let index = cursor.window(count: matches.count, height: height).lowerBound + row
    guard row >= 0, matches.indices.contains(index) else { return false }
    cursor.place(index, count: matches.count, height: height)
    return true
  }

  mutating func resize(to screen: Size) {
    height = max(1, list(on: screen).height)
    cursor.place(cursor.index, count: matches.count, height: height)
  }

  func rect(on screen: Size) -> Rect {
    let room = screen.rect.inset(top: 1, bottom: 1)
    let width = min(110, room.width - (screen.width > 80 ? 8 : 0))
    return room.centered(Size(width: width, height: min(room.height, max(10, room.height * 2 / 3))))
  }

  /// Where the matches are.
  func list(on screen: Size) -> Rect { PopupFrame.inner(of: rect(on: screen)).inset(top: 1) }

  static let hints = HintLine([
    .init(key: "Esc", label: "close"), .init(key: "Enter", label: "open"), .init(key: "Down", label: "next"),
    .init(key: "Up", label: "previous"), .init(key: ":LINE", label: "at a line"),
    .init(key: "@NAME", label: "functions"),
  ])

  // MARK: Drawing

  /// - Returns: where the terminal's cursor belongs.
  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) -> Point {
    let area = rect(on: screen)
    let inner = PopupFrame.inner(of: area)
    let remark =
      total == nil
      ? "listing the project" : "\(matches.count) of \(total ?? 0)\(isComplete ? "" : ", looking for functions")"
    PopupFrame.draw(area, title: "Open a file or a function", remark: remark, on: &grid, glyphs: glyphs)
    let point = drawField(in: inner.row(0), on: &grid)
    let list = list(on: screen)
    let window = cursor.window(count: matches.count, height: list.height)
    for (row, index) in window.enumerated() {
      draw(matches[index], in: list.row(row), on: &grid)
      if index == cursor.index { grid.mark(.selection, over: list.row(row)) }
    }
    if matches.isEmpty, total != nil {
      let text = query.isEmpty ? "no files" : "nothing has these letters in this order"
      _ = grid.put(text, at: list.origin, in: list.row(0), style: Style(.dim, on: .popup))
    }
    return point
  }

  private func drawField(in row: Rect, on grid: inout Grid) -> Point {
    grid.fill(row, style: Style(.prompt))
    let used = grid.put("> ", at: row.origin, in: row, style: Style(.hintKey, on: .prompt))
    let field = row.split(columnsFromLeft: used).right
    let before = DisplayWidth.of(editor.textBeforeCursor)
    let scrolled = max(0, before - max(0, field.width - 1))
    _ = grid.put(editor.text, at: Point(x: field.x - scrolled, y: row.y), in: field, style: Style(.prompt))
    return Point(x: min(field.x + before - scrolled, max(row.x, row.maxX - 1)), y: row.y)
  }

  private func draw(_ match: ProjectIndex.Match, in row: Rect, on grid: inout Grid) {
    var room = row
    if let line = match.entry.line {
      let place = RowText.cut(" \(match.entry.file):\(line)", to: row.width / 2)
      let width = DisplayWidth.of(place)
      _ = grid.put(
        place, at: Point(x: row.maxX - width, y: row.y), in: row, style: Style(.dim, on: .popup))
      room = Rect(x: row.x, y: row.y, width: row.width - width, height: 1)
    }
    let name = match.entry.name
    // A long path keeps its end, which tells it from its neighbours.
    let hidden = max(0, DisplayWidth.of(name) - room.width)
    _ = grid.put(name, at: Point(x: room.x - hidden, y: room.y), in: room, style: Style(.popup))
    for byte in match.bytes {
      let place = name.utf8.index(name.utf8.startIndex, offsetBy: byte)
      guard place.samePosition(in: name.unicodeScalars) != nil else { continue }
      let x = room.x - hidden + DisplayWidth.of(String(name[..<place]))
      grid.mark(.searchHit, over: Rect(x: x, y: room.y, width: 1, height: 1).intersection(room))
    }
  }
}
