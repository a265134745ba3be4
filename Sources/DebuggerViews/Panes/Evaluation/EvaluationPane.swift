import CommandLanguage
import DebuggerModel
import TerminalGrid

/// What was evaluated and what came of it, the newest at the bottom.
struct EvaluationPane: ListPane {
  let name = PaneName.evaluation
  private(set) var rows: [EvaluationRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var evaluations: [Evaluation] = []
  private var lists = ShownLists()
  private var expanded: Set<TreeNode> = []
  private var key: FrameKey?
  private var computations: [FrameKey: Computation] = [:]

  func title(_ state: DebuggerState) -> String { "Eval" }

  func remark(_ state: DebuggerState) -> String { state.selectedFrame.map { "frame \($0.call)" } ?? "" }

  func placeholder(_ state: DebuggerState) -> String { "nothing evaluated yet" }

  mutating func absorb(_ state: DebuggerState) {
    let loaded = state.selectedFrameKey.flatMap { state.variables[$0]?.lists } ?? [:]
    let inside = loaded.filter { $0.key.scope == .expression }
    let isNew = evaluations != state.evaluations
    let isBusy = computations != state.computations
    guard isNew || isBusy || key != state.selectedFrameKey || inside != lists.loaded else { return }
    if key != state.selectedFrameKey { expanded = [] }
    evaluations = state.evaluations
    computations = state.computations
    key = state.selectedFrameKey
    lists.follow(inside, keepingOld: nil)
    rebuild()
    if isNew { place(rows.count - 1) }
  }

  private mutating func rebuild() {
    rows = EvaluationRow.rows(
      evaluations, frame: key, lists: lists.shown, expanded: expanded, computations: computations)
    place(cursor.index)
  }

  private mutating func toggle(_ node: TreeNode) -> [ViewAction] {
    let isExpanded = expanded.insert(node).inserted
    if !isExpanded { expanded.remove(node) }
    rebuild()
    return isExpanded ? lists.loading(node) : []
  }

  func draw(_ row: EvaluationRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    if case .inside(let row) = row.kind { return row.draw(with: &pen, in: &grid, context.glyphs) }
    pen.put(" ", in: &grid)
    switch row.kind {
    case .inside: break
    case .container(let isExpanded):
      pen.put((isExpanded ? context.glyphs.expanded : context.glyphs.collapsed) + " ", .dim, in: &grid)
      pen.put(row.text, in: &grid)
    case .expression:
      pen.put(">>> ", .prompt, in: &grid)
      pen.put(row.text, in: &grid)
    case .continuation:
      pen.put("... ", .prompt, in: &grid)
      pen.put(row.text, in: &grid)
    case .value, .printed: pen.put(row.text, in: &grid)
    case .error: pen.put("\(context.glyphs.error) \(row.text)", .error, in: &grid)
    case .note: pen.put(row.text, .dim, in: &grid)
    }
  }

  func text(of row: EvaluationRow) -> String { row.text }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    guard let row = current else { return [.evaluate] }
    let tree: [ViewCommand] = row.node == nil ? [] : [row.isExpanded ? .collapse : .expand]
    return tree + [.evaluate, .showFullValue, .addWatch, .copy, .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    guard let row = current, let evaluation = evaluations.first(where: { $0.token == row.token }) else { return nil }
    let node = row.node ?? (row.kind == .container(isExpanded: row.isExpanded) ? .variable(evaluation.path) : nil)
    if let node, let actions = act(command, on: node, isExpanded: row.isExpanded) { return actions }
    if case .inside(let inside) = row.kind { return act(command, inside: inside) }
    if command == .open || command == .showFullValue {
      return [.showText(title: evaluation.expression, evaluation.text)]
    }
    if command == .copy { return [.copy(evaluation.text)] }
    return command == .addWatch ? [.prompt(.watch, initial: evaluation.expression)] : nil
  }

  private mutating func act(_ command: ViewCommand, on node: TreeNode, isExpanded: Bool) -> [ViewAction]? {
    if command == .open { return toggle(node) }
    if command == .expand || command == .move(.right) { return isExpanded ? [] : toggle(node) }
    if command == .collapse || command == .move(.left) { return isExpanded ? toggle(node) : [] }
    return nil
  }

  private func act(_ command: ViewCommand, inside row: VariableRow) -> [ViewAction]? {
    if command == .open, case .more(let offset) = row.content, case .more(let path) = row.node {
      return [.command(.open(path, offset: offset))]
    }
    return row.variable.flatMap { VariablesPane.act(command == .open ? .showFullValue : command, on: $0) }
  }
}

extension EvaluationRow {
  /// Of a row inside of a value that can be opened itself.
  fileprivate var node: TreeNode? {
    if case .inside(let row) = kind, row.isExpandable { row.node } else { nil }
  }

  fileprivate var isExpanded: Bool {
    switch kind {
    case .container(let isExpanded): isExpanded
    case .inside(let row): row.isExpanded
    case .expression, .continuation, .printed, .value, .error, .note: false
    }
  }
}

extension Evaluation {
  /// The value, or what went wrong.
  fileprivate var text: String {
    switch value {
    case .underWay: ""
    case .failed(let reason): reason
    case .loaded(let variable): variable.value
    }
  }
}
