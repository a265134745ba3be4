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
    var x = row.x - left
    for piece in pieces {
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

  static func columns(of text: some Sequence<Unicode.Scalar>, atMost limit: Int = .max) -> Int {
    var column = 0
    for scalar in text {
      if column >= limit { return limit }
      column += scalar == "\t" ? 8 - column % 8 : RowText.width(of: scalar)
    }
    return column
  }

  private var pieces: [(text: String, role: Role)] {
    let utf8 = text.utf8
    var pieces: [(text: String, role: Role)] = []
    var offset = 0
    var start = utf8.startIndex
    func take(_ count: Int, _ role: Role) {
      let end = utf8.index(start, offsetBy: count, limitedBy: utf8.endIndex) ?? utf8.endIndex
      if start < end { pieces.append((String(text[start..<end]), role)) }
      start = end
      offset += count
    }
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
