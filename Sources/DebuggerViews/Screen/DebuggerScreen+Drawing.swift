import CommandLanguage
public import DebuggerModel
public import TerminalGrid

extension DebuggerScreen {
  /// Draws one frame. The size is taken in first: a screen that has become smaller needs no event of its own.
  /// - Parameter clock: seconds since the start.
  public mutating func draw(_ state: DebuggerState, size: Size, clock: Double) -> Drawing {
    fit(size)
    let wasOver = grace.isOver
    grace.update(state, clock: clock)
    let state = shown(state)
    if grace.isOver != wasOver { panes.absorb(state) }
    // Nothing may have been drawn for long when the last process goes.
    if state.attachedProcesses.isEmpty, hadProcess { waitingSince = clock }
    hadProcess = !state.attachedProcesses.isEmpty
    var grid = Grid(size)
    let layout = layout
    for slot in layout.slots { panes.catchUp(slot.shown, state) }
    if layout.slots.contains(where: { $0.shown == .console }) { seenConsole = state.console.nextIndex }
    guard !layout.isTooSmall else { return finished(drawTooSmall(grid), cursor: nil) }
    progress.update(
      state, clock: clock, cancelKey: keyNames.first(for: ViewCommand.cancel.commandText, in: .pane(focused)))
    let isReady = panes.source.prepare(glyphs)
    let waited = max(0, clock - waitingSince)
    let notice = drawStatus(state, in: layout.status, waited: waited, on: &grid)
    for slot in layout.slots { draw(slot, state, waited: waited, on: &grid) }
    VerticalRules.draw(layout, on: &grid, glyphs: glyphs)
    let field = drawPopup(on: &grid)
    let cursor = drawBottom(state, in: layout.hints, on: &grid)
    if let notice { draw(notice, at: layout.hints, on: &grid) }
    let next = isReady ? [grace.next, progress.next].compactMap(\.self).min() : 0
    return finished(grid, cursor: cursor ?? field ?? paneCursor(layout, state), next: next)
  }

  /// The state as it is shown: without the stop that a long step has left.
  func shown(_ state: DebuggerState) -> DebuggerState {
    var state = state
    state.hidesLeftStop = grace.isOver
    return state
  }

  /// Where the terminal's own cursor stands: screen magnifiers and braille displays follow it.
  private func paneCursor(_ layout: Layout, _ state: DebuggerState) -> Point? {
    guard popup == nil, let slot = layout.slot(of: focused), slot.shown == focused else { return nil }
    if focused == .source, isWaiting(state) { return nil }
    return panes.view(focused).cursorPoint(in: slot.content)
  }

  /// No process is there and nothing was asked to be shown: the source pane has room for the first words.
  func isWaiting(_ state: DebuggerState) -> Bool { state.attachedProcesses.isEmpty && panes.source.file == nil }

  func titleRule(_ slot: Layout.Slot, _ state: DebuggerState) -> TitleRule {
    var titles: [PaneName: String] = [:]
    for pane in slot.panes { titles[pane] = panes.view(pane).title(state) }
    // A tab that has something new.
    if slot.shown != .console, state.console.nextIndex > seenConsole { titles[.console]? += "*" }
    if slot.panes.count > 1 || isWaiting(state) { titles[.source] = "Source" }
    if slot.panes == [.source] { titles[.source] = RowText.cut(titles[.source] ?? "", to: slot.rule.width - 4) }
    return TitleRule(slot, titles: titles, remark: panes.view(slot.shown).remark(state))
  }

  private func finished(_ grid: Grid, cursor: Point?, next: Double? = nil) -> Drawing {
    Drawing(grid: options.isASCII ? grid.ascii() : grid, cursor: cursor, next: next)
  }

  private func drawTooSmall(_ grid: Grid) -> Grid {
    var grid = grid
    let words = "too small: \(Layout.least.width)x\(Layout.least.height) is needed"
    for (row, word) in words.split(separator: " ").enumerated() where grid.size.width < words.count {
      _ = grid.put(String(word), at: Point(x: 0, y: row), in: grid.rect, style: Style(.warning))
    }
    if grid.size.width >= words.count {
      _ = grid.put(words, at: .init(x: 0, y: 0), in: grid.rect, style: Style(.warning))
    }
    return grid
  }

  /// - Returns: the notice that there is no room for.
  private func drawStatus(
    _ state: DebuggerState, in row: Rect, waited: Double, on grid: inout Grid
  ) -> StatusLine.Piece? {
    var notice = state.notice.flatMap { $0.count > readNotice ? (text: $0.text, isWarning: $0.isWarning) : nil }
    if let words = progress.words { notice = (words, false) }
    if let said { notice = (said, isSaidAloud) }
    let other = state.selectedFrame == nil || panes.source.file == state.shownSource ? nil : panes.source.file
    let line = StatusLine(
      state, notice: notice, waited: waited, leaving: grace.stop, showing: other, glyphs: glyphs)
    line.draw(in: row, on: &grid, glyphs: glyphs)
    return line.overflow(row.width)
  }

  /// Draws a notice in the place of the hints, or above what is being typed; a long one takes several rows.
  private func draw(_ notice: StatusLine.Piece, at bottom: Rect, on grid: inout Grid) {
    let rows = RowText.wrapped(notice.text, to: bottom.width - 2, atMost: 4)
    let last = prompt == nil ? bottom.y : bottom.y - 1
    for (index, text) in rows.enumerated() {
      let row = Rect(x: bottom.x, y: last - rows.count + 1 + index, width: bottom.width, height: 1)
      guard row.y > 0 else { continue }
      grid.fill(row, style: Style(.statusBar))
      _ = grid.put(" " + text, at: row.origin, in: row, style: Style(notice.role, on: .statusBar))
    }
  }

  private func draw(_ slot: Layout.Slot, _ state: DebuggerState, waited: Double, on grid: inout Grid) {
    if !slot.rule.isEmpty {
      titleRule(slot, state).draw(isFocused: slot.shown == focused, on: &grid, glyphs: glyphs)
    }
    guard slot.shown != .source || !isWaiting(state) else {
      let screen = WaitingScreen(state, snippet: snippet, waited: waited, keyMap: keyMap, glyphs: glyphs)
      return screen.draw(in: slot.content, on: &grid, glyphs: glyphs)
    }
    let isFocused = slot.shown == focused && popup == nil
    let context = PaneContext(
      state: state, glyphs: glyphs, isFocused: isFocused, size: slot.content.size, unfoldingKey: unfoldingKey)
    panes.view(slot.shown).draw(in: slot.content, on: &grid, context)
  }

  /// - Returns: where the cursor belongs, if something is typed in it.
  private func drawPopup(on grid: inout Grid) -> Point? {
    switch popup {
    case .text(let text): text.draw(on: &grid, screen: size, glyphs: glyphs)
    case .table(let table): table.draw(on: &grid, screen: size, glyphs: glyphs)
    case .confirm(let question): question.draw(on: &grid, screen: size, glyphs: glyphs)
    case .mappings(let mappings): mappings.draw(on: &grid, screen: size, glyphs: glyphs)
    case .themes(let themes): themes.draw(on: &grid, screen: size, glyphs: glyphs)
    case .finder(let finder): return finder.draw(on: &grid, screen: size, glyphs: glyphs)
    case nil: break
    }
    return nil
  }

  /// The prompt where something is asked, else the keys that can be used.
  private mutating func drawBottom(_ state: DebuggerState, in row: Rect, on grid: inout Grid) -> Point? {
    if let prompt {
      if prompt.purpose == .command {
        Suggestions(prompt.editor.textBeforeCursor, keyMap: keyMap, pane: focused).draw(above: row, on: &grid)
      }
      if completionRows == nil { drawLegend(prompt.purpose, above: row, on: &grid) }
      completionRows?.draw(above: row, on: &grid)
      return prompt.draw(in: row, on: &grid)
    }
    bottomHints(state).draw(in: row, on: &grid, glyphs: glyphs)
    return nil
  }

  /// What may be typed, where that isn't plain from the question.
  private func drawLegend(_ purpose: PromptPurpose, above row: Rect, on grid: inout Grid) {
    guard case .breakpointOptions = purpose, row.y > 2 else { return }
    let line = Rect(x: row.x, y: row.y - 1, width: row.width, height: 1)
    grid.fill(line, style: Style(.popup))
    let words = " if EXPR   hit N, >=N, %N   log EXPR   once   thread | all   off   (nothing: always)"
    _ = grid.put(RowText.cut(words, to: line.width), at: line.origin, in: line, style: Style(.popup))
  }

  /// What can be done in the popup, or else in the focused pane.
  mutating func bottomHints(_ state: DebuggerState) -> HintLine {
    if let popup { return popupHints(popup) }
    if grace.stop != nil, let stopped = lastHints, stopped.pane == focused { return stopped.line }
    let copying: [ViewCommand] = focused == .source && isWaiting(state) && !snippet.lines.isEmpty ? [.copy] : []
    let commands = copying + panes.view(focused).commands(context(focused, state))
    var hints = HintLine(state, commands: commands, pane: focused, keys: &keyNames)
    hints.fixed = HintLine.fixed(&keyNames, pane: focused)
    lastHints = (focused, hints)
    return hints
  }

  private func popupHints(_ popup: Popup) -> HintLine {
    switch popup {
    case .confirm(let question):
      return HintLine(
        question.choices.map { HintLine.Hint(key: String($0.key), label: $0.label) }
          + [HintLine.Hint(key: "Esc", label: "stay")])
    case .text(let text) where text.paste != nil:
      let found = Self.pasteHints.compactMap { hint($0.command, label: $0.label) }
      return HintLine(found)
    case .text(let text) where text.place != nil:
      return hints([.quit, .open, .move(.down), .move(.up), .search, .searchNext, .copy])
    case .text: return hints([.quit, .move(.pageDown), .move(.pageUp), .search, .searchNext, .copy])
    case .finder: return FinderPopup.hints
    case .themes: return hints([.quit, .open, .move(.down), .move(.up)])
    case .mappings: return hints([.quit, .open, .delete, .move(.down), .move(.up), .copy])
    case .table: return hints([.quit, .move(.pageDown), .move(.pageUp), .move(.left), .move(.right), .copy])
    }
  }

  private func hints(_ commands: [ViewCommand]) -> HintLine {
    HintLine(commands.compactMap { hint($0, label: $0 == .quit ? "close" : $0.hint) })
  }

  private func hint(_ command: ViewCommand, label: String) -> HintLine.Hint? {
    let key = keyMap.keys(for: command.commandText, in: .popup).first
    return key.map { HintLine.Hint(key: $0, label: label) }
  }
}
