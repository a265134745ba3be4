import DebuggerModel
import TerminalGrid

/// What a name can become, above the prompt. Tab and Shift-Tab put the next or the previous one into the line.
struct CompletionRows: Equatable, Sendable {
  private let items: [Completion]
  private var chosen: Int?
  /// What stands in the line now of the name that is completed.
  private(set) var typed: String

  private static let mostRows = 10

  /// - Parameter typed: the part of the name that is in the line.
  init(_ items: [Completion], typed: String) {
    self.items = items
    self.typed = typed
  }

  /// - Returns: what to put in the place of `typed`.
  mutating func choose(by step: Int) -> String {
    let next = chosen.map { $0 + step } ?? (step > 0 ? 0 : -1)
    let index = (next + items.count) % items.count
    chosen = index
    return items[index].name
  }

  mutating func put(_ name: String) { typed = name }

  func draw(above row: Rect, on grid: inout Grid) {
    let height = min(items.count, Self.mostRows, max(0, row.y - 2))
    guard height > 0 else { return }
    let first = min(max(0, (chosen ?? 0) - height + 1), items.count - height)
    let shown = items[first..<first + height]
    let names = min(40, shown.map { DisplayWidth.of($0.name) }.max() ?? 0)
    let kinds = shown.map { DisplayWidth.of($0.kind) }.max() ?? 0
    let width = min(row.width, names + kinds + 4)
    for (index, item) in shown.enumerated() {
      let line = Rect(x: row.x, y: row.y - height + index, width: width, height: 1)
      grid.fill(line, style: Style(.popup))
      _ = grid.put(" " + RowText.cut(item.name, to: names), at: line.origin, in: line, style: Style(.popup))
      let kind = Point(x: line.x + names + 2, y: line.y)
      _ = grid.put(item.kind, at: kind, in: line, style: Style(.typeName, on: .popup))
      if first + index == chosen { grid.mark(.selection, over: line) }
    }
    let more = items.count - height
    guard more > 0 else { return }
    let words = " \(more) more "
    let place = Point(x: row.x + width, y: row.y - 1)
    _ = grid.put(words, at: place, in: Rect(x: 0, y: 0, width: row.maxX, height: row.y), style: Style(.popup))
  }
}
