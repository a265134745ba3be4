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
    if case .mappings(var mappings) = popup {
      for _ in 0..<Self.wheelRows { mappings.move(movement) }
      popup = .mappings(mappings)
      return []
    }
    if case .finder(var finder) = popup {
      for _ in 0..<Self.wheelRows { finder.move(movement) }
      popup = .finder(finder)
      return []
    }
    if case .table(let table) = popup { return move(table, movement, by: Self.wheelRows, state) }
    guard popup == nil, let slot = layout.slot(at: point) else { return [] }
    let context = context(slot.shown, state)
    for _ in 0..<Self.wheelRows { _ = panes.handle(.move(movement), in: slot.shown, context) }
    return []
  }

  private mutating func press(at point: Point, _ state: DebuggerState) -> [ViewAction] {
    if prompt != nil { return pressSuggestion(at: point, state) }
    if layout.hints.contains(point) {
      return pressHint(at: point, state)
    }
    if let popup { return press(at: point, over: popup, state) }
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

  /// A click on a hint presses its key.
  private mutating func pressHint(at point: Point, _ state: DebuggerState) -> [ViewAction] {
    let row = layout.hints
    let hint = bottomHints(state).hint(atColumn: point.x - row.x, width: row.width, glyphs: glyphs)
    guard let key = hint.flatMap({ KeyPress($0.key) }) else { return [] }
    readNotices(state)
    return press(key, state)
  }

  /// A command of the palette that takes nothing is carried out, another one is typed.
  private mutating func pressSuggestion(at point: Point, _ state: DebuggerState) -> [ViewAction] {
    guard var open = prompt, open.purpose == .command else { return [] }
    let suggestions = Suggestions(open.editor.textBeforeCursor, keyMap: keyMap, pane: focused)
    guard let entry = suggestions.entry(at: point, above: layout.hints) else { return [] }
    prompt = nil
    if !entry.takesMore { return [.commandText(entry.name)] }
    let typed = open.editor.textBeforeCursor.drop { $0.isWhitespace }
    if !typed.contains(where: \.isWhitespace) { open.editor.complete(with: entry.name + " ") }
    prompt = open
    return []
  }

  /// A click beside a text, a table or the finder closes it; one on a row of the finder opens that.
  private mutating func press(at point: Point, over popup: Popup, _ state: DebuggerState) -> [ViewAction] {
    if case .mappings(var mappings) = popup {
      let list = mappings.list(on: size)
      if list.contains(point), mappings.choose(row: point.y - list.y) {
        self.popup = .mappings(mappings)
        return open(mappings, state)
      }
      if !mappings.rect(on: size).contains(point) { self.popup = nil }
    }
    if case .themes(var themes) = popup {
      let list = themes.list(on: size)
      if list.contains(point), themes.choose(row: point.y - list.y) { return keep(themes) }
      if !themes.rect(on: size).contains(point) { return act(.cancel, in: themes) }
    }
    if case .finder(var finder) = popup {
      let list = finder.list(on: size)
      if list.contains(point), finder.choose(row: point.y - list.y) { return open(finder, state) }
      if !finder.rect(on: size).contains(point) { self.popup = nil }
    }
    if case .confirm(let question) = popup, let key = question.key(at: point, on: size) { return press(key, state) }
    if case .text(let text) = popup, text.paste == nil, !text.rect(on: size).contains(point) { self.popup = nil }
    if case .table(let table) = popup, !table.rect(on: size).contains(point) { self.popup = nil }
    return []
  }
}
