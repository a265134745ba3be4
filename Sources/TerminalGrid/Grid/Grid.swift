/// What is on the screen, as a value: rows of cells, made anew for each frame.
///
/// Drawing outside of the grid is allowed and does nothing.
public struct Grid: Equatable, Sendable {
  public let size: Size
  /// Row after row.
  private(set) var cells: [Cell]

  public init(_ size: Size, style: Style = Style()) {
    self.size = size
    self.cells = Array(repeating: Cell(style: style), count: size.width * size.height)
  }

  public var rect: Rect { size.rect }

  /// A blank outside of the grid. Setting blanks the other half of a wide character that it hits.
  public subscript(x: Int, y: Int) -> Cell {
    get { rect.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : Cell() }
    set {
      guard rect.contains(Point(x: x, y: y)) else { return }
      set(newValue, x: x, y: y)
    }
  }

  public subscript(point: Point) -> Cell { self[point.x, point.y] }

  /// The cells of a row; none outside of the grid.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.height).contains(y) else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// Puts one cell into its place; a wide one needs room for both halves, or a blank is put.
  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.width + x
    if cell.width == 2 {
      guard x + 1 < size.width else { return set(Cell(style: cell.style), x: x, y: y) }
      blankOtherHalf(x: x, y: y)
      blankOtherHalf(x: x + 1, y: y)
      cells[index] = cell
      cells[index + 1] = .continuation(cell.style)
    } else {
      blankOtherHalf(x: x, y: y)
      cells[index] = cell.width == 0 ? Cell(style: cell.style) : cell
    }
  }

  /// Puts a cell of one column into a place that is known to be inside of the grid.
  mutating func setNarrow(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.width + x
    if cells[index].width != 1 { blankOtherHalf(x: x, y: y) }
    cells[index] = cell
  }

  private mutating func blankOtherHalf(x: Int, y: Int) {
    let index = y * size.width + x
    switch cells[index].width {
    case 0: if x > 0 { cells[index - 1] = Cell(style: cells[index - 1].style) }
    case 2: if x + 1 < size.width { cells[index + 1] = Cell(style: cells[index + 1].style) }
    default: break
    }
  }

  /// Puts a mark onto the character at a place or, where that is a right half, onto the wide one that it belongs to.
  mutating func combine(_ mark: Unicode.Scalar, x: Int, y: Int) {
    guard rect.contains(Point(x: x, y: y)) else { return }
    let index = y * size.width + x
    let target = cells[index].width == 0 && x > 0 ? index - 1 : index
    cells[target].combine(mark)
  }

  /// Changes the style of all cells of a rectangle, and leaves their characters.
  mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    let visible = area.intersection(rect)
    for y in visible.rows {
      for index in y * size.width + visible.x..<y * size.width + visible.maxX { change(&cells[index].style) }
    }
  }
}
