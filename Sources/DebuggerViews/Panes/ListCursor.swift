import CommandLanguage

/// The cursor of a list and the row that is at the top of its window. Nothing here depends on what the rows are, and
/// nothing costs more for a long list than for a short one.
struct ListCursor: Equatable, Sendable {
  /// 0-based.
  private(set) var index = 0
  private(set) var top = 0

  /// Moves the cursor; `left`, `right` and the ends of the line mean nothing to a list.
  /// - Returns: whether the movement was one of a list's.
  mutating func move(_ movement: ViewCommand.Movement, count: Int, height: Int) -> Bool {
    let page = max(1, height - 1)
    switch movement {
    case .up: place(index - 1, count: count, height: height)
    case .down: place(index + 1, count: count, height: height)
    case .pageUp: place(index - page, count: count, height: height)
    case .pageDown: place(index + page, count: count, height: height)
    case .halfPageUp: place(index - max(1, height / 2), count: count, height: height)
    case .halfPageDown: place(index + max(1, height / 2), count: count, height: height)
    case .top: place(0, count: count, height: height)
    case .bottom: place(count - 1, count: count, height: height)
    case .left, .right, .lineStart, .lineEnd: return false
    }
    return true
  }

  /// Puts the cursor on a row and scrolls no further than is needed to show it.
  /// - Parameter margin: rows to keep visible above and below, where there are any.
  mutating func place(_ new: Int, count: Int, height: Int, margin: Int = 0) {
    index = min(max(0, new), max(0, count - 1))
    let margin = min(margin, max(0, (height - 1) / 2))
    top = max(top, index + margin - height + 1)
    top = min(top, index - margin)
    settle(count: count, height: height)
  }

  /// Puts the cursor on a row and the row at a given place of the window.
  mutating func place(_ new: Int, count: Int, height: Int, atRow row: Int) {
    index = min(max(0, new), max(0, count - 1))
    top = index - row
    settle(count: count, height: height)
  }

  /// The rows to draw: the window as it was left, moved where another height or count would hide the cursor.
  func window(count: Int, height: Int) -> Range<Int> {
    var cursor = self
    cursor.place(index, count: count, height: max(1, height))
    return cursor.top..<min(count, cursor.top + max(0, height))
  }

  private mutating func settle(count: Int, height: Int) {
    top = max(0, min(top, count - height))
  }
}
