import CommandLanguage
import DebuggerModel
import TerminalGrid

extension SourcePane {
  /// The dotted expression under the cursor.
  var word: String? { PythonHighlighter.wordAt(line: lineText, utf8Offset: cursorOffset) }

  /// Where the cursor is in its line, as a UTF-8 offset.
  var cursorOffset: Int { lineText.prefix(column).utf8.count }

  /// The display column of the cursor, counted from the start of its line.
  var cursorColumn: Int {
    let text = lineText
    let head = text.prefix(column)
    return SourceLine.columns(of: (head.endIndex < text.endIndex ? head : head.dropLast()).unicodeScalars)
  }

  mutating func move(_ movement: ViewCommand.Movement) {
    switch movement {
    case .left: column = max(0, min(column, lineText.count) - 1)
    case .right:
      let text = lineText
      let next = text.index(text.startIndex, offsetBy: column + 1, limitedBy: text.endIndex)
      if let next, next < text.endIndex { column += 1 } else { column = max(0, text.count - 1) }
    case .lineStart: column = 0
    case .lineEnd: column = max(0, lineText.count - 1)
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom: moveCursor(movement)
    }
    keepColumnVisible()
  }

  /// Puts the cursor onto the character at a display column.
  mutating func place(atColumn target: Int) {
    var columns = 0
    var characters = 0
    for character in lineText {
      columns += SourceLine.columns(of: character.unicodeScalars)
      if columns > target { break }
      characters += 1
    }
    column = min(characters, max(0, lineText.count - 1))
    keepColumnVisible()
  }

  /// Scrolls sideways by half a width when the cursor has left the text at either side, and back to the start when it can.
  mutating func keepColumnVisible() {
    let width = max(1, size.width - gutter.width)
    let target = cursorColumn
    if target < width - 1 {
      left = 0
    } else if target < left + 1 || target >= left + width - 1 {
      left = max(0, target - width / 2)
    }
  }

  mutating func find(_ text: String, backwards: Bool, _ context: PaneContext) -> SearchPlace? {
    size = context.size
    let search = TextSearch(text)
    self.search = text.isEmpty ? nil : search
    guard let source else { return nil }
    if let offset = hit(of: search, backwards: backwards) {
      place(atOffset: offset)
      return place(of: search, in: source)
    }
    let found = TextSearch.row(from: cursor.index, count: source.count, backwards: backwards) {
      search.matches(source.line($0))
    }
    guard let found else { return nil }
    go(toLine: found + 1)
    let ranges = search.ranges(in: lineText)
    place(atOffset: (backwards ? ranges.last : ranges.first)?.lowerBound ?? 0)
    return place(of: search, in: source)
  }

  /// Which hit the cursor is on.
  private func place(of search: TextSearch, in source: SourceText) -> SearchPlace {
    var place = search.place(of: cursor.index, count: source.count) { source.line($0) }
    place.number += search.ranges(in: lineText).count { $0.lowerBound < cursorOffset }
    return place
  }

  /// Another hit in the cursor's own line, on the side that the search goes to.
  private func hit(of search: TextSearch, backwards: Bool) -> Int? {
    let starts = search.ranges(in: lineText).map(\.lowerBound)
    return backwards ? starts.last { $0 < cursorOffset } : starts.first { $0 > cursorOffset }
  }

  private mutating func place(atOffset offset: Int) {
    column = String(decoding: lineText.utf8.prefix(offset), as: UTF8.self).count
    keepColumnVisible()
  }
}
