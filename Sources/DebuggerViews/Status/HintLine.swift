import CommandLanguage
import DebuggerModel
import TerminalGrid

/// The bottom row: the keys that matter here and now, as they are bound.
struct HintLine {
  struct Hint: Equatable {
    let key: String
    let label: String
  }

  /// Those that are shown as far as there is room.
  let hints: [Hint]
  /// The last ones, which are kept when there is no room for the others.
  var fixed: [Hint] = []

  init(_ hints: [Hint]) { self.hints = hints }

  /// - Parameter commands: what the focused pane can do, the most useful first.
  init(_ state: DebuggerState, commands: [ViewCommand], pane: PaneName, keys: inout KeyNames) {
    let wanted =
      Self.running(state).map { ($0.0, $0.1) } + commands.map { ($0.commandText, $0.hint) }
      + Self.always(state).map { ($0.commandText, $0.hint) }
    var seen: Set<String> = []
    var hints: [Hint] = []
    for (command, label) in wanted where seen.insert(command).inserted {
      guard let key = keys.first(for: command, in: .pane(pane)) else { continue }
      hints.append(Hint(key: key, label: label))
    }
    self.hints = hints
  }

  private static func running(_ state: DebuggerState) -> [(String, String)] {
    guard let thread = state.selectedThread else { return state.attachedProcesses.isEmpty ? [] : [("pause", "pause")] }
    switch thread.status {
    case .suspended: return [("next", "over"), ("step", "into"), ("return", "out"), ("continue", "cont")]
    case .running, .resuming, .pausing: return [("pause", "pause")]
    }
  }

  private static func always(_ state: DebuggerState) -> [ViewCommand] {
    state.attachedProcesses.isEmpty ? [.openFile, .focusNext, .quit] : [.evaluate, .focusNext, .zoom, .detach, .quit]
  }

  /// What there is to know everywhere.
  static func fixed(_ keys: inout KeyNames, pane: PaneName) -> [Hint] {
    var hints: [Hint] = []
    for command in [ViewCommand.commandLine, .help] {
      guard let key = keys.first(for: command.commandText, in: .pane(pane)) else { continue }
      hints.append(Hint(key: key, label: command.hint))
    }
    return hints
  }

  /// Those that there is room for.
  private func shown(in width: Int, _ glyphs: Glyphs) -> [Hint] {
    var room = width - fixed.reduce(0) { $0 + Self.columns($1, glyphs) }
    let others = hints.filter { !fixed.contains($0) }
    return others.prefix { hint in
      room -= Self.columns(hint, glyphs)
      return room >= 0
    } + fixed
  }

  func draw(in row: Rect, on grid: inout Grid, glyphs: Glyphs) {
    grid.fill(row, style: Style(.hint))
    var x = row.x + 1
    for hint in shown(in: row.width, glyphs) {
      x += grid.put(Self.key(hint, glyphs), at: Point(x: x, y: row.y), in: row, style: Style(.hintKey))
      x += 1 + grid.put(" \(hint.label)", at: Point(x: x, y: row.y), in: row, style: Style(.hint))
    }
  }

  /// The hint that is drawn at a column of a row of that width: a click on it presses its key.
  func hint(atColumn column: Int, width: Int, glyphs: Glyphs) -> Hint? {
    var end = 1
    return shown(in: width, glyphs).first { hint in
      let start = end
      end += Self.columns(hint, glyphs)
      return (start..<end - 1).contains(column)
    }
  }

  /// In 7 bits no single character stands for Enter, so its name does.
  private static func key(_ hint: Hint, _ glyphs: Glyphs) -> String {
    hint.key == "Enter" && glyphs.enter.utf8.count > 1 ? glyphs.enter : hint.key
  }

  private static func columns(_ hint: Hint, _ glyphs: Glyphs) -> Int {
    RowText.columns(of: key(hint, glyphs), atMost: 100) + hint.label.count + 2
  }
}
