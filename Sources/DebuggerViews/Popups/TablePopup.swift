import CommandLanguage
import DebuggerModel
import TerminalGrid

/// An array over the panes, as rows and columns: the header and the names of the rows stay, the cells are fetched part by
/// part as one scrolls.
struct TablePopup: Equatable, Sendable {
  let expression: String
  let frame: FrameKey
  private(set) var window: ArrayWindow
  /// What is under way; no second part is asked for before it is here.
  private(set) var requested: ArrayWindow.Part?
  private var answer: RequestToken
  /// The first row and the first column shown.
  private(set) var top = 0
  private(set) var left = 0
  private var room = Size.zero
  /// What the popup took at its widest, so that it does not jump as one scrolls.
  private var widest = 0

  init(_ array: ArrayAnswer) {
    expression = array.expression
    frame = array.frame
    window = array.window
    answer = array.token
    measure()
  }

  var title: String {
    let shape = "(" + window.shape.map(String.init).joined(separator: ", ") + ")"
    return "\(expression): "
      + [window.type, shape, window.elementType ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Parts

  /// Takes in another part of the same array.
  mutating func absorb(_ array: ArrayAnswer?) {
    guard let array, array.token != answer, array.expression == expression, array.frame == frame else { return }
    answer = array.token
    window = array.window
    requested = nil
    measure()
    clip()
  }

  /// The part to ask for: what is to be seen and something around it, where not all of what is to be seen is here.
  mutating func wanted() -> ArrayWindow.Part? {
    guard requested == nil, !hasRows || !hasColumns else { return nil }
    let width = min(columnRoom * 2, window.columnCount)
    let height = min(max(rowRoom, min(rowRoom * 3, 8000 / max(1, width))), 8000)
    let part = ArrayWindow.Part(
      rows: Self.span(height, around: top, of: rowRoom, in: window.rowCount),
      columns: Self.span(width, around: left, of: columnRoom, in: window.columnCount))
    requested = part
    return part
  }

  private static func span(_ length: Int, around start: Int, of room: Int, in whole: Int) -> Range<Int> {
    let first = max(0, start - max(0, length - room) / 2)
    return first..<end(length, from: first, in: whole)
  }

  /// So many behind a place, or the end of the whole, which may be as long as an integer goes.
  static func end(_ length: Int, from start: Int, in whole: Int) -> Int {
    length < whole - start ? start + length : max(start, whole)
  }

  private var hasRows: Bool {
    let end = Self.end(rowRoom, from: top, in: window.rowCount)
    return top >= window.rowOffset && end <= window.rowOffset + window.rowLabels.count
  }

  private var hasColumns: Bool {
    let end = Self.end(columnRoom, from: left, in: window.columnCount)
    return left >= window.columnOffset && end <= window.columnOffset + window.columnLabels.count
  }

  /// Rows below the header.
  private var rowRoom: Int { max(1, room.height - 5) }

  /// As many columns as there could be, if they were narrow.
  private var columnRoom: Int { max(1, room.width / 4) }

  // MARK: Moving

  mutating func resize(to screen: Size) {
    room = screen
    clip()
  }

  mutating func move(_ movement: ViewCommand.Movement) {
    switch movement {
    case .up: top -= 1
    case .down: top += 1
    case .left: left -= 1
    case .right: left += 1
    case .pageUp: top -= rowRoom
    case .pageDown: top += rowRoom
    case .halfPageUp: top -= max(1, rowRoom / 2)
    case .halfPageDown: top += max(1, rowRoom / 2)
    case .top: top = 0
    case .bottom: top = window.rowCount
    case .lineStart: left = 0
    case .lineEnd: left = window.columnCount
    }
    clip()
  }

  private mutating func clip() {
    top = max(0, min(top, window.rowCount - rowRoom))
    left = max(0, min(left, lastLeft))
  }

  /// The first column that all of the last ones are to be seen from.
  private var lastLeft: Int {
    let free = max(0, room.width - 4 - labelWidth)
    var used = 0
    var column = window.columnCount
    while column > 0 {
      used += 2 + width(of: column - 1)
      if used > free { break }
      column -= 1
    }
    return min(column, max(0, window.columnCount - 1))
  }

  // MARK: Widths

  /// Of the names of the rows.
  var labelWidth: Int {
    min(Self.widestColumn, window.rowLabels.reduce(1) { max($0, Self.columns(of: $1)) })
  }

  /// A column that is not here yet is taken to be as wide as a number.
  func width(of column: Int) -> Int {
    let index = column - window.columnOffset
    return widths.indices.contains(index) ? widths[index] : 6
  }

  private var widths: [Int] = []
  static let widestColumn = 30

  private mutating func measure() {
    widths = window.columnLabels.enumerated().map { index, label in
      let cells = window.cells.reduce(Self.columns(of: label)) { max($0, Self.columns(of: $1[index])) }
      return min(Self.widestColumn, max(1, cells))
    }
    let isWhole = window.columnCount == widths.count
    let total = widths.reduce(labelWidth + 4) { $0 + 2 + $1 }
    widest = max(widest, isWhole ? total : Int.max / 2)
  }

  private static func columns(of text: String) -> Int {
    RowText.columns(of: RowText.flat(text, lineBreak: "↵", atMost: widestColumn), atMost: widestColumn)
  }

  func rect(on screen: Size) -> Rect {
    let all = screen.rect.inset(top: 1, bottom: 1)
    let least = RowText.columns(of: title, atMost: 300) + 6
    let width = min(max(widest, least, 40), all.width)
    return all.centered(Size(width: width, height: min(max(1, min(window.rowCount, all.height)) + 3, all.height)))
  }

  /// What is here as lines of cells with tabs between them.
  var text: String {
    let header = ([""] + window.columnLabels).joined(separator: "\t")
    let rows = zip(window.rowLabels, window.cells).map { ([$0] + $1).joined(separator: "\t") }
    return ([header] + rows).joined(separator: "\n")
  }
}
