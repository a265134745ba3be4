import CommandLanguage
import TerminalGrid

/// A long text over the panes: wrapped, scrolled, searched.
struct TextPopup: Equatable, Sendable {
  let title: String
  let lines: [Line]
  /// What is copied.
  let text: String
  /// The paste that the popup shows.
  var paste: ShownPaste?
  private var wrapped: [Line] = []
  private var width = 0
  private var height = 0
  private(set) var top = 0
  /// The row that the cursor is on, where some lines are places.
  private var row: Int?
  private var search: TextSearch?

  /// - Parameter isProse: lines are broken between words, as those of values are not.
  init(title: String, text: String, isProse: Bool = false) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.init(title: title, text: text, lines: lines.map { Line(text: Self.withoutTabs($0), isProse: isProse) })
  }

  /// Tabs as the blanks that they stand for: a row counts its columns, and a tab has as many as its place wants.
  private static func withoutTabs(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    var text = ""
    var columns = 0
    for character in line {
      let count =
        character == "\t" ? 8 - columns % 8 : character.unicodeScalars.reduce(0) { $0 + RowText.width(of: $1) }
      text += character == "\t" ? String(repeating: " ", count: count) : String(character)
      columns += count
    }
    return text
  }

  init(title: String, text: String, lines: [Line]) {
    self.title = title
    self.text = text
    self.lines = lines
  }

  /// The rows of text that fit below each other at the present width.
  var rowCount: Int { wrapped.count }

  /// Breaks the lines anew where the screen has another width.
  mutating func resize(to screen: Size) {
    let area = Self.area(on: screen, rows: lines.count, columns: longest)
    let inner = PopupFrame.inner(of: area).size
    height = inner.height
    if inner.width != width || wrapped.isEmpty {
      width = inner.width
      wrapped = lines.flatMap { $0.wrapped(to: max(1, inner.width)) }
    }
    height = PopupFrame.inner(of: rect(on: screen)).height
    if row.map({ !wrapped.indices.contains($0) || wrapped[$0].place == nil }) ?? true {
      row = wrapped.firstIndex { $0.place != nil }
    }
    scroll(to: top)
  }

  /// The columns of the longest line, as far as a screen can show them.
  private var longest: Int {
    lines.prefix(500).reduce(RowText.columns(of: title, atMost: 300) + 4) {
      max($0, RowText.columns(of: $1.text, atMost: 300))
    }
  }

  private static func area(on screen: Size, rows: Int, columns: Int) -> Rect {
    let room = screen.rect.inset(top: 1, bottom: 1)
    let width = min(max(columns + 4, 40), room.width - (screen.width > 80 ? 8 : 0))
    return room.centered(Size(width: width, height: rows + 2))
  }

  func rect(on screen: Size) -> Rect { Self.area(on: screen, rows: max(1, wrapped.count), columns: longest) }

  /// Where Enter goes.
  var place: Line.Place? { row.flatMap { wrapped.indices.contains($0) ? wrapped[$0].place : nil } }

  /// From place to place, where there are some, else the window.
  mutating func move(_ movement: ViewCommand.Movement) {
    guard let row else { return scroll(movement) }
    let places = wrapped.indices.filter { wrapped[$0].place != nil }
    let at = places.firstIndex(of: row) ?? 0
    let target: Int
    switch movement {
    case .up, .left: target = at - 1
    case .down, .right: target = at + 1
    case .pageUp: target = at - max(1, height - 1)
    case .pageDown: target = at + max(1, height - 1)
    case .halfPageUp: target = at - max(1, height / 2)
    case .halfPageDown: target = at + max(1, height / 2)
    case .top, .lineStart: target = 0
    case .bottom, .lineEnd: target = places.count - 1
    }
    let next = places[max(0, min(target, places.count - 1))]
    self.row = next
    // The first one brings what is above it to light, and the last one what is below.
    if next == places.first { scroll(to: 0) }
    if next == places.last { scroll(to: wrapped.count) }
    if next < top || next >= top + height { scroll(to: next < top ? next : next - height + 1) }
  }

  private mutating func scroll(_ movement: ViewCommand.Movement) {
    switch movement {
    case .up, .left: scroll(to: top - 1)
    case .down, .right: scroll(to: top + 1)
    case .pageUp: scroll(to: top - max(1, height - 1))
    case .pageDown: scroll(to: top + max(1, height - 1))
    case .halfPageUp: scroll(to: top - max(1, height / 2))
    case .halfPageDown: scroll(to: top + max(1, height / 2))
    case .top, .lineStart: scroll(to: 0)
    case .bottom, .lineEnd: scroll(to: wrapped.count)
    }
  }

  private mutating func scroll(to row: Int) { top = max(0, min(row, wrapped.count - height)) }

  /// Brings the next row with the text to the top.
  mutating func find(_ text: String, backwards: Bool) -> SearchPlace? {
    let search = TextSearch(text)
    self.search = text.isEmpty ? nil : search
    let found = TextSearch.row(from: top, count: wrapped.count, backwards: backwards) {
      search.matches(wrapped[$0].text)
    }
    guard let found else { return nil }
    scroll(to: found)
    return search.place(of: found, count: wrapped.count) { wrapped[$0].text }
  }

  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) {
    let area = rect(on: screen)
    let inner = PopupFrame.inner(of: area)
    let end = min(wrapped.count, top + inner.height)
    let more = wrapped.count > inner.height ? "\(top + 1)-\(end) of \(wrapped.count)" : ""
    PopupFrame.draw(area, title: title, remark: more, on: &grid, glyphs: glyphs)
    for (row, line) in wrapped[min(top, end)..<end].enumerated() {
      draw(line, in: inner.row(row), on: &grid)
      if top + row == self.row { grid.mark(.selection, over: inner.row(row)) }
    }
  }

  private func draw(_ line: Line, in row: Rect, on grid: inout Grid) {
    let style = Style(line.isHeading ? .popupTitle : .popup)
    _ = grid.put(line.text, at: row.origin, in: row, style: style)
    if line.keyColumns > 0 {
      let keys = String(line.text.prefix(line.keyColumns))
      _ = grid.put(keys, at: row.origin, in: row, style: Style(.hintKey, on: .popup))
    }
    for range in search?.ranges(in: line.text) ?? [] {
      let start = SourceLine.columns(of: line.text, upTo: range.lowerBound)
      let end = SourceLine.columns(of: line.text, upTo: range.upperBound)
      grid.mark(.searchHit, over: Rect(x: row.x + start, y: row.y, width: end - start, height: 1).intersection(row))
    }
  }
}
