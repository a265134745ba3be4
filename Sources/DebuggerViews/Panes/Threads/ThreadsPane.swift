import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// The connected processes, each with its threads and how they stand.
struct ThreadsPane: ListPane {
  let name = PaneName.threads
  let isLazy = true
  private(set) var rows: [ThreadRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var selection: DebuggerState.Selection?
  /// What the rows were made of.
  private var revision: Int?
  /// Only rows with this text are shown, and the processes of such threads.
  private var filter = RowFilter()
  private var names = FileNames()

  func title(_ state: DebuggerState) -> String {
    let count = state.processes.reduce(0) { $0 + $1.threads.count }
    return count == 0 ? "Threads" : "Threads (\(count))"
  }

  func placeholder(_ state: DebuggerState) -> String { StateWords.whyNoStop(state) }

  /// The cursor stays on its thread, and goes along when another one is selected.
  mutating func absorb(_ state: DebuggerState) {
    let isUnchanged = revision == state.processRevision && selection == state.selection
    guard !isUnchanged else { return }
    revision = state.processRevision
    names = state.fileNames
    let present = current
    rows = shown(ThreadRow.rows(state))
    let isElsewhere =
      selection?.thread != state.selection.thread || selection?.process != state.selection.process
    selection = state.selection
    let index = isElsewhere ? rows.firstIndex(where: Self.isSelected) : rows.firstIndex { Self.isSame($0, present) }
    place(index ?? cursor.index)
  }

  private func shown(_ all: [ThreadRow]) -> [ThreadRow] {
    guard !filter.isEmpty else { return all }
    let fitting = all.filter { filter.takes(text(of: $0)) }
    let processes = Set(fitting.map(\.process))
    return all.filter { row in
      fitting.contains { Self.isSame($0, row) } || row.thread == nil && processes.contains(row.process)
    }
  }

  func remark(_ state: DebuggerState) -> String { filter.remark }

  private static func isSelected(_ row: ThreadRow) -> Bool {
    if case .thread(_, _, isSelected: true, _) = row { true } else { false }
  }

  private static func isSame(_ row: ThreadRow, _ other: ThreadRow?) -> Bool {
    row.process == other?.process && row.thread == other?.thread
  }

  func draw(_ row: ThreadRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    switch row {
    case .process(let process, let isSelected, let depth):
      pen.skip(to: 1 + 2 * min(depth, 8))
      pen.put("[\(process.number)] ", isSelected ? .definition : .dim, in: &grid)
      pen.put(process.identity.summary, isSelected ? .text : .dim, in: &grid)
      if process.isDetached { pen.put("  detached", .dim, in: &grid) }
      if process.waitsForInput { pen.put("  waits for input", .warning, in: &grid) }
    case .thread(let thread, _, let isSelected, let depth):
      let indent = 2 * min(depth, 8)
      pen.skip(to: 1 + indent)
      if isSelected { pen.put(context.glyphs.execution, .executionMark, in: &grid) }
      pen.skip(to: 3 + indent)
      pen.put(thread.name, in: &grid)
      pen.skip(to: min(17, pen.rect.width / 2) + indent)
      pen.put(" ", in: &grid)
      if thread.isFrozen { pen.put(context.glyphs.frozen + " ", .warning, in: &grid) }
      pen.put(StateWords.status(thread), thread.suspension == nil ? .statusRunning : .statusStopped, in: &grid)
      guard let frame = thread.suspension?.frames.first else { return }
      pen.put("  \(names.name(of: frame, context.state)):\(frame.line)", in: &grid)
    }
  }

  func text(of row: ThreadRow) -> String {
    switch row {
    case .process(let process, _, _): "\(process.number) \(process.identity.summary)"
    case .thread(let thread, _, _, _): "\(thread.name) \(StateWords.status(thread)) \(thread.id)"
    }
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    rows.isEmpty
      ? []
      : current?.thread == nil
        ? [.open, .copy, .filter(nil), .search]
        : [.open, .toggleFrozen, .copy, .filter(nil), .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    switch filter.take(command) {
    case .asks(let action): return [action]
    case .changed:
      revision = nil
      absorb(context.state)
      return []
    case nil: break
    }
    guard let row = current else { return nil }
    if command == .open { return select(row, context.state) }
    if command == .toggleFrozen { return toggleFrozen(row, context.state) }
    if command == .showFullValue { return [.showText(title: "Thread", text(of: row))] }
    return command == .copy ? [.copy(text(of: row))] : nil
  }

  private func toggleFrozen(_ row: ThreadRow, _ state: DebuggerState) -> [ViewAction]? {
    guard case .thread(let thread, let process, _, _) = row else { return nil }
    let elsewhere: [ViewAction] = process == state.selection.process ? [] : [.command(.selectProcess(process))]
    let id = thread.id.rawValue
    return elsewhere + [.command(thread.isFrozen ? .thaw(id) : .freeze(id))]
  }

  private func select(_ row: ThreadRow, _ state: DebuggerState) -> [ViewAction] {
    var actions: [ViewAction] = []
    if row.process != state.selection.process || row.thread == nil {
      actions.append(.command(.selectProcess(row.process)))
    }
    if let thread = row.thread { actions.append(.command(.selectThread(.id(thread.rawValue)))) }
    return actions
  }

  mutating func clicked(_ row: ThreadRow, column: Int, _ context: PaneContext) -> [ViewAction] {
    select(row, context.state)
  }
}
