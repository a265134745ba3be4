import CommandLanguage
import DebuggerModel
import TerminalGrid

extension VariablesPane {
  func commands(_ context: PaneContext) -> [ViewCommand] {
    guard let row = current else { return [] }
    let tree: [ViewCommand] = row.isExpandable ? [row.isExpanded ? .collapse : .expand] : []
    switch row.content {
    case .variable:
      return tree + [
        .setValue, .showFullValue, .addWatch, .copy, .displayMode(nil), .filter(nil), .sortVariables(nil), .search,
      ]
    case .group, .globals: return tree + [.search]
    case .more: return [.open, .search]
    case .note: return []
    }
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if let actions = changeView(command) { return actions }
    guard let row = current else { return nil }
    if command == .open { return open(row) }
    if command == .expand || command == .move(.right) { return expand(row) }
    if command == .collapse || command == .move(.left) { return collapse(row) }
    return row.variable.flatMap { Self.act(command, on: $0) }
  }

  private mutating func changeView(_ command: ViewCommand) -> [ViewAction]? {
    switch command {
    case .displayMode(let mode): change { $1 = mode ?? $1.next }
    case .sortVariables(let order): change { sieve, _ in sieve.order = order ?? sieve.order.next }
    case .filter(nil): return [.prompt(.filter, initial: sieve.text)]
    case .filter(let text?): change { sieve, _ in sieve.text = text }
    case .cancel where !sieve.text.isEmpty: change { sieve, _ in sieve.text = "" }
    default: return nil
    }
    return []
  }

  private mutating func open(_ row: VariableRow) -> [ViewAction] {
    switch row.content {
    case .more(let offset):
      guard case .more(let path) = row.node else { return [] }
      return [.command(.open(path, offset: offset))]
    case .variable(let variable) where !variable.expandable: return [Self.fullText(variable)]
    case .variable, .group, .globals: return setExpanded(!row.isExpanded, row.node)
    case .note: return []
    }
  }

  /// A second time it goes to the first child.
  private mutating func expand(_ row: VariableRow) -> [ViewAction] {
    if case .more = row.content { return open(row) }
    guard row.isExpandable else { return [] }
    if row.isExpanded {
      place(cursor.index + 1)
      return []
    }
    return setExpanded(true, row.node)
  }

  /// Where nothing is open it goes to the row that this one is below.
  private mutating func collapse(_ row: VariableRow) -> [ViewAction] {
    if row.isExpanded { return setExpanded(false, row.node) }
    let above = rows[..<cursor.index].lastIndex { $0.depth < row.depth }
    if let above { place(above) }
    return []
  }

  /// What can be done with a value, in this pane and in others.
  static func act(_ command: ViewCommand, on variable: Variable) -> [ViewAction]? {
    if command == .showFullValue { return [variable.table ?? fullText(variable)] }
    if command == .copy { return [copying(variable)] }
    guard [.setValue, .addWatch, .printWord, .copyPath].contains(command) else { return nil }
    guard let expression = variable.expression else {
      return [.say("no Python expression leads to \(variable.name)")]
    }
    if variable.group == .returned, command == .setValue || command == .addWatch {
      return [.say("\(variable.name)() has returned this: the next step forgets it, so it can't be set or watched")]
    }
    if command == .addWatch { return [.prompt(.watch, initial: expression)] }
    if command == .copyPath { return [.copy(expression)] }
    if command == .printWord { return [.command(.evaluate(expression, pretty: true))] }
    return setting(expression)
  }

  /// Opens the prompt for a value. The process is asked for a text that evaluates to the present one: the one that is shown may
  /// be cut, or be no Python.
  static func setting(_ expression: String) -> [ViewAction] {
    [.prompt(.setValue(expression), initial: ""), .command(.offerLiteral(expression))]
  }

  /// Copies a value whole; an error is all there is.
  static func copying(_ variable: Variable) -> ViewAction {
    variable.isError || variable.group == .returned || !variable.mayBeCut
      ? .copy(variable.value) : .copyValue(variable.path, name: variable.expression ?? variable.name)
  }

  /// What is shown is a value's beginning; an error is all there is.
  private static func fullText(_ variable: Variable) -> ViewAction {
    let name = variable.group == .returned ? variable.shownName(arrow: "→") : variable.expression ?? variable.name
    let title = [name, variable.type].filter { !$0.isEmpty }.joined(separator: ": ")
    return variable.isError
      ? .showText(title: title, variable.value) : .showValue(variable.path, title: title)
  }

  /// A click on the mark opens or closes; on `more` it loads.
  mutating func clicked(_ row: VariableRow, column: Int, _ context: PaneContext) -> [ViewAction] {
    if case .more = row.content { return open(row) }
    return row.isExpandable && column <= 2 + row.depth * 2 ? open(row) : []
  }
}

extension Variable {
  /// The processes cut texts at a thousand characters, and containers in the middle.
  fileprivate var mayBeCut: Bool { value.contains("...") || value.utf8.count >= 900 }

  /// Opens an array or a table as one.
  fileprivate var table: ViewAction? {
    guard !isError, elementType != nil || ["ndarray", "DataFrame", "Series"].contains(type) else { return nil }
    return expression.map { .showArray($0) }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one; after the last comes the first.
  var next: Self {
    let all = Array(Self.allCases)
    return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
  }
}
