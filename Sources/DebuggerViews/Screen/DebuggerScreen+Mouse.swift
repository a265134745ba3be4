import CommandLanguage
import DebuggerModel
import TerminalGrid

extension DebuggerScreen {
  /// Rows that a notch of the wheel scrolls.
  private static let wheelRows = 3

  mutating func handle(_ event: MouseEvent, _ state: DebuggerState) -> [ViewAction] {
    switch event.kind {
    case .press: return event.button == .left ? press(at: event.point, state) : []
    case .release: dragged = nil
    case .drag: if let dragged { layout.drag(dragged, to: event.point, &weights) }
    case .wheelUp: return turn(.up, at: event.point, state)
    case .wheelDown: return turn(.down, at: event.point, state)
    }
    return []
  }

  private mutating func turn(
    _ movement: ViewCommand.Movement, at point: Point, _ state: DebuggerState
  ) -> [ViewAction] {
    if case .text(var text) = popup {
      for _ in 0..<Self.wheelRows { text.move(movement) }
      popup = .text(text)
      return []
    }
    if case .table(let table) = popup { return move(table, movement, by: Self.wheelRows, state) }
    guard popup == nil, let slot = layout.slot(at: point) else { return [] }
    let context = context(slot.shown, state)
    for _ in 0..<Self.wheelRows { _ = panes.handle(.move(movement), in: slot.shown, context) }
    return []
  }

  private mutating func press(at point: Point, _ state: DebuggerState) -> [ViewAction] {
    if let popup { return press(at: point, outside: popup) }
    guard prompt == nil else { return [] }
    let slot = layout.slot(at: point)
    if let slot, let pane = titleRule(slot, state).pane(at: point) {
      focus(pane)
      return []
    }
    if let split = layout.border(at: point) {
      dragged = split.border
      return []
    }
    guard let slot else { return [] }
    focus(slot.shown)
    guard slot.content.contains(point), !(slot.shown == .source && isWaiting(state)) else { return [] }
    let column = point.x - slot.content.x
    return panes.click(column: column, row: point.y - slot.content.y, in: slot.shown, context(slot.shown, state))
  }

  /// A click beside a text or a table closes it.
  private mutating func press(at point: Point, outside popup: Popup) -> [ViewAction] {
    if case .text(let text) = popup, !text.rect(on: size).contains(point) { self.popup = nil }
    if case .table(let table) = popup, !table.rect(on: size).contains(point) { self.popup = nil }
    return []
  }
}
