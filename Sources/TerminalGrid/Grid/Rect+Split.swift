/// Cutting rectangles. A cut beyond an edge gives an empty part there, never more cells than there were.
extension Rect {
  public func split(rowsFromTop rows: Int) -> (top: Rect, bottom: Rect) {
    let cut = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: cut), Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  public func split(rowsFromBottom rows: Int) -> (top: Rect, bottom: Rect) { split(rowsFromTop: height - max(0, rows)) }

  public func split(columnsFromLeft columns: Int) -> (left: Rect, right: Rect) {
    let cut = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: cut, height: height), Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  public func split(columnsFromRight columns: Int) -> (left: Rect, right: Rect) {
    split(columnsFromLeft: width - max(0, columns))
  }

  /// Takes away cells at each edge; where too few are left the result is empty, and inside.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let (_, below) = split(rowsFromTop: top)
    let (middle, _) = below.split(rowsFromBottom: bottom)
    let (_, rest) = middle.split(columnsFromLeft: left)
    return rest.split(columnsFromRight: right).left
  }

  public func inset(by cells: Int) -> Rect { inset(left: cells, top: cells, right: cells, bottom: cells) }

  /// A rectangle of that size in the middle of this one, cut down to it.
  public func centered(_ size: Size) -> Rect {
    let inner = Size(width: min(size.width, width), height: min(size.height, height))
    return Rect(
      x: x + (width - inner.width) / 2, y: y + (height - inner.height) / 2, width: inner.width, height: inner.height)
  }
}
