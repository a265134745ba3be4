import CommandLanguage
import DebuggerModel
import TerminalGrid

/// Expressions with their values in the selected frame.
struct WatchesPane: ListPane {
  let name = PaneName.watches
  private(set) var rows: [Watch] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var nameColumns = 0

  func title(_ state: DebuggerState) -> String {
    state.watches.isEmpty ? "Watches" : "Watches (\(state.watches.count))"
  }

  func placeholder(_ state: DebuggerState) -> String { "no watches" }

  mutating func absorb(_ state: DebuggerState) {
    guard rows != state.watches else { return }
    let present = current?.number
    rows = state.watches
    nameColumns = rows.reduce(0) { max($0, RowText.columns(of: $1.expression, atMost: 24)) }
    place(rows.firstIndex { $0.number == present } ?? cursor.index)
  }

  func draw(_ row: Watch, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    let glyphs = context.glyphs
    if let failure = row.failure {
      pen.put(" ", in: &grid)
      pen.put("\(glyphs.error) ", .error, in: &grid)
      pen.put(row.expression, .variableName, in: &grid)
      return pen.put("  \(failure)", .error, in: &grid)
    }
    let value = row.value?.value
    pen.put(" ", in: &grid)
    if value?.previous != nil { pen.put(glyphs.changed, .changed, in: &grid) }
    pen.skip(to: 3)
    guard let value else {
      pen.put(row.expression, .variableName, in: &grid)
      return pen.put(row.value == .underWay ? "  \(glyphs.more)" : "", .dim, in: &grid)
    }
    ValueText(name: row.expression, nameColumns: nameColumns, variable: value).put(with: &pen, in: &grid)
  }

  func text(of row: Watch) -> String { "\(row.expression) = \(row.failure ?? row.value?.value?.value ?? "")" }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    current == nil ? [.addWatch] : [.addWatch, .delete, .showFullValue, .setValue, .copy, .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if command == .addWatch { return [.prompt(.watch, initial: "")] }
    guard let row = current else { return nil }
    if command == .delete { return [.command(.removeWatch(row.number))] }
    let value = row.failure ?? row.value?.value?.value ?? ""
    if command == .open || command == .showFullValue {
      return row.failure == nil
        ? [.showValue(VariablePath([row.expression], scope: .expression), title: row.expression)]
        : [.showText(title: row.expression, value)]
    }
    if command == .setValue { return [.prompt(.setValue(row.expression), initial: value)] }
    if command == .printWord { return [.command(.evaluate(row.expression, pretty: true))] }
    return command == .copy ? [.copy(value)] : nil
  }
}

extension Watch {
  /// What went wrong with the expression in this frame.
  fileprivate var failure: String? {
    switch value {
    case .failed(let reason)?: reason
    case .loaded(let variable)?: variable.isError ? variable.value : nil
    case .underWay?, nil: nil
    }
  }
}
