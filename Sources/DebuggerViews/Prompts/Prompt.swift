import DebuggerModel
import TerminalGrid

/// A question on the bottom row and the answer being typed.
struct Prompt: Equatable, Sendable {
  let purpose: PromptPurpose
  /// The question before the answer.
  private var firstLabel: String { Self.label(of: purpose) }
  var editor: LineEditor
  /// The lines of a statement that were typed before this one.
  private(set) var earlier: [String] = []
  /// Where in the history the text comes from; `nil` for what is being typed.
  private var place: Int?
  /// What was typed before the history was looked at.
  private var draft = ""
  /// The text that evaluates to the present value, where that is what is changed.
  private(set) var offered: String?

  init(_ purpose: PromptPurpose, initial: String) {
    self.purpose = purpose
    editor = purpose == .watch ? .proposing(initial) : LineEditor(initial)
  }

  /// Names of the program may be typed.
  var takesExpression: Bool {
    switch purpose {
    case .command, .evaluate, .watch, .setValue, .breakpointOptions: true
    case .search, .filter, .goToLine, .mapping, .mapRemote, .programInput: false
    }
  }

  var label: String { earlier.isEmpty ? firstLabel : "... " }

  /// All that was typed.
  var lines: [String] { earlier + [editor.text] }
  var text: String { lines.joined(separator: "\n") }

  /// Takes the line for one of several, and asks for the next.
  mutating func goOn() {
    earlier.append(editor.text)
    editor = LineEditor(PythonInput.indentation(after: earlier))
  }

  /// Goes back to the line before.
  /// - Returns: whether there is one.
  mutating func goBack() -> Bool {
    guard let last = earlier.popLast() else { return false }
    editor = LineEditor(last)
    return true
  }

  /// Fills in a text to be changed, unless something has been typed.
  mutating func offer(_ text: String) {
    guard offered == nil, editor.isEmpty, earlier.isEmpty, !text.isEmpty else { return }
    offered = text
    editor = LineEditor(text)
  }

  /// Puts text of several lines in at the cursor.
  mutating func insert(lines text: String) {
    var lines = PythonInput.dedented(
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines.dropLast() {
      editor.insert(line)
      earlier.append(editor.text)
      editor = LineEditor("")
    }
    editor.insert(lines.last ?? "")
  }

  /// Ends the block that the lines leave open, with an empty line.
  mutating func endBlock() {
    guard !PythonInput.isComplete(lines), PythonInput.isComplete(lines + [""]) else { return }
    earlier.append(editor.text)
    editor = LineEditor("")
  }

  private mutating func put(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    earlier = Array(lines.dropLast())
    editor = LineEditor(lines.last ?? "")
  }

  private static func label(of purpose: PromptPurpose) -> String {
    switch purpose {
    case .command: ":"
    case .evaluate: ">>> "
    case .watch: "watch: "
    case .search: "/"
    case .filter: "only rows with: "
    case .goToLine: "go to line: "
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
    if place == nil { draft = text }
    place = next == history.count ? nil : next
    put(next == history.count ? draft : history[next])
  }

  /// Draws label and text on one row, scrolled so that the cursor can be seen.
  /// - Returns: where the terminal's cursor belongs.
  func draw(in row: Rect, on grid: inout Grid) -> Point {
    drawEarlier(above: row, on: &grid)
    grid.fill(row, style: Style(.prompt))
    let label = RowText.cut(label, to: max(0, row.width - 12))
    let used = grid.put(label, at: row.origin, in: row, style: Style(.hintKey))
    let field = row.split(columnsFromLeft: used).right
    let before = DisplayWidth.of(editor.textBeforeCursor)
    let scrolled = max(0, before - max(0, field.width - 1))
    let style = editor.isProposal ? Style(.selection) : Style(.prompt)
    _ = grid.put(editor.text, at: Point(x: field.x - scrolled, y: row.y), in: field, style: style)
    drawWay(out: field, from: field.x + DisplayWidth.of(editor.text) - scrolled, on: &grid)
    return Point(x: min(field.x + before - scrolled, max(row.x, row.maxX - 1)), y: row.y)
  }

  /// Says how a prompt that stays is left, where the text leaves room.
  private func drawWay(out field: Rect, from column: Int, on grid: inout Grid) {
    guard purpose == .evaluate else { return }
    let words = earlier.isEmpty || !PythonInput.isComplete(earlier + [""]) ? "Esc leaves" : "empty line ends"
    let start = field.maxX - words.count - 1
    guard start > column + 2 else { return }
    _ = grid.put(words, at: Point(x: start, y: field.y), in: field, style: Style(.hintKey))
  }

  private func drawEarlier(above row: Rect, on grid: inout Grid) {
    let count = min(earlier.count, 12, max(0, row.y - 2))
    for (index, text) in earlier.suffix(count).enumerated() {
      let line = Rect(x: row.x, y: row.y - count + index, width: row.width, height: 1)
      grid.fill(line, style: Style(.prompt))
      let lead = index == 0 && count == earlier.count ? firstLabel : "... "
      let used = grid.put(
        RowText.cut(lead, to: max(0, line.width - 12)), at: line.origin, in: line, style: Style(.hintKey))
      _ = grid.put(text, at: Point(x: line.x + used, y: line.y), in: line, style: Style(.prompt))
    }
  }
}
