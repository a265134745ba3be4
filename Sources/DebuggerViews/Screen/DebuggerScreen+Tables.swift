import CommandLanguage
public import DebuggerModel

extension DebuggerScreen {
  /// Shows the array that came last in a popup.
  public mutating func showTable(_ array: ArrayAnswer) {
    open(.table(TablePopup(array)))
  }

  mutating func absorbTable(_ state: DebuggerState) {
    guard case .table(var table) = popup else { return }
    table.absorb(state.array)
    popup = .table(table)
  }

  /// The part of the table that is to be seen and not here, while its frame is the one that is asked.
  mutating func wantedTable(_ state: DebuggerState) -> [DebuggerCommand] {
    guard case .table(var table) = popup, state.selectedSuspension != nil, state.selectedFrameKey == table.frame,
      let part = table.wanted()
    else { return [] }
    popup = .table(table)
    return [.array(table.expression, part)]
  }

  mutating func act(_ command: ViewCommand, in table: TablePopup, _ state: DebuggerState) -> [ViewAction] {
    if case .move(let movement) = command { return move(table, movement, state) }
    if command == .cancel || command == .quit || command == .open { popup = nil }
    if command == .copy { return [.copy(table.text)] }
    if command == .redraw { return [.redraw] }
    return command == .suspend ? [.suspend] : []
  }

  mutating func move(
    _ table: TablePopup, _ movement: ViewCommand.Movement, by count: Int = 1, _ state: DebuggerState
  ) -> [ViewAction] {
    var table = table
    for _ in 0..<count { table.move(movement) }
    popup = .table(table)
    return wantedTable(state).map { .command($0) }
  }
}
