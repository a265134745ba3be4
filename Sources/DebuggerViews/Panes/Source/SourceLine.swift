import TerminalGrid

/// Draws one line of source: coloured pieces, tabs, marks where it goes on at either side.
struct SourceLine {
  let text: String
  let spans: [HighlightSpan]
  /// Columns that are scrolled out at the left.
  let left: Int
  let glyphs: Glyphs

  /// - Parameter row: the cells for the text, without the gutter.
  func draw(in row: Rect, on grid: inout Grid) {
    guard !row.isEmpty else { return }
    let start = start
    var x = row.x - left + start.column
    for piece in pieces(from: start.offset, atMost: row.width) {
      x += grid.put(
        piece.text, at: Point(x: x, y: row.y), in: row, style: Style(piece.role), tabOrigin: row.x - left)
      if x >= row.maxX { break }
    }
    if left > 0, !text.isEmpty { put(glyphs.cutLeft, at: row.x, row, on: &grid) }
    if goesOn(behind: left + row.width) { put(glyphs.cut, at: row.maxX - 1, row, on: &grid) }
  }

  private func put(_ glyph: String, at x: Int, _ row: Rect, on grid: inout Grid) {
    grid.put(glyph, at: Point(x: x, y: row.y), in: row, style: Style(.dim))
  }

  /// The columns of the whole line, or more than `limit`.
  func goesOn(behind limit: Int) -> Bool { SourceLine.columns(of: text.unicodeScalars, atMost: limit + 1) > limit }

  /// The columns before a UTF-8 offset.
  static func columns(of line: String, upTo offset: Int) -> Int {
    columns(of: String(decoding: line.utf8.prefix(offset), as: UTF8.self).unicodeScalars)
  }

  /// - Parameter start: the column of the first scalar, which tabs go by.
  static func columns(
    of text: some Sequence<Unicode.Scalar>, from start: Int = 0, atMost limit: Int = .max
  ) -> Int {
    var column = start
    for scalar in text {
      if column >= limit { return limit }
      column += scalar == "\t" ? 8 - column % 8 : RowText.width(of: scalar)
    }
    return column
  }

  /// It has no colours, and only what is seen of it is looked at.
  private var isLong: Bool { text.utf8.count > SourceText.longestLine }

  /// Where drawing begins: at the start, or, in a long line, at a character some way left of the first column that is seen.
  private var start: (offset: Int, column: Int) {
    guard left > 0, isLong else { return (0, 0) }
    var place = (offset: 0, column: 0)
    for character in text {
      let next = place.column + SourceLine.columns(of: character.unicodeScalars)
      // A tab is as wide as its column makes it: it is never begun with.
      if next >= left || character == "\t" && next + 8 >= left { break }
      place.offset += character.utf8.count
      place.column = next
    }
    return place
  }

  /// The coloured pieces from an offset on. Where there are no colours, only so much as can be seen.
  private func pieces(from first: Int, atMost columns: Int) -> [(text: String, role: Role)] {
    let utf8 = text.utf8
    var pieces: [(text: String, role: Role)] = []
    var offset = first
    var start = utf8.index(utf8.startIndex, offsetBy: first)
    func take(_ count: Int, _ role: Role) {
      let end = utf8.index(start, offsetBy: count, limitedBy: utf8.endIndex) ?? utf8.endIndex
      if start < end { pieces.append((String(text[start..<end]), role)) }
      start = end
      offset += count
    }
    if isLong { return [(String(text[start...].prefix(columns + 8)), .text)] }
    for span in spans where span.range.lowerBound >= offset {
      take(span.range.lowerBound - offset, .text)
      take(span.range.count, span.kind.role)
    }
    take(utf8.count, .text)
    return pieces
  }
}

extension HighlightSpan.Kind {
  /// What a token looks like.
  var role: Role {
    switch self {
    case .keyword: .keyword
    case .builtin, .selfName: .builtin
    case .string: .string
    case .comment: .comment
    case .number: .number
    case .decorator: .decorator
    case .definition: .definition
    case .operator: .text
    }
  }
}
