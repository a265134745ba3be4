import CNcurses
import TerminalGrid

/// Cells of the grid in the form that the C side takes, with the pairs of colours that they need. Only the screen's thread has
/// one; it isn't bound to that by its type, since each closure would be checked for its thread then, for each cell.
struct CellPen {
  private struct Ink {
    let look: Look
    let pair: Int32

    /// A blank shows nothing of it but the background.
    var isPlain: Bool { look.modifiers.isEmpty }
  }

  /// Colours are remembered for so many styles; a process that uses more only makes this slower.
  private static let mostStyles = 4096

  private let theme: Theme
  private let depth: ColorDepth
  private var inks: [Style: Ink] = [:]
  private var last: (style: Style, ink: Ink)?

  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// - Parameter columns: which cells of the row.
  mutating func cells(_ row: ArraySlice<Cell>, _ columns: Range<Int>) -> [screen_cell] {
    let cells = Array(row)
    var inks = cells.map { ink($0.style) }
    Self.colourBlanks(cells, &inks)
    return columns.map { column in
      let ink = inks[column]
      return screen_cell(
        scalars: cells[column].scalarValues, width: cells[column].width, attributes: ink.look.modifiers.rawValue,
        pair: ink.pair)
    }
  }

  /// Blanks take the colour of a neighbour with the same background: nobody sees it, and each change of colours is ten to twenty
  /// bytes to the terminal. They go with the word before them, whose end they may have been; behind a border, which stays, with
  /// the one that follows.
  private static func colourBlanks(_ cells: [Cell], _ inks: inout [Ink]) {
    var index = 0
    while index < cells.count {
      guard cells[index].isBlank else {
        index += 1
        continue
      }
      let end = cells[index...].firstIndex { !$0.isBlank } ?? cells.count
      let isBehindBorder = index == 0 || (0x2500...0x257F).contains(cells[index - 1].base.value)
      let neighbour = isBehindBorder && end < cells.count ? end : index - 1
      if inks.indices.contains(neighbour), inks[neighbour].isPlain {
        let ink = inks[neighbour]
        for blank in index..<end where inks[blank].isPlain && inks[blank].look.background == ink.look.background {
          inks[blank] = ink
        }
      }
      index = end
    }
  }

  private mutating func ink(_ style: Style) -> Ink {
    if let last, last.style == style { return last.ink }
    let ink = inks[style] ?? mix(style)
    last = (style, ink)
    return ink
  }

  private mutating func mix(_ style: Style) -> Ink {
    let look = theme.look(style, depth)
    let ink = Ink(look: look, pair: screen_pair(look.foreground, look.background))
    if inks.count < Self.mostStyles { inks[style] = ink }
    return ink
  }
}
