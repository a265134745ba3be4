import CommandLanguage
import DebuggerModel
import TerminalGrid

/// Every breakpoint: how it stands, where it is, what it is bound to.
struct BreakpointsPane: ListPane {
  let name = PaneName.breakpoints
  private(set) var rows: [Breakpoint] = []
  var cursor = ListCursor()
  var size = Size.zero

  func title(_ state: DebuggerState) -> String {
    let count = state.listedBreakpoints.count
    if state.isMuted { return "Breakpoints (\(count), muted)" }
    return count == 0 ? "Breakpoints" : "Breakpoints (\(count))"
  }

  func placeholder(_ state: DebuggerState) -> String { "no breakpoints" }

  mutating func absorb(_ state: DebuggerState) {
    let present = current?.number
    rows = state.listedBreakpoints
    place(rows.firstIndex { $0.number == present } ?? cursor.index)
  }

  func draw(_ row: Breakpoint, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    let mark = BreakpointMark(row, isMuted: context.state.isMuted, context.glyphs)
    pen.put(" ", in: &grid)
    pen.put(mark.glyph, mark.role, in: &grid)
    pen.put(" \(row.placeText)", in: &grid)
    if let message = row.message, row.options.isEnabled {
      pen.put("  \(message)", mark.role == .breakpointError ? .error : .warning, in: &grid)
    }
    let options = row.options.commandText
    if !options.isEmpty { pen.put("  \(options)", .dim, in: &grid) }
    if row.hits > 0 { pen.put("  " + RowText.count(row.hits, "hit", "hits"), in: &grid) }
  }

  func text(of row: Breakpoint) -> String {
    let parts = [
      row.isPlaced ? "\(row.file.text):\(row.line)" : row.placeText, row.options.commandText, row.message ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    current == nil ? [] : [.open, .enableOrDisable, .delete, .editBreakpoint, .copy, .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    guard let row = current else { return nil }
    if command == .open, !row.isPlaced { return [.say(row.message ?? "")] }
    if command == .open { return [.showSource(row.file, line: row.line)] }
    if command == .enableOrDisable {
      return [.command(.changeBreakpoint(row.number, .enabled(!row.options.isEnabled)))]
    }
    if command == .delete { return [.command(.clearBreakpoints([row.number]))] }
    if command == .toggleBreakpoint, row.isPlaced { return [.command(.toggleBreakpoint(row.file, line: row.line))] }
    if command == .editBreakpoint, row.isPlaced {
      return [.prompt(.breakpointOptions(row.file, line: row.line), initial: row.options.commandText)]
    }
    if command == .showFullValue { return [.showText(title: "Breakpoint \(row.number)", text(of: row))] }
    return command == .copy ? [.copy("\(row.file.text):\(row.line)")] : nil
  }

  /// A click on the mark disables or enables; anywhere else it shows the line.
  mutating func clicked(_ row: Breakpoint, column: Int, _ context: PaneContext) -> [ViewAction] {
    act(column < 3 ? .enableOrDisable : .open, context) ?? []
  }
}
