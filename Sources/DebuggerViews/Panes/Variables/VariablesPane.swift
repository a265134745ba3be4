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
  /// Of a new stop in the same function, those of the one before are shown while they are on their way.
  private var lists = ShownLists()
  private(set) var expanded: [Place: Set<TreeNode>] = [:]
  private var cursors: [Place: TreeNode] = [:]
  private var mayWant = false
  private(set) var sieve = VariableSieve()
  private(set) var mode = DisplayMode.repr

  func title(_ state: DebuggerState) -> String { "Variables" }

  func remark(_ state: DebuggerState) -> String {
    let words = [
      sieve.text.isEmpty ? "" : "with “\(RowText.cut(sieve.text, to: 16))”",
      sieve.order == .given ? "" : "by \(sieve.order.rawValue)", mode == .repr ? "" : mode.rawValue,
    ]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func placeholder(_ state: DebuggerState) -> String { StateWords.whyNoStop(state) }

  func draw(_ row: VariableRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    row.draw(with: &pen, in: &grid, context.glyphs, mode: mode)
  }

  func text(of row: VariableRow) -> String { row.text }

  mutating func absorb(_ state: DebuggerState) {
    remember()
    guard let key = state.selectedFrameKey, let frame = state.selectedFrame else { return clear() }
    let place = Place(process: key.process, function: frame.function, file: frame.remoteFile)
    let loaded = state.variables[key]?.lists ?? [:]
    if key == self.key, loaded == lists.loaded { return }
    let shown = lists.shown
    let isElsewhere = place != self.place
    lists.follow(loaded, keepingOld: isElsewhere ? nil : expanded[place] ?? [])
    self.key = key
    self.place = place
    mayWant = true
    // At first a new stop shows what the one before did.
    if isElsewhere || lists.shown != shown { rebuild() }
  }

  private mutating func clear() {
    rows = []
    place = nil
    key = nil
    lists = ShownLists()
  }

  private mutating func remember() {
    if let place, let current { cursors[place] = current.node }
  }

  private mutating func rebuild() {
    guard let place else { return }
    rows = VariableOutline(lists.shown, expanded: expanded[place] ?? [], sieve: sieve).rows
    let node = cursors[place]
    let isThere = current.map { $0.node == node } ?? false
    self.place(isThere ? cursor.index : rows.firstIndex { $0.node == node } ?? cursor.index)
  }

  /// Changes what is shown and how.
  mutating func change(_ change: (inout VariableSieve, inout DisplayMode) -> Void) {
    remember()
    change(&sieve, &mode)
    rebuild()
  }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    guard mayWant, let key, key == state.selectedFrameKey, state.selectedSuspension != nil, let place,
      let tree = state.variables[key]
    else { return [] }
    mayWant = false
    return (expanded[place] ?? []).missing(in: tree) { $0 == .globals }
  }

  /// Opens or closes a node, and says what has to be loaded for it.
  mutating func setExpanded(_ isExpanded: Bool, _ node: TreeNode) -> [ViewAction] {
    guard let place else { return [] }
    remember()
    if isExpanded { expanded[place, default: []].insert(node) } else { expanded[place]?.remove(node) }
    rebuild()
    return isExpanded ? lists.loading(node) : []
  }
}
