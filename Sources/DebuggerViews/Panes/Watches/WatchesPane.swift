import CommandLanguage
import DebuggerModel
import TerminalGrid

/// Expressions with their values in the selected frame, which open like variables.
struct WatchesPane: ListPane {
  let name = PaneName.watches
  private(set) var rows: [WatchRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var watches: [Watch] = []
  private var nameColumns = 0
  private var lists = ShownLists()
  private var expanded: Set<TreeNode> = []
  private var key: FrameKey?
  private var mayWant = false
  /// How values are written.
  private var mode = DisplayMode.repr

  func title(_ state: DebuggerState) -> String {
    state.watches.isEmpty ? "Watches" : "Watches (\(state.watches.count))"
  }

  func placeholder(_ state: DebuggerState) -> String { "no watches" }

  mutating func absorb(_ state: DebuggerState) {
    let loaded = state.selectedFrameKey.flatMap { state.variables[$0]?.lists } ?? [:]
    let inside = loaded.filter { $0.key.scope == .expression }
    guard watches != state.watches || key != state.selectedFrameKey || inside != lists.loaded else { return }
    watches = state.watches
    key = state.selectedFrameKey
    lists.follow(inside, keepingOld: expanded)
    nameColumns = watches.reduce(0) { max($0, RowText.columns(of: $1.expression, atMost: 24)) }
    mayWant = true
    rebuild()
  }

  private mutating func rebuild() {
    let present = current?.node
    rows = watches.flatMap { watch -> [WatchRow] in
      let isExpanded = watch.isExpandable && expanded.contains(.variable(watch.path))
      guard isExpanded else { return [.watch(watch, isExpanded: false)] }
      let outline = VariableOutline(inside: watch.path, lists.shown, expanded: expanded)
      return [.watch(watch, isExpanded: true)] + outline.rows.map { .inside($0) }
    }
    place(rows.firstIndex { $0.node == present } ?? cursor.index)
  }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    guard mayWant, let key, state.selectedSuspension != nil, let tree = state.variables[key] else { return [] }
    mayWant = false
    let open = expanded.filter { node in
      guard case .variable(let path) = node else { return false }
      return path.scope == .expression && path != .globals
    }
    return open.missing(in: tree) { path in watches.contains { $0.path == path && $0.isExpandable && $0.frame == key } }
  }

  func draw(_ row: WatchRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    switch row {
    case .inside(let row): row.draw(with: &pen, in: &grid, context.glyphs, mode: mode)
    case .watch(let watch, let isExpanded): draw(watch, isExpanded, with: &pen, in: &grid, context.glyphs)
    }
  }

  private func draw(
    _ watch: Watch, _ isExpanded: Bool, with pen: inout RowPen, in grid: inout Grid, _ glyphs: Glyphs
  ) {
    // What it was at the last stop is not what it is.
    guard key != nil else {
      pen.skip(to: 3)
      return pen.put(watch.expression, .variableName, in: &grid)
    }
    if let failure = watch.failure {
      pen.put(" ", in: &grid)
      pen.put("\(glyphs.error) ", .error, in: &grid)
      pen.put(watch.expression, .variableName, in: &grid)
      return pen.put("  \(failure)", .error, in: &grid)
    }
    guard let value = watch.value?.value else {
      pen.skip(to: 3)
      pen.put(watch.expression, .variableName, in: &grid)
      return pen.put(watch.value == .underWay ? "  \(glyphs.more)" : "", .dim, in: &grid)
    }
    var shown = value
    shown.name = watch.expression
    VariableRow(
      node: .variable(watch.path), depth: 0, isExpanded: isExpanded, nameColumns: nameColumns,
      content: .variable(shown)
    ).draw(with: &pen, in: &grid, glyphs, mode: mode)
  }

  func text(of row: WatchRow) -> String {
    switch row {
    case .inside(let row): row.text
    case .watch(let watch, _): "\(watch.expression) = \(watch.failure ?? watch.value?.value?.value ?? "")"
    }
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    switch current {
    case nil: return [.addWatch]
    case .watch(let watch, let isExpanded)?:
      let tree: [ViewCommand] = watch.isExpandable ? [isExpanded ? .collapse : .expand] : []
      return tree + [.addWatch, .delete, .showFullValue, .setValue, .copy, .displayMode(nil), .search]
    case .inside(let row)?:
      let tree: [ViewCommand] = row.isExpandable ? [row.isExpanded ? .collapse : .expand] : []
      return tree + [.setValue, .showFullValue, .addWatch, .copy, .search]
    }
  }

  func remark(_ state: DebuggerState) -> String { mode == .repr ? "" : mode.rawValue }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if case .displayMode(let mode) = command {
      self.mode = mode ?? self.mode.next
      return []
    }
    guard let row = current else { return command == .addWatch ? [.prompt(.watch, initial: "")] : nil }
    if command == .expand || command == .move(.right) { return expand(row) }
    if command == .collapse || command == .move(.left) { return collapse(row) }
    switch row {
    case .watch(let watch, _): return act(command, on: watch)
    case .inside(let row): return act(command, inside: row)
    }
  }

  private mutating func act(_ command: ViewCommand, on watch: Watch) -> [ViewAction]? {
    if command == .addWatch { return [.prompt(.watch, initial: "")] }
    if command == .delete { return [.command(.removeWatch(watch.number))] }
    let value = watch.failure ?? watch.value?.value?.value ?? ""
    if command == .open, watch.isExpandable { return toggle(.variable(watch.path)) }
    if command == .open || command == .showFullValue {
      return watch.failure == nil
        ? [.showValue(watch.path, title: watch.expression)] : [.showText(title: watch.expression, value)]
    }
    if command == .setValue { return VariablesPane.setting(watch.expression) }
    if command == .printWord { return [.command(.evaluate(watch.expression, pretty: true))] }
    guard command == .copy else { return nil }
    return [watch.failure == nil ? watch.value?.value.map(VariablesPane.copying) ?? .copy(value) : .copy(value)]
  }

  private mutating func act(_ command: ViewCommand, inside row: VariableRow) -> [ViewAction]? {
    if command == .open, case .more(let offset) = row.content, case .more(let path) = row.node {
      return [.command(.open(path, offset: offset))]
    }
    if command == .open, row.isExpandable { return toggle(row.node) }
    return row.variable.flatMap { VariablesPane.act(command == .open ? .showFullValue : command, on: $0) }
  }

  /// A second time it goes to the first child.
  private mutating func expand(_ row: WatchRow) -> [ViewAction] {
    guard row.isExpandable, let node = row.treeNode else { return [] }
    if expanded.contains(node) {
      place(cursor.index + 1)
      return []
    }
    return toggle(node)
  }

  private mutating func collapse(_ row: WatchRow) -> [ViewAction] {
    if let node = row.treeNode, expanded.contains(node) { return toggle(node) }
    if let above = rows[..<cursor.index].lastIndex(where: { $0.depth < row.depth }) { place(above) }
    return []
  }

  private mutating func toggle(_ node: TreeNode) -> [ViewAction] {
    let isExpanded = expanded.insert(node).inserted
    if !isExpanded { expanded.remove(node) }
    rebuild()
    return isExpanded ? lists.loading(node) : []
  }

  mutating func clicked(_ row: WatchRow, column: Int, _ context: PaneContext) -> [ViewAction] {
    guard row.isExpandable, column <= 2 + row.depth * 2, let node = row.treeNode else { return [] }
    return toggle(node)
  }
}

extension WatchRow {
  /// What stays the same from stop to stop.
  fileprivate enum Node: Equatable {
    case watch(Int)
    case inside(TreeNode)
  }

  fileprivate var node: Node {
    switch self {
    case .watch(let watch, _): .watch(watch.number)
    case .inside(let row): .inside(row.node)
    }
  }

  fileprivate var treeNode: TreeNode? {
    switch self {
    case .watch(let watch, _): .variable(watch.path)
    case .inside(let row): row.node
    }
  }

  fileprivate var isExpandable: Bool {
    switch self {
    case .watch(let watch, _): watch.isExpandable
    case .inside(let row): row.isExpandable
    }
  }

  fileprivate var depth: Int {
    switch self {
    case .watch: 0
    case .inside(let row): row.depth
    }
  }
}
