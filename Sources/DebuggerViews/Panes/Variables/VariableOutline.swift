import DebuggerModel

/// Turns the loaded lists of one frame into rows, as far as they are expanded.
struct VariableOutline {
  let lists: [VariablePath: Loading<VariableList>]
  let expanded: Set<TreeNode>
  /// What of the outermost variables is shown, and in which order.
  private var sieve = VariableSieve()
  private(set) var rows: [VariableRow] = []

  /// The variables of a frame, with its module's below them.
  init(
    _ lists: [VariablePath: Loading<VariableList>], expanded: Set<TreeNode>, sieve: VariableSieve = VariableSieve()
  ) {
    self.sieve = sieve
    self.lists = lists
    self.expanded = expanded
    guard let roots = lists[.root] else { return }
    add(.root, depth: 0)
    guard roots.value != nil else { return }
    let node = TreeNode.variable(.globals)
    let isExpanded = expanded.contains(node)
    rows.append(VariableRow(node: node, depth: 0, isExpanded: isExpanded, content: .globals))
    if isExpanded { add(.globals, depth: 1) }
  }

  /// What is inside of the value of an expression.
  init(inside path: VariablePath, _ lists: [VariablePath: Loading<VariableList>], expanded: Set<TreeNode>) {
    self.lists = lists
    self.expanded = expanded
    add(path, depth: 1)
  }

  private mutating func add(_ path: VariablePath, depth: Int) {
    switch lists[path] {
    case .underWay?, nil: addNote("loading…", path, depth)
    case .failed(let reason)?: addNote(reason, path, depth, isError: true)
    case .loaded(let list)?: add(list, path, depth)
    }
  }

  private mutating func addNote(_ text: String, _ path: VariablePath, _ depth: Int, isError: Bool = false) {
    rows.append(
      VariableRow(node: .note(path), depth: depth, isExpanded: false, content: .note(text, isError: isError)))
  }

  private mutating func add(_ list: VariableList, _ path: VariablePath, _ depth: Int) {
    if list.variables.isEmpty, list.nextOffset == nil, !list.hasFolded {
      return addNote(path == .root ? "no variables here" : "empty", path, depth)
    }
    let isOutermost = path == .root || path == .globals
    let plain = list.variables.filter(\.group.isPlain)
    add(isOutermost ? sieve.sift(plain) : plain, depth)
    // In the order of the calls, whatever that of the variables is.
    add(sieve.keep(list.variables.filter { $0.group == .returned }), depth)
    if isOutermost, !sieve.text.isEmpty { return }
    if let offset = list.nextOffset {
      rows.append(VariableRow(node: .more(path), depth: depth, isExpanded: false, content: .more(offset: offset)))
    }
    for group in Variable.Group.allCases where !group.isPlain && group != .returned {
      add(group, of: list, path, depth)
    }
  }

  private mutating func add(_ variables: [Variable], _ depth: Int) {
    let columns = variables.reduce(0) { max($0, RowText.columns(of: $1.shownName(arrow: "→"), atMost: 24)) }
    for variable in variables {
      let node = TreeNode.variable(variable.path)
      let isExpanded = variable.expandable && expanded.contains(node)
      rows.append(
        VariableRow(
          node: node, depth: depth, isExpanded: isExpanded, nameColumns: columns, content: .variable(variable)))
      if isExpanded { add(variable.path, depth: depth + 1) }
    }
  }

  private mutating func add(_ group: Variable.Group, of list: VariableList, _ path: VariablePath, _ depth: Int) {
    let members = list.variables.filter { $0.group == group }
    let isHere = group != .special || !list.hasFolded
    guard !members.isEmpty || !isHere else { return }
    let node = TreeNode.group(path, group)
    let isExpanded = expanded.contains(node)
    rows.append(
      VariableRow(
        node: node, depth: depth, isExpanded: isExpanded,
        content: .group(group, count: isHere ? members.count : nil)))
    guard isExpanded else { return }
    if isHere { add(members, depth + 1) } else { addNote("loading…", path, depth + 1) }
  }
}
