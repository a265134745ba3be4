/// A screen with the foreground colour of every cell, read from `capture-pane -e`.
struct StyledScreen {
  /// A character and the colour that it is written in: the index 0-255, or nil for the default and for 24-bit ones.
  struct Cell: Equatable {
    let character: Character
    let foreground: Int?
  }

  let rows: [[Cell]]

  /// Reads a capture. The colour of the end of a row is the one at the start of the next, as tmux writes them.
  init(capture: String) {
    var colour: Int?
    rows = capture.split(separator: "\n", omittingEmptySubsequences: false).map { Self.row($0, colour: &colour) }
  }

  /// The colours of `text` where it occurs, an entry for each occurrence whose cells have all the same one.
  func foregrounds(of text: String) -> [Int?] {
    let wanted = Array(text)
    return rows.flatMap { row -> [Int?] in
      guard row.count >= wanted.count else { return [] }
      return (0...(row.count - wanted.count)).compactMap { start -> Int?? in
        let cells = row[start..<(start + wanted.count)]
        guard cells.map(\.character) == wanted else { return nil }
        let colours = Set(cells.map(\.foreground))
        return colours.count == 1 ? .some(cells[start].foreground) : nil
      }
    }
  }

  private static func row(_ line: Substring, colour: inout Int?) -> [Cell] {
    var cells: [Cell] = []
    var rest = line
    while let character = rest.first {
      if rest.hasPrefix("\u{1b}["), let end = rest.firstIndex(of: "m") {
        apply(rest[rest.index(rest.startIndex, offsetBy: 2)..<end], to: &colour)
        rest = rest[rest.index(after: end)...]
      } else {
        cells.append(Cell(character: character, foreground: colour))
        rest = rest.dropFirst()
      }
    }
    return cells
  }

  /// Applies the parameters of one `SGR` sequence, the colour part of them.
  private static func apply(_ parameters: Substring, to colour: inout Int?) {
    var codes = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }[...]
    while let code = codes.popFirst() {
      switch code {
      case 0, 39: colour = nil
      case 30...37: colour = code - 30
      case 90...97: colour = code - 90 + 8
      case 38: colour = indexed(&codes)
      case 48: _ = indexed(&codes)
      default: break
      }
    }
  }

  private static func indexed(_ codes: inout ArraySlice<Int>) -> Int? {
    switch codes.popFirst() {
    case 5: return codes.popFirst()
    case 2:
      codes = codes.dropFirst(3)
      return nil
    default: return nil
    }
  }
}
