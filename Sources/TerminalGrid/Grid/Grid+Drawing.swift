extension Grid {
  /// Writes text on one row, cut to a rectangle. Whatever the text holds, it becomes visible characters: tabs go to the
  /// next multiple of `tabWidth` from `tabOrigin`, controls become pictures, marks join the character before them.
  /// A wide character that only half fits is left out, as a blank.
  /// - Parameters:
  ///   - point: where the first column goes; it may lie left of the rectangle, for a text that is scrolled sideways.
  ///   - tabOrigin: the column that tabs count from, where the text is written in pieces; else where this one begins.
  /// - Returns: the columns that were used, those cut off at the left included; writing stops at the right edge.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, in clip: Rect, style: Style = Style(), tabWidth: Int = 8, tabOrigin: Int? = nil
  ) -> Int {
    let area = clip.intersection(rect)
    guard area.rows.contains(point.y) else { return 0 }
    var x = point.x
    for scalar in text.unicodeScalars {
      // Nearly all that is ever drawn.
      if scalar.value >= 0x20, scalar.value < 0x7F {
        if x >= area.maxX { break }
        if x >= area.x { setNarrow(Cell(scalar, style: style), x: x, y: point.y) }
        x += 1
        continue
      }
      if x >= area.maxX, ShownScalar(scalar).columns > 0 { break }
      x += put(ShownScalar(scalar), x: x, y: point.y, in: area, style, Tabs(tabWidth, from: tabOrigin ?? point.x))
    }
    return x - point.x
  }

  /// Where the tab stops are.
  private struct Tabs {
    let width: Int
    let origin: Int

    init(_ width: Int, from origin: Int) {
      self.width = max(1, width)
      self.origin = origin
    }

    func columns(at x: Int) -> Int {
      let rest = (x - origin) % width
      return width - (rest < 0 ? rest + width : rest)
    }
  }

  private mutating func put(
    _ shown: ShownScalar, x: Int, y: Int, in area: Rect, _ style: Style, _ tabs: Tabs
  ) -> Int {
    switch shown {
    case .nothing: return 0
    case .narrow(let scalar):
      if x >= area.x { self[x, y] = Cell(scalar, style: style) }
      return 1
    case .wide(let scalar):
      putWide(scalar, x: x, y: y, in: area, style)
      return 2
    case .mark(let scalar):
      if x > area.x, x <= area.maxX { combine(scalar, x: x - 1, y: y) }
      return 0
    case .tab:
      let count = tabs.columns(at: x)
      fill(Rect(x: x, y: y, width: count, height: 1).intersection(area), style: style)
      return count
    }
  }

  private mutating func putWide(_ scalar: Unicode.Scalar, x: Int, y: Int, in area: Rect, _ style: Style) {
    if x >= area.x, x + 1 < area.maxX {
      self[x, y] = Cell(scalar, width: 2, style: style)
    } else {
      fill(Rect(x: x, y: y, width: 2, height: 1).intersection(area), style: style)
    }
  }

  /// Fills a rectangle with one character of one column.
  public mutating func fill(_ area: Rect, with character: Unicode.Scalar = " ", style: Style = Style()) {
    guard case .narrow(let scalar) = ShownScalar(character) else { return }
    let visible = area.intersection(rect)
    for y in visible.rows {
      for x in visible.columns { setNarrow(Cell(scalar, style: style), x: x, y: y) }
    }
  }

  /// Lays a background behind what is there: the row of the cursor, the line that is executed.
  public mutating func lay(_ backdrop: Role, behind area: Rect) { restyle(area) { $0.backdrop = backdrop } }

  /// Gives the characters of a rectangle another role, and leaves their modifiers: a hit of a search.
  public mutating func mark(_ role: Role, over area: Rect) {
    restyle(area) { style in
      style.role = role
      style.backdrop = .text
      style.ansi = nil
    }
  }
}
