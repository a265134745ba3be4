import DebuggerModel

/// What a row of the tree of variables stands for: it stays the same from stop to stop, whatever the values are.
enum TreeNode: Hashable, Sendable {
  case variable(VariablePath)
  case group(VariablePath, Variable.Group)
  /// The rest of the children of a variable, not loaded yet.
  case more(VariablePath)
  /// Words in the place of children.
  case note(VariablePath)

  /// The node that this one is below.
  var parent: TreeNode? {
    switch self {
    case .variable(let path):
      path.parent.flatMap { $0 == .root ? nil : .variable($0) }
    case .group(let path, _), .more(let path), .note(let path): path == .root ? nil : .variable(path)
    }
  }
}

/// A row of the tree of variables.
struct VariableRow: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case variable(Variable)
    /// So many names of one kind, folded into one row; their number is not known before they are loaded.
    case group(Variable.Group, count: Int?)
    /// The variables of the module.
    case globals
    /// More children from this offset on.
    case more(offset: Int)
    case note(String, isError: Bool)
  }

  let node: TreeNode
  let depth: Int
  let isExpanded: Bool
  /// Columns of the longest name among its neighbours, so that their values stand below each other.
  var nameColumns = 0
  let content: Content

  var variable: Variable? {
    if case .variable(let variable) = content { variable } else { nil }
  }

  var isExpandable: Bool {
    switch content {
    case .variable(let variable): variable.expandable
    case .group, .globals: true
    case .more, .note: false
    }
  }
}

extension Variable.Group {
  /// For the row that they are folded into.
  var title: String {
    switch self {
    case .normal: "variables"
    case .special: "special variables"
    case .protected: "protected variables"
    case .function: "functions"
    case .classes: "classes"
    case .returned: "returned values"
    }
  }
}
