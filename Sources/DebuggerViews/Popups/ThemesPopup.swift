import CommandLanguage
import TerminalGrid

/// The themes to choose from. The screen has the one under the cursor at once; Esc goes back to the one that it had.
struct ThemesPopup: Equatable, Sendable {
  let names: [String]
  /// The one that the screen had.
  let former: String
  private var cursor = ListCursor()

  init(current: String) {
    names = Theme.all.map(\.name)
    former = current
    place(names.firstIndex(of: current) ?? 0)
  }

  var chosen: String { names[cursor.index] }

  private mutating func place(_ index: Int) { cursor.place(index, count: names.count, height: names.count) }

  mutating func move(_ movement: ViewCommand.Movement) {
    _ = cursor.move(movement, count: names.count, height: names.count)
  }

  /// - Returns: whether there is a theme in that row of the list.
  mutating func choose(row: Int) -> Bool {
    guard names.indices.contains(row) else { return false }
    place(row)
    return true
  }

  /// At the right, so that much of the screen is seen with the new colours.
  func rect(on screen: Size) -> Rect {
    let room = screen.rect.inset(top: 1, bottom: 1)
    let size = Size(
      width: min(room.width, (names.map(\.count).max() ?? 0) + 10), height: min(room.height, names.count + 2))
    return Rect(x: room.maxX - size.width, y: room.y, width: size.width, height: size.height)
  }

  func list(on screen: Size) -> Rect { PopupFrame.inner(of: rect(on: screen)) }

  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) {
    PopupFrame.draw(rect(on: screen), title: "Theme", on: &grid, glyphs: glyphs)
    let list = list(on: screen)
    for (index, name) in names.prefix(list.height).enumerated() {
      let mark = index == cursor.index ? glyphs.execution : " "
      _ = grid.put("\(mark) \(name)", at: list.row(index).origin, in: list, style: Style(.popup))
      if index == cursor.index { grid.mark(.selection, over: list.row(index)) }
    }
  }
}
