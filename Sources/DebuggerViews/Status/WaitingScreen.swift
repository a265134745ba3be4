import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// What a new user sees first: where Dialback listens, and the code that the program to debug needs.
struct WaitingScreen {
  let rows: [(text: String, role: Role)]

  init(_ state: DebuggerState, snippet: Snippet, waited: Double, keyMap: KeyMap, glyphs: Glyphs) {
    var rows: [(text: String, role: Role)] = [("", .text)]
    if let listener = state.listener {
      rows.append(("Listening on \(listener.address) for \(StatusWords.time(waited))", .title))
    } else {
      rows.append(("Starting", .title))
    }
    rows.append(("", .text))
    if let program = state.program {
      rows += Self.program(program, waited, glyphs)
    } else {
      rows += Self.code(
        snippet, loopbackPort: state.listener.flatMap { $0.isLoopback ? $0.port : nil },
        copyKey: keyMap.keys(for: "copy", in: .pane(.source)).first)
    }
    rows += Self.paths(state, glyphs) + [("", .text)] + Self.breakpoints(state)
    self.rows = rows
  }

  /// The program that Dialback starts itself: nobody has to paste anything.
  private static func program(
    _ phase: ProgramPhase, _ waited: Double, _ glyphs: Glyphs
  ) -> [(text: String, role: Role)] {
    let words: [(text: String, role: Role)] =
      switch phase {
      case .preparing(let preparation): Self.preparation(preparation, waited, glyphs)
      case .started: [("Waiting for the program to connect", .text)]
      case .ended(let words): [(words, .text)]
      }
    return words + [("", .text)]
  }

  /// The goal with the time so far, and below it the steps, the one under way last.
  private static func preparation(
    _ preparation: Preparation, _ waited: Double, _ glyphs: Glyphs
  ) -> [(text: String, role: Role)] {
    let time = StatusWords.time(waited)
    guard let goal = preparation.goal else { return [("\(preparation.steps.last ?? "starting") (\(time))", .text)] }
    let done = preparation.steps.dropLast().map { (text: "  \(glyphs.check) \($0)", role: Role.dim) }
    let now = preparation.steps.last.map { [(text: "  \(glyphs.listening) \($0)", role: Role.text)] } ?? []
    return [("\(goal) (\(time))", .title)] + done + now
  }

  private static func code(_ snippet: Snippet, loopbackPort: Int?, copyKey: String?) -> [(text: String, role: Role)] {
    guard !snippet.lines.isEmpty else { return [("Waiting for the program to connect", .text), ("", .text)] }
    let copies = copyKey.map { "   (\($0) copies this)" } ?? ""
    var rows: [(text: String, role: Role)] = [("In the process to debug, with pydevd installed:\(copies)", .text)]
    rows += snippet.lines.map { ("  \($0)", .string) }
    if !snippet.pycharmLines.isEmpty {
      rows.append(("or, with pydevd-pycharm:", .text))
      rows += snippet.pycharmLines.map { ("  \($0)", .string) }
    }
    rows += snippet.notes.map { ("  \($0)", .dim) }
    if let port = loopbackPort {
      rows.append(("  Another machine can't reach this: --host 0.0.0.0 lets it, or a tunnel", .dim))
      rows.append(("  from here: ssh -N -R \(port):127.0.0.1:\(port) MACHINE", .dim))
    }
    return rows + [("", .text)]
  }

  private static func paths(_ state: DebuggerState, _ glyphs: Glyphs) -> [(text: String, role: Role)] {
    let maps = state.paths.mappings.map { "here \($0.local.rawValue) \(glyphs.maps) there \($0.remote.rawValue)" }
    guard let first = maps.first else { return [("Path map  none: files have the same path here and there", .dim)] }
    return [("Path map  \(first)", .text)] + maps.dropFirst().map { ("          \($0)", .text) }
  }

  private static func breakpoints(_ state: DebuggerState) -> [(text: String, role: Role)] {
    let armed = state.listedBreakpoints.filter { $0.options.isEnabled }
    guard !armed.isEmpty else { return [("No breakpoints yet", .dim)] }
    let impossible = armed.filter { $0.localProblem != nil }.count
    let unread = armed.filter { $0.localProblem == nil && $0.unreadable != nil }.count
    let text =
      RowText.count(armed.count - impossible, "breakpoint", "breakpoints") + (state.isMuted ? " muted" : " armed")
    let remarks =
      (impossible > 0 ? ["\(impossible) more on a line that can't be hit"] : [])
      + (unread > 0 ? ["\(unread) of them in a file that is not here"] : [])
    return [(([text] + remarks).joined(separator: ", "), remarks.isEmpty ? .text : .warning)]
  }

  func draw(in rect: Rect, on grid: inout Grid, glyphs: Glyphs) {
    let shown = rows.count > rect.height ? rows.filter { !$0.text.isEmpty } : rows
    for (index, row) in shown.enumerated() where index < rect.height {
      var pen = RowPen(row: index, of: rect, glyphs: glyphs, in: &grid)
      pen.put("  \(row.text)", row.role, in: &grid)
    }
  }
}
