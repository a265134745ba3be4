import CommandLanguage
import DebuggerModel
import TerminalGrid

/// What the processes write and what Dialback says. It follows the newest line until the cursor is moved up.
struct ConsolePane: PaneView {
  let name = PaneName.console
  private var whole = ConsoleLog()
  /// The part that is shown, where that isn't all.
  private var part: ConsoleLog?
  /// The number of the line under the cursor.
  private(set) var cursor = 0
  private(set) var follows = true
  /// The number of the line at the top, where it doesn't follow.
  private(set) var top = 0
  /// The number of lines when it ceased to follow.
  private var seen = 0
  private(set) var showsTags = false
  /// The number of the line where what is marked begins, or ends.
  private var mark: Int?
  private(set) var search: TextSearch?

  /// What is shown.
  var log: ConsoleLog { part ?? whole }

  /// All lines that are shown, without their colours.
  private var text: String {
    let log = log
    return log.text { tag(of: $0) }
  }

  func title(_ state: DebuggerState) -> String {
    let filter = log.filter.words
    return "Console" + (filter.isEmpty ? "" : " (\(filter))")
  }

  func remark(_ state: DebuggerState) -> String {
    let waits = state.awaitsInput || state.selectedProcess?.waitsForInput == true ? "waits for input · " : ""
    return waits + position
  }

  /// Where in the text the window is.
  private var position: String {
    let dropped = log.dropped > 0 ? ", \(log.dropped) dropped" : ""
    if follows { return log.end == 0 ? "" : RowText.count(log.end, "line", "lines") + dropped + " ⇣follow" }
    let new = log.end - seen
    return new > 0 ? "+" + RowText.count(new, "line", "lines") + dropped : "line \(cursor + 1) of \(log.end)" + dropped
  }

  mutating func absorb(_ state: DebuggerState) {
    whole.limit = state.settings.consoleLines
    whole.absorb(state.console)
    part?.absorb(state.console)
    if state.attachedProcesses.count > 1 { showsTags = true }
    if follows { cursor = max(log.dropped, log.end - 1) }
    cursor = max(cursor, log.dropped)
    top = max(top, log.dropped)
  }

  /// `[2] ` before the lines of the second process, once there have been two at a time.
  private func tag(of line: ConsoleLine) -> String {
    guard showsTags, let process = line.process else { return "" }
    return "[\(process)] "
  }

  /// The line with a number, broken into rows; a column at the left is kept free.
  func rows(of number: Int, width: Int) -> [[ConsoleWrap.Piece]] {
    guard let line = log[number] else { return [] }
    return Array(ConsoleWrap(line, tag: tag(of: line), width: width - 1).rows.prefix(ConsoleWrap.mostRows))
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    (context.state.awaitsInput ? [.typeInput] : [])
      + (log.end == 0
        ? [] : [.search, .filterConsole(nil), .copy, .mark, .showFullValue] + (follows ? [] : [.move(.bottom)]))
  }

  mutating func handle(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if case .move(let movement) = command { return move(movement, context.size) ? [] : nil }
    if case .filterConsole(let filter) = command {
      show(filter ?? next(context.state), context)
      return []
    }
    if case .saveConsole(let file) = command { return [.save(text, file: file, what: "the console")] }
    if command == .cancel {
      search = nil
      mark = nil
    }
    if command == .open, context.state.awaitsInput { return [.prompt(.programInput, initial: "")] }
    guard let line = log[cursor] else { return nil }
    if command == .mark { return toggleMark(context.size) }
    if command == .copy { return copy(line) }
    if command == .showFullValue || command == .open { return [.showText(title: "Console", line.text)] }
    return nil
  }

  private mutating func toggleMark(_ size: Size) -> [ViewAction] {
    mark = mark == nil ? cursor : nil
    // New lines must not move the end of what is marked.
    if mark != nil, follows { go(to: cursor, size) }
    return []
  }

  /// The marked lines, or else the one under the cursor.
  private mutating func copy(_ line: ConsoleLine) -> [ViewAction] {
    guard let marked else { return [.copy(line.text)] }
    mark = nil
    return [.copy(marked.compactMap { log[$0]?.text }.joined(separator: "\n"))]
  }

  /// The numbers of the marked lines, as far as those are kept.
  var marked: ClosedRange<Int>? {
    guard let mark else { return nil }
    let kept = max(mark, log.dropped)
    return min(kept, cursor)...max(kept, cursor)
  }

  /// The kind after the present one; a single process has all that any process writes.
  private func next(_ state: DebuggerState) -> ConsoleFilter {
    let kinds = ConsoleFilter.allCases.filter { $0 != .process || state.connectionCount > 1 }
    return kinds[((kinds.firstIndex(of: log.filter.kind) ?? -1) + 1) % kinds.count]
  }

  private mutating func show(_ kind: ConsoleFilter, _ context: PaneContext) {
    let filter = ConsoleLineFilter(kind: kind, process: kind == .process ? context.state.selection.process : nil)
    part = kind == .all ? nil : whole.filtered(filter)
    follows = true
    absorb(context.state)
  }

  private mutating func move(_ movement: ViewCommand.Movement, _ size: Size) -> Bool {
    let page = max(1, size.height - 1)
    switch movement {
    case .up: go(to: cursor - 1, size)
    case .down: go(to: cursor + 1, size)
    case .pageUp: go(to: (follows ? start(in: size).line : cursor) - page, size)
    case .pageDown: go(to: cursor + page, size)
    case .halfPageUp: go(to: cursor - max(1, size.height / 2), size)
    case .halfPageDown: go(to: cursor + max(1, size.height / 2), size)
    case .top: go(to: log.dropped, size)
    case .bottom: go(to: log.end, size)
    case .left, .right, .lineStart, .lineEnd: return false
    }
    return true
  }

  /// Puts the cursor on a line; behind the last one it follows again.
  private mutating func go(to number: Int, _ size: Size) {
    if number >= log.end {
      follows = true
      cursor = max(log.dropped, log.end - 1)
      return
    }
    if follows {
      top = start(in: size).line
      seen = log.end
      follows = false
    }
    cursor = max(log.dropped, number)
    top = start(in: size).line
  }

  mutating func click(column: Int, row: Int, _ context: PaneContext) -> [ViewAction] {
    guard let line = line(atRow: row, in: context.size) else { return [] }
    go(to: line, context.size)
    return []
  }

  mutating func find(_ text: String, backwards: Bool, _ context: PaneContext) -> SearchPlace? {
    let search = TextSearch(text)
    self.search = text.isEmpty ? nil : search
    let found = TextSearch.row(from: cursor - log.dropped, count: log.numbers.count, backwards: backwards) {
      log[$0 + log.dropped].map { search.matches($0.text) } ?? false
    }
    guard let found else { return nil }
    go(to: found + log.dropped, context.size)
    return search.place(of: found, count: log.numbers.count) { log[$0 + log.dropped]?.text ?? "" }
  }
}
