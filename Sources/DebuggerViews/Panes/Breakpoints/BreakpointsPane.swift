import CommandLanguage
import DebuggerModel
import TerminalGrid

/// Every breakpoint: its number, how it stands, where it is, what it is bound to; those for exceptions come last.
struct BreakpointsPane: ListPane {
  let name = PaneName.breakpoints
  private(set) var rows: [BreakpointRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var names = FileNames()
  /// Columns of the longest number.
  private var digits = 1

  func title(_ state: DebuggerState) -> String {
    let count = state.listedBreakpoints.count + state.exceptionBreakpoints.count
    if state.isMuted { return "Breakpoints (\(count), muted)" }
    return count == 0 ? "Breakpoints" : "Breakpoints (\(count))"
  }

  func placeholder(_ state: DebuggerState) -> String { "no breakpoints" }

  mutating func absorb(_ state: DebuggerState) {
    let old = Set(rows.map(\.number))
    var present = current?.number
    rows = state.listedBreakpoints.map(BreakpointRow.line) + state.exceptionBreakpoints.map(BreakpointRow.exception)
    names = state.fileNames
    // The cursor goes to the one that was just set.
    let new = rows.filter { !old.contains($0.number) }
    if new.count == 1, !old.isEmpty { present = new.first?.number }
    digits = rows.map { String($0.number.rawValue).count }.max() ?? 1
    place(rows.firstIndex { $0.number == present } ?? cursor.index)
  }

  func draw(_ row: BreakpointRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    let mark = row.mark(isMuted: context.state.isMuted, context.glyphs)
    let number = String(row.number.rawValue)
    pen.put(String(repeating: " ", count: 1 + digits - number.count), in: &grid)
    pen.put(number + " ", .dim, in: &grid)
    pen.put(mark.glyph, mark.role, in: &grid)
    pen.put(" \(row.name(names))", in: &grid)
    if !row.options.isEmpty { pen.put("  \(row.options)", .dim, in: &grid) }
    if let message = row.message, row.isEnabled {
      pen.put("  \(message)", mark.role == .breakpointError ? .error : .warning, in: &grid)
    }
    if row.hits > 0 { pen.put("  " + RowText.count(row.hits, "hit", "hits"), in: &grid) }
  }

  func text(of row: BreakpointRow) -> String {
    [row.place, row.options, row.message ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    current == nil ? [] : [.open, .enableOrDisable, .delete, .editBreakpoint, .copy, .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    guard let row = current else { return nil }
    if case .exception(let breakpoint) = row, let actions = act(command, on: breakpoint) { return actions }
    if command == .enableOrDisable {
      return [.command(.changeBreakpoint(row.number, .enabled(!row.isEnabled)))]
    }
    if command == .delete { return [.command(.clearBreakpoints([row.number]))] }
    if case .line(let breakpoint) = row, let actions = act(command, on: breakpoint) { return actions }
    if command == .showFullValue { return [.showText(title: "Breakpoint \(row.number)", text(of: row))] }
    return command == .copy ? [.copy(row.place)] : nil
  }

  private func act(_ command: ViewCommand, on breakpoint: Breakpoint) -> [ViewAction]? {
    let (file, line) = (breakpoint.file, breakpoint.line)
    if command == .open, !breakpoint.isPlaced { return [.say(breakpoint.message ?? "")] }
    if command == .open { return [.showSource(file, line: line)] }
    guard breakpoint.isPlaced else { return nil }
    if command == .toggleBreakpoint { return [.command(.toggleBreakpoint(file, line: line))] }
    guard command == .editBreakpoint else { return nil }
    return [.prompt(.breakpointOptions(file, line: line), initial: breakpoint.options.commandText)]
  }

  private func act(_ command: ViewCommand, on breakpoint: ExceptionBreakpoint) -> [ViewAction]? {
    guard command == .open || command == .editBreakpoint else { return nil }
    return [.prompt(.command, initial: "catch \(breakpoint.exception) \(breakpoint.options.commandText)")]
  }

  /// A click on the number or the mark disables or enables; anywhere else it shows the line.
  mutating func clicked(_ row: BreakpointRow, column: Int, _ context: PaneContext) -> [ViewAction] {
    act(column < digits + 4 ? .enableOrDisable : .open, context) ?? []
  }
}
