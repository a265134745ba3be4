import DebuggerModel

/// The lists of children that a tree shows: those of the state, and while new ones are on their way the old ones.
struct ShownLists {
  /// As they came from the state, to tell whether they are others now.
  private(set) var loaded: [VariablePath: Loading<VariableList>] = [:]
  private(set) var shown: [VariablePath: Loading<VariableList>] = [:]

  /// - Parameter open: what is open in the tree, where what was shown before may stay for it; `nil` where nothing may.
  mutating func follow(_ new: [VariablePath: Loading<VariableList>], keepingOld open: Set<TreeNode>?) {
    loaded = new
    guard let open else { return shown = new }
    let old = shown.filter { path, list in list.value != nil && (path == .root || open.contains(.variable(path))) }
    shown = new.merging(old) { new, old in new == .underWay ? old : new }
  }

  /// What has to be loaded for a node that was opened.
  func loading(_ node: TreeNode) -> [ViewAction] {
    switch node {
    case .variable(let path): loaded[path] == nil ? [.command(.open(path, offset: 0))] : []
    case .group(.root, .special): loaded[.root]?.value?.hasFolded == true ? [.command(.openFolded)] : []
    case .group, .more, .note: []
    }
  }
}

extension Set<TreeNode> {
  /// What has to be loaded for the nodes that are open.
  /// - Parameter isRoot: whether a path that is below no other can be opened.
  func missing(in tree: VariableTree, isRoot: (VariablePath) -> Bool) -> [DebuggerCommand] {
    let paths = compactMap { node -> VariablePath? in
      guard case .variable(let path) = node, tree.lists[path] == nil else { return nil }
      return isRoot(path) || tree.variable(at: path)?.expandable == true ? path : nil
    }
    let isFoldedOpen = contains(.group(.root, .special)) && tree.roots?.value?.hasFolded == true
    return (isFoldedOpen ? [.openFolded] : [])
      + paths.sorted { $0.names.lexicographicallyPrecedes($1.names) }.map { .open($0, offset: 0) }
  }
}
