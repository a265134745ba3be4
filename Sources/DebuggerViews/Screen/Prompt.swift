import DebuggerModel
import TerminalGrid

/// A question on the bottom row and the answer being typed.
struct Prompt: Equatable, Sendable {
  let purpose: PromptPurpose
  /// What stands before the answer.
  let label: String
  var editor: LineEditor
  /// Where in the history the text comes from; `nil` for what is being typed.
  private var place: Int?
  /// What was typed before the history was looked at.
  private var draft = ""

  init(_ purpose: PromptPurpose, label: String? = nil, initial: String) {
    self.purpose = purpose
    self.label = label ?? Self.label(of: purpose)
    editor = LineEditor(initial)
  }

  private static func label(of purpose: PromptPurpose) -> String {
    switch purpose {
    case .command: ":"
    case .evaluate: ">>> "
    case .watch: "watch: "
    case .search: "/"
    case .goToLine: "go to line: "
    case .openFile: "open FILE, FILE:LINE or a function: "
    case .mapping: "map REMOTE=LOCAL: "
    case .programInput: "input: "
    case .breakpointOptions(let file, let line): "break \(file.name):\(line) "
    case .setValue(let expression): "\(expression) = "
    case .mapRemote(let remote): "\(remote) is here: "
    }
  }

  /// - Parameter history: what was answered to such questions before, the oldest first.
  mutating func recall(older: Bool, _ history: [String]) {
    let present = place ?? history.count
    let next = older ? present - 1 : present + 1
    guard next >= 0, next <= history.count, next != present else { return }
    if place == nil { draft = editor.text }
    place = next == history.count ? nil : next
    editor = LineEditor(next == history.count ? draft : history[next])
  }

  /// Draws label and text on one row, scrolled so that the cursor can be seen.
  /// - Returns: where the terminal's cursor belongs.
  func draw(in row: Rect, on grid: inout Grid) -> Point {
    grid.fill(row, style: Style(.prompt))
    let label = RowText.cut(label, to: max(0, row.width - 12))
    let used = grid.put(label, at: row.origin, in: row, style: Style(.hintKey))
    let field = row.split(columnsFromLeft: used).right
    let before = DisplayWidth.of(editor.textBeforeCursor)
    let scrolled = max(0, before - max(0, field.width - 1))
    _ = grid.put(editor.text, at: Point(x: field.x - scrolled, y: row.y), in: field, style: Style(.prompt))
    return Point(x: min(field.x + before - scrolled, max(row.x, row.maxX - 1)), y: row.y)
  }
}
