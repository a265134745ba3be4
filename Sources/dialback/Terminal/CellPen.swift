import CNcurses
import TerminalGrid

/// Cells of the grid in the form that the C side takes, with the pairs of colours that they need.
@UIActor
struct CellPen {
  private struct Ink {
    let pair: Int32
    let attributes: UInt8
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
    row.dropFirst(columns.lowerBound).prefix(columns.count).map { screenCell($0) }
  }

  private mutating func screenCell(_ cell: Cell) -> screen_cell {
    let ink = ink(cell.style)
    return screen_cell(
      scalars: cell.scalarValues, width: cell.width, attributes: ink.attributes, pair: ink.pair)
  }

  private mutating func ink(_ style: Style) -> Ink {
    if let last, last.style == style { return last.ink }
    let ink = inks[style] ?? mix(style)
    last = (style, ink)
    return ink
  }

  private mutating func mix(_ style: Style) -> Ink {
    let look = theme.look(style, depth)
    let ink = Ink(pair: screen_pair(look.foreground, look.background), attributes: look.modifiers.rawValue)
    if inks.count < Self.mostStyles { inks[style] = ink }
    return ink
  }
}
