import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// The variables of the selected frame as a tree that is loaded as it is opened. What is open, and where the cursor is,
/// is remembered for each function, so that stepping through it keeps both.
struct VariablesPane: ListPane {
  let name = PaneName.variables
  private(set) var rows: [VariableRow] = []
  var cursor = ListCursor()
  var size = Size.zero

  /// A function, whatever the stop: what is remembered belongs to it.
  struct Place: Hashable {
    let process: ProcessNumber
    let function: String
    let file: RemotePath
  }

  private var place: Place?
  private var key: FrameKey?
  /// As they came from the state, to tell whether they are others now.
  private var loaded: [VariablePath: Loading<VariableList>] = [:]
  /// What is shown: while the lists of a new stop are on their way, those of the one before in the same function.
  private var shown: [VariablePath: Loading<VariableList>] = [:]
  private(set) var expanded: [Place: Set<TreeNode>] = [:]
  private var cursors: [Place: TreeNode] = [:]
  private var mayWant = false

  func title(_ state: DebuggerState) -> String { "Variables" }

  func remark(_ state: DebuggerState) -> String {
    guard let key = state.selectedFrameKey, state.variables[key]?.roots == .underWay else { return "" }
    return "loading"
  }

  func placeholder(_ state: DebuggerState) -> String { StateWords.whyNoStop(state) }

  mutating func absorb(_ state: DebuggerState) {
    remember()
    guard let key = state.selectedFrameKey, let frame = state.selectedFrame else { return clear() }
    let place = Place(process: key.process, function: frame.function, file: frame.remoteFile)
    let lists = state.variables[key]?.lists ?? [:]
    if key == self.key, lists == loaded { return }
    shown = merge(lists, keepsOld: place == self.place, at: place)
    self.key = key
    self.place = place
    loaded = lists
    mayWant = true
    rebuild()
  }

  private mutating func clear() {
    rows = []
    place = nil
    key = nil
    loaded = [:]
    shown = [:]
  }

  private func merge(
    _ lists: [VariablePath: Loading<VariableList>], keepsOld: Bool, at place: Place
  ) -> [VariablePath: Loading<VariableList>] {
    guard keepsOld else { return lists }
    let open = expanded[place] ?? []
    let old = shown.filter { path, list in
      list.value != nil && (path == .root || open.contains(.variable(path)))
    }
    return lists.merging(old) { new, old in new == .underWay ? old : new }
  }

  private mutating func remember() {
    if let place, let current { cursors[place] = current.node }
  }

  private mutating func rebuild() {
    guard let place else { return }
    rows = VariableOutline(shown, expanded: expanded[place] ?? []).rows
    let node = cursors[place]
    let isThere = current.map { $0.node == node } ?? false
    self.place(isThere ? cursor.index : rows.firstIndex { $0.node == node } ?? cursor.index)
  }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    guard mayWant, let key, key == state.selectedFrameKey, state.selectedSuspension != nil, let place,
      let tree = state.variables[key]
    else { return [] }
    mayWant = false
    return (expanded[place] ?? []).missing(in: tree)
  }

  /// Opens or closes a node, and says what has to be loaded for it.
  mutating func setExpanded(_ isExpanded: Bool, _ node: TreeNode) -> [ViewAction] {
    guard let place else { return [] }
    remember()
    if isExpanded { expanded[place, default: []].insert(node) } else { expanded[place]?.remove(node) }
    rebuild()
    guard isExpanded else { return [] }
    switch node {
    case .variable(let path): return loaded[path] == nil ? [.command(.open(path, offset: 0))] : []
    case .group(.root, .special): return loaded[.root]?.value?.hasFolded == true ? [.command(.openFolded)] : []
    case .group, .more, .note: return []
    }
  }
}

extension Set<TreeNode> {
  /// What has to be loaded for the nodes that are open.
  func missing(in tree: VariableTree) -> [DebuggerCommand] {
    let paths = compactMap { node -> VariablePath? in
      guard case .variable(let path) = node, tree.lists[path] == nil else { return nil }
      return path == .globals || tree.variable(at: path)?.expandable == true ? path : nil
    }
    let isFoldedOpen = contains(.group(.root, .special)) && tree.roots?.value?.hasFolded == true
    return (isFoldedOpen ? [.openFolded] : [])
      + paths.sorted { $0.names.lexicographicallyPrecedes($1.names) }.map { .open($0, offset: 0) }
  }
}
