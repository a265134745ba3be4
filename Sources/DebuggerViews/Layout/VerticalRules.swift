import TerminalGrid

/// The vertical rules between panes, and how they meet the horizontal ones.
enum VerticalRules {
  static func draw(_ layout: Layout, on grid: inout Grid, glyphs: Glyphs) {
    for split in layout.splits where split.isVertical {
      let x = split.rect.x + split.cut
      for y in split.rect.rows { put(glyphs.vertical, x, y, on: &grid) }
    }
    for split in layout.splits where split.isVertical {
      let x = split.rect.x + split.cut
      for y in split.rect.y - 1...split.rect.maxY { join(x, y, on: &grid, glyphs) }
    }
  }

  /// Puts the glyph that fits to the four neighbours of a cell of a rule.
  private static func join(_ x: Int, _ y: Int, on grid: inout Grid, _ glyphs: Glyphs) {
    guard grid[x, y].style.role == .rule else { return }
    let left = isHorizontal(x - 1, y, grid, glyphs)
    let right = isHorizontal(x + 1, y, grid, glyphs)
    let above = isVertical(x, y - 1, grid, glyphs)
    let below = isVertical(x, y + 1, grid, glyphs)
    switch (left, right, above, below) {
    case (true, true, true, true): put(glyphs.cross, x, y, on: &grid)
    case (true, true, false, true): put(glyphs.teeDown, x, y, on: &grid)
    case (true, true, true, false): put(glyphs.teeUp, x, y, on: &grid)
    case (true, false, true, true): put(glyphs.teeLeft, x, y, on: &grid)
    case (false, true, true, true): put(glyphs.teeRight, x, y, on: &grid)
    default: break
    }
  }

  private static func isHorizontal(_ x: Int, _ y: Int, _ grid: Grid, _ glyphs: Glyphs) -> Bool {
    let cell = grid[x, y]
    let isJoint = [glyphs.horizontal, glyphs.cross, glyphs.teeDown, glyphs.teeUp].contains(cell.text)
    return cell.style.role == .rule && isJoint
  }

  private static func isVertical(_ x: Int, _ y: Int, _ grid: Grid, _ glyphs: Glyphs) -> Bool {
    let cell = grid[x, y]
    let isJoint = [glyphs.vertical, glyphs.cross, glyphs.teeDown, glyphs.teeLeft, glyphs.teeRight].contains(cell.text)
    return cell.style.role == .rule && isJoint
  }

  private static func put(_ glyph: String, _ x: Int, _ y: Int, on grid: inout Grid) {
    _ = grid.put(glyph, at: Point(x: x, y: y), in: grid.rect, style: Style(.rule))
  }
}
