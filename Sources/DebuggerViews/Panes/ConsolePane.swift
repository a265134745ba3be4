import CommandLanguage
import DebuggerModel
import TerminalGrid

/// What the processes write and what Dialback says. It follows the newest line until the cursor is moved up.
struct ConsolePane: PaneView {
  let name = PaneName.console
  private(set) var log = ConsoleLog()
  /// The number of the line under the cursor.
  private(set) var cursor = 0
  private(set) var follows = true
  /// The number of the line at the top, where it doesn't follow.
  private(set) var top = 0
  /// The number of lines when it ceased to follow.
  private var seen = 0
  private(set) var showsTags = false
  private(set) var search: TextSearch?

  func title(_ state: DebuggerState) -> String { "Console" }

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
    log.absorb(state.console)
    showsTags = state.connectionCount > 1
    if follows { cursor = max(log.dropped, log.end - 1) }
    cursor = max(cursor, log.dropped)
    top = max(top, log.dropped)
  }

  /// `[2] ` before the lines of the second process, once there has been a second one.
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
      + (log.end == 0 ? [] : [.search, .copy, .showFullValue] + (follows ? [] : [.move(.bottom)]))
  }

  mutating func handle(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if case .move(let movement) = command { return move(movement, context.size) ? [] : nil }
    if command == .cancel { search = nil }
    if command == .open, context.state.awaitsInput { return [.prompt(.programInput, initial: "")] }
    guard let line = log[cursor] else { return nil }
    if command == .copy { return [.copy(line.text)] }
    if command == .showFullValue || command == .open { return [.showText(title: "Console", line.text)] }
    return nil
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

  mutating func find(_ text: String, backwards: Bool, _ context: PaneContext) -> Bool {
    let search = TextSearch(text)
    self.search = text.isEmpty ? nil : search
    let found = TextSearch.row(from: cursor - log.dropped, count: log.numbers.count, backwards: backwards) {
      log[$0 + log.dropped].map { search.matches($0.text) } ?? false
    }
    guard let found else { return false }
    go(to: found + log.dropped, context.size)
    return true
  }
}
