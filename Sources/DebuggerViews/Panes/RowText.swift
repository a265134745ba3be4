import TerminalGrid

/// Measures and prepares text for one row, never looking further into it than a row can show.
enum RowText {
  /// How many columns a text takes, or `limit` where it takes more.
  static func columns(of text: String, atMost limit: Int) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      if columns >= limit { return limit }
      columns += width(of: scalar)
    }
    return min(columns, limit)
  }

  /// The text on one line: a line break becomes a mark, a tab a blank, and what no row could show is left out.
  static func flat(_ text: String, lineBreak: String, atMost limit: Int) -> String {
    if text.utf8.count <= max(0, limit) * 4, text.utf8.allSatisfy({ $0 >= 0x20 }) { return text }
    var flat = ""
    var wasReturn = false
    for scalar in text.unicodeScalars.prefix(max(0, limit) * 4) {
      switch scalar {
      case "\n" where wasReturn: break
      case "\n", "\r": flat += lineBreak
      case "\t": flat += " "
      case let other: flat.unicodeScalars.append(other)
      }
      wasReturn = scalar == "\r"
    }
    return flat
  }

  /// The columns of a scalar as the grid shows it: a control is shown as a picture of it.
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7f { return 1 }
    let width = DisplayWidth.of(scalar)
    return width < 0 ? 1 : width
  }

  /// The text cut to a width, with `…` in its last column where something is missing.
  static func cut(_ text: String, to limit: Int) -> String {
    guard limit > 0, columns(of: text, atMost: limit + 1) > limit else { return limit > 0 ? text : "" }
    var cut = ""
    var columns = 0
    for scalar in text.unicodeScalars {
      columns += width(of: scalar)
      if columns >= limit { break }
      cut.unicodeScalars.append(scalar)
    }
    return cut + "…"
  }

  /// The text in rows of a width, broken between words where it can be; what is too much for the last row is cut there.
  static func wrapped(_ text: String, to width: Int, atMost most: Int) -> [String] {
    var rows: [String] = []
    var rest = flat(text, lineBreak: " ", atMost: width * most)[...]
    while !rest.isEmpty, rows.count < most, width > 0 {
      let row = rows.count == most - 1 ? rest : firstRow(of: rest, width)
      rows.append(cut(String(row), to: width))
      rest = rest[row.endIndex...].drop { $0 == " " }
    }
    return rows
  }

  /// As many of the first words as a row has room for, or a part of a word that has none.
  private static func firstRow(of text: Substring, _ width: Int) -> Substring {
    var columns = 0
    var end = text.startIndex
    var lastBlank: Substring.Index?
    while end < text.endIndex {
      let next = text[end].unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
      if columns + next > width {
        return text[..<(text[end] == " " ? end : lastBlank ?? max(end, text.index(after: text.startIndex)))]
      }
      if text[end] == " " { lastBlank = end }
      columns += next
      end = text.index(after: end)
    }
    return text
  }

  /// A number with the word for what it counts.
  static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(number) \(number == 1 ? singular : plural)"
  }
}
