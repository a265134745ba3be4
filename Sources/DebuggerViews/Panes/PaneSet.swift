import CommandLanguage
import DebuggerModel
import TerminalGrid

/// The eight panes, each reached by its name. Calls change a pane in its place: its lists are never copied.
struct PaneSet {
  var source = SourcePane()
  private var others: [PaneName: any PaneView] = [
    .variables: VariablesPane(), .watches: WatchesPane(), .stack: StackPane(), .breakpoints: BreakpointsPane(),
    .threads: ThreadsPane(), .console: ConsolePane(), .evaluation: EvaluationPane(),
  ]

  /// To draw, and to ask for titles.
  func view(_ name: PaneName) -> any PaneView { others[name] ?? source }

  mutating func resize(_ name: PaneName, to size: Size) {
    if name == .source { source.resize(to: size) } else { others[name]?.resize(to: size) }
  }

  mutating func absorb(_ state: DebuggerState) {
    source.absorb(state)
    for name in PaneName.allCases where others[name]?.isLazy == false { others[name]?.absorb(state) }
  }

  /// Has a lazy pane follow the state, which is about to be looked at.
  mutating func catchUp(_ name: PaneName, _ state: DebuggerState) {
    if others[name]?.isLazy == true { others[name]?.absorb(state) }
  }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    var commands = source.wanted(state)
    for name in PaneName.allCases { commands += others[name]?.wanted(state) ?? [] }
    return commands
  }

  mutating func handle(_ command: ViewCommand, in name: PaneName, _ context: PaneContext) -> [ViewAction]? {
    if name == .source { return source.handle(command, context) }
    catchUp(name, context.state)
    return others[name]?.handle(command, context)
  }

  mutating func click(column: Int, row: Int, in name: PaneName, _ context: PaneContext) -> [ViewAction] {
    if name == .source { return source.click(column: column, row: row, context) }
    return others[name]?.click(column: column, row: row, context) ?? []
  }

  mutating func find(_ text: String, backwards: Bool, in name: PaneName, _ context: PaneContext) -> SearchPlace? {
    if name == .source { return source.find(text, backwards: backwards, context) }
    catchUp(name, context.state)
    return others[name]?.find(text, backwards: backwards, context)
  }
}
