import DebuggerModel
import TerminalGrid

/// Breaks one line of the console into rows of a width.
struct ConsoleWrap {
  struct Piece: Equatable {
    let text: String
    let style: Style
  }

  /// A single line never takes more rows than this; what is behind is left to `full-value`.
  static let mostRows = 200

  let width: Int
  private(set) var rows: [[Piece]] = [[]]
  private var column = 0
  private var text = ""

  /// - Parameter tag: goes before the line, `[2] `.
  init(_ line: ConsoleLine, tag: String, width: Int) {
    self.width = max(1, width)
    guard !line.isOwn else {
      addWords(line, tag)
      return
    }
    if !tag.isEmpty { add(tag, Style(.dim)) }
    for run in line.runs {
      add(run.text, line.style(of: run))
      if isFull { break }
    }
  }

  private var isFull: Bool { rows.count > Self.mostRows }

  /// Dialback's own words are broken between them; output of the program is what it is.
  private mutating func addWords(_ line: ConsoleLine, _ tag: String) {
    let style = line.runs.first.map(line.style) ?? Style(.message)
    for (index, row) in RowText.wrapped(tag + line.text, to: width, atMost: Self.mostRows).enumerated() {
      if index > 0 { breakRow(style) }
      let lead = index == 0 && row.hasPrefix(tag) ? tag : ""
      add(lead, Style(.dim))
      add(String(row.dropFirst(lead.count)), style)
    }
  }

  private mutating func add(_ new: String, _ style: Style) {
    for scalar in new.unicodeScalars {
      if scalar == "\t" {
        addTab(style)
      } else {
        add(scalar, style)
      }
      if isFull { return closeLast() }
    }
    flush(style)
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ style: Style) {
    let columns = RowText.width(of: scalar)
    if column + columns > width { breakRow(style) }
    text.unicodeScalars.append(scalar)
    column += columns
  }

  private mutating func addTab(_ style: Style) {
    let columns = min(8 - column % 8, max(1, width - column))
    for _ in 0..<columns { add(" ", style) }
  }

  private mutating func breakRow(_ style: Style) {
    flush(style)
    rows.append([])
    column = 0
  }

  private mutating func flush(_ style: Style) {
    guard !text.isEmpty else { return }
    rows[rows.count - 1].append(Piece(text: text, style: style))
    text = ""
  }

  private mutating func closeLast() {
    rows.removeLast()
    rows.append([Piece(text: "…", style: Style(.dim))])
    rows.append([])
    text = ""
  }
}
