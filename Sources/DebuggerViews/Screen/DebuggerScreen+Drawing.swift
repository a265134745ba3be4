import CommandLanguage
public import DebuggerModel
public import TerminalGrid

extension DebuggerScreen {
  /// Draws one frame. The size is taken in first: a screen that has become smaller needs no event of its own.
  /// - Parameter clock: seconds since the start.
  public mutating func draw(_ state: DebuggerState, size: Size, clock: Double) -> Drawing {
    fit(size)
    if !state.attachedProcesses.isEmpty { waitingSince = clock }
    var grid = Grid(size)
    let layout = layout
    guard !layout.isTooSmall else { return finished(drawTooSmall(grid), cursor: nil) }
    let waited = max(0, clock - waitingSince)
    drawStatus(state, in: layout.status, waited: waited, on: &grid)
    for slot in layout.slots { draw(slot, state, waited: waited, on: &grid) }
    VerticalRules.draw(layout, on: &grid, glyphs: glyphs)
    drawPopup(on: &grid)
    let cursor = drawBottom(state, in: layout.hints, on: &grid)
    return finished(grid, cursor: cursor)
  }

  /// No process is there and nothing was asked to be shown: the source pane has room for the first words.
  func isWaiting(_ state: DebuggerState) -> Bool { state.attachedProcesses.isEmpty && panes.source.file == nil }

  func titleRule(_ slot: Layout.Slot, _ state: DebuggerState) -> TitleRule {
    var titles: [PaneName: String] = [:]
    for pane in slot.panes { titles[pane] = panes.view(pane).title(state) }
    if slot.panes.count > 1 || isWaiting(state) { titles[.source] = "Source" }
    if slot.panes == [.source] { titles[.source] = RowText.cut(titles[.source] ?? "", to: slot.rule.width - 4) }
    return TitleRule(slot, titles: titles, remark: panes.view(slot.shown).remark(state))
  }

  private func finished(_ grid: Grid, cursor: Point?) -> Drawing {
    Drawing(grid: options.isASCII ? grid.ascii() : grid, cursor: cursor)
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

  private func drawStatus(_ state: DebuggerState, in row: Rect, waited: Double, on grid: inout Grid) {
    var notice = state.notice.flatMap { $0.count > readNotice ? (text: $0.text, isWarning: $0.isWarning) : nil }
    if let said { notice = (said, true) }
    StatusLine(state, notice: notice, waited: waited, glyphs: glyphs).draw(in: row, on: &grid, glyphs: glyphs)
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
    let context = PaneContext(state: state, glyphs: glyphs, isFocused: isFocused, size: slot.content.size)
    panes.view(slot.shown).draw(in: slot.content, on: &grid, context)
  }

  private func drawPopup(on grid: inout Grid) {
    switch popup {
    case .text(let text): text.draw(on: &grid, screen: size, glyphs: glyphs)
    case .table(let table): table.draw(on: &grid, screen: size, glyphs: glyphs)
    case .confirm(let question): question.draw(on: &grid, screen: size, glyphs: glyphs)
    case nil: break
    }
  }

  /// The prompt where something is asked, else the keys that can be used.
  private mutating func drawBottom(_ state: DebuggerState, in row: Rect, on grid: inout Grid) -> Point? {
    if let prompt {
      if prompt.purpose == .command {
        Suggestions(prompt.editor.textBeforeCursor, keyMap: keyMap, pane: focused).draw(above: row, on: &grid)
      }
      return prompt.draw(in: row, on: &grid)
    }
    if let popup {
      popupHints(popup).draw(in: row, on: &grid, glyphs: glyphs)
      return nil
    }
    let copying: [ViewCommand] = focused == .source && isWaiting(state) && !snippet.lines.isEmpty ? [.copy] : []
    let commands = copying + panes.view(focused).commands(context(focused, state))
    let hints = HintLine(state, commands: commands, pane: focused, keys: &keyNames)
    hints.draw(in: row, on: &grid, glyphs: glyphs, fixed: HintLine.fixed(&keyNames, pane: focused))
    return nil
  }

  private func popupHints(_ popup: Popup) -> HintLine {
    switch popup {
    case .confirm(let question):
      return HintLine(
        question.choices.map { HintLine.Hint(key: String($0.key), label: $0.label) }
          + [HintLine.Hint(key: "Esc", label: "stay")])
    case .text(let text) where text.place != nil:
      return hints([.quit, .open, .move(.down), .move(.up), .search, .searchNext, .copy])
    case .text: return hints([.quit, .move(.pageDown), .move(.pageUp), .search, .searchNext, .copy])
    case .table: return hints([.quit, .move(.pageDown), .move(.pageUp), .move(.left), .move(.right), .copy])
    }
  }

  private func hints(_ commands: [ViewCommand]) -> HintLine {
    HintLine(
      commands.compactMap { command in
        let key = keyMap.keys(for: command.commandText, in: .popup).first
        return key.map { HintLine.Hint(key: $0, label: command == .quit ? "close" : command.hint) }
      })
  }
}
