import CNcurses
import TerminalGrid

/// Cells of the grid in the form that the C side takes, with the pairs of colours that they need.
@UIActor
struct CellPen {
  private struct Ink: Equatable {
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
    var before: Ink?
    let all = row.prefix(columns.upperBound).map { cell in
      let ink = ink(cell, after: before)
      before = ink
      return screen_cell(
        scalars: cell.scalarValues, width: cell.width, attributes: ink.look.modifiers.rawValue, pair: ink.pair)
    }
    return Array(all.dropFirst(columns.lowerBound))
  }

  /// A blank between words takes the colour of the one before it, where the background is the same: nobody sees it, and each
  /// change of colours is ten to twenty bytes to the terminal.
  private mutating func ink(_ cell: Cell, after before: Ink?) -> Ink {
    let own = ink(cell.style)
    guard let before, cell.isBlank, own.isPlain, before.isPlain,
      own.look.background == before.look.background
    else { return own }
    return before
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
