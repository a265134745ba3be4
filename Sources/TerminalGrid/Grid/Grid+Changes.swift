extension Grid {
  /// The columns of a row that differ from an earlier grid of the same size, from the first to the last of them; both halves
  /// of a wide character belong together. Everything where there is no earlier grid.
  /// - Returns: `nil` where the row is the same.
  public func changedColumns(_ y: Int, since before: Grid?) -> Range<Int>? {
    guard (0..<size.height).contains(y), size.width > 0 else { return nil }
    guard let before, before.size == size else { return 0..<size.width }
    let start = y * size.width
    let end = start + size.width
    guard var first = (start..<end).first(where: { cells[$0] != before.cells[$0] }) else { return nil }
    let last = (first..<end).last { cells[$0] != before.cells[$0] } ?? first
    while first > start, cells[first].width == 0 { first -= 1 }
    return first - start..<last - start + 1
  }
}
