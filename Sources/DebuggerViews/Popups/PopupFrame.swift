import TerminalGrid

/// What all popups are drawn in: a rule with the title above, one below, a line at each side.
enum PopupFrame {
  static func inner(of area: Rect) -> Rect { area.inset(left: 2, top: 1, right: 2, bottom: 1) }

  static func draw(_ area: Rect, title: String, remark: String = "", on grid: inout Grid, glyphs: Glyphs) {
    grid.fill(area, style: Style(.popup))
    let bottom = area.row(area.height - 1)
    for row in [area.row(0), bottom] {
      put(String(repeating: glyphs.horizontal, count: row.width), at: 0, row, on: &grid)
    }
    for y in area.rows.dropFirst().dropLast() {
      for x in [area.x, area.maxX - 1] {
        _ = grid.put(glyphs.vertical, at: Point(x: x, y: y), in: area, style: Style(.popup))
      }
    }
    put(" \(RowText.cut(title, to: max(0, area.width - 6))) ", at: 2, area.row(0), .popupTitle, on: &grid)
    guard !remark.isEmpty else { return }
    put(" \(remark) ", at: area.width - remark.count - 4, bottom, on: &grid)
  }

  private static func put(_ text: String, at x: Int, _ row: Rect, _ role: Role = .popup, on grid: inout Grid) {
    _ = grid.put(
      text, at: Point(x: row.x + x, y: row.y), in: row, style: Style(role, on: role == .popup ? .text : .popup))
  }
}
