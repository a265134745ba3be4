/// The 7-bit form of what is drawn with Unicode: marks, rules, arrows. Names stay as readable as they can be.
public enum AsciiGlyphs {
  /// One character for one of one column; `?` where there is nothing like it.
  public static func map(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    return table[scalar] ?? "?"
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = [
    "●": "@", "○": "o", "◌": "o", "◆": "L", "◇": "L", "✎": "L", "✗": "x", "✘": "x", "✓": "+", "►": ">", "▶": ">",
    "▸": ">", "▾": "v", "▹": ">", "▿": "v", "■": "#", "▮": "#", "│": "|", "┃": "|", "─": "-", "━": "-", "┬": "+",
    "┴": "+", "┼": "+", "├": "+", "┤": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+", "╭": "+", "╮": "+", "╯": "+",
    "╰": "+", "═": "=", "║": "|", "…": "~", "⋮": ":", "·": ".", "•": "*", "»": ">", "«": "<", "⇄": "=", "→": ">",
    "←": "<", "↑": "^", "↓": "v", "⇣": "v", "⇡": "^", "⏎": "$", "↵": "$", "—": "-", "–": "-", "’": "'", "‘": "'",
    "“": "\"", "”": "\"", "×": "x", "\u{A0}": " ", "␛": "^", "≥": ">", "≤": "<", "≠": "!",
  ]
}

extension Grid {
  /// The same grid with 7-bit characters only; a wide character becomes `?` and a blank.
  public func ascii() -> Grid {
    var copy = self
    for y in 0..<size.height {
      for x in 0..<size.width where !copy[x, y].isASCII {
        let cell = copy[x, y]
        copy[x, y] = Cell(cell.width == 1 ? AsciiGlyphs.map(cell.base) : "?", style: cell.style)
        if cell.width == 2 { copy[x + 1, y] = Cell(style: cell.style) }
      }
    }
    return copy
  }
}
