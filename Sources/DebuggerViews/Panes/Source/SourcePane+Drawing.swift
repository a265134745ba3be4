import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

extension SourcePane {
  /// What is the same for all lines of one drawing.
  private struct Marks {
    /// By 1-based line.
    var breakpoints: [Int: [Breakpoint]] = [:]
    /// The 1-based line that runs next.
    var execution: Int?
    /// The 1-based line where a caller that is selected goes on.
    var caller: Int?
    /// The 1-based lines that it can be made to go on from, where somebody asked.
    var targets: Set<Int> = []
    /// The name of the file in the process.
    var remote: RemotePath?
    /// The 1-based line of the selected frame, or the one nearest to it, and why it may be another one: a small screen has no
    /// title.
    var warning: (line: Int, text: String)?
    /// What was raised on the line that runs next.
    var exception: String?
  }

  func draw(in rect: Rect, on grid: inout Grid, _ context: PaneContext) {
    guard let source else { return drawWords(in: rect, on: &grid, context) }
    let marks = marks(context.state)
    let window = cursor.window(count: source.count, height: rect.height)
    let gutter = gutter
    for index in window {
      let row = rect.row(index - window.lowerBound)
      draw(index, of: source, gutter, in: row, on: &grid, marks, context)
    }
  }

  private func drawWords(in rect: Rect, on grid: inout Grid, _ context: PaneContext) {
    for (row, words) in words(context.state).enumerated() where row < rect.height {
      var pen = RowPen(row: row, of: rect, glyphs: context.glyphs, in: &grid)
      pen.put(" \(words)", .dim, in: &grid)
    }
  }

  /// The text is that of the frame: the one here, or the one of the process.
  private func shows(_ frame: StackFrame, _ state: DebuggerState) -> Bool {
    file == .remote(frame.remoteFile) || state.sourceFile(for: frame.remoteFile) == file
  }

  /// The line of the text that a frame stands on; `nil` where the process has another text and that isn't certain.
  func shownLine(of frame: StackFrame, _ state: DebuggerState) -> Int? {
    if file == .remote(frame.remoteFile) { return frame.line }
    return state.shownLine(of: frame, of: state.selection.process)
  }

  private func marks(_ state: DebuggerState) -> Marks {
    var marks = Marks()
    marks.remote = remoteFile(state)
    for breakpoint in state.breakpoints where !breakpoint.isInternal {
      guard let line = file.flatMap({ state.line(of: breakpoint, in: $0) }) else { continue }
      marks.breakpoints[line, default: []].append(breakpoint)
    }
    if let innermost = state.shownSuspension?.frames.first, shows(innermost, state) {
      marks.execution = shownLine(of: innermost, state)
      marks.exception = state.shownSuspension?.exception.map { "\($0.type): \($0.message)" }
    }
    if let targets = state.jumpTargets, targets.frame == state.selectedFrameKey, let frame = state.selectedFrame,
      state.sourceFile(for: frame.remoteFile) == file
    {
      let lines = targets.lines.map { state.shownLine(of: $0, in: frame.remoteFile, of: state.selection.process) }
      marks.targets = Set(lines.compactMap(\.self))
    }
    if state.selection.frame > 0, let frame = state.selectedFrame, shows(frame, state) {
      marks.caller = shownLine(of: frame, state)
    }
    if let text = warnings(state).first, let frame = state.selectedFrame, shows(frame, state) {
      let place = state.shownPlace(of: frame, of: state.selection.process)
      marks.warning = (shownLine(of: frame, state) ?? place, text)
    }
    return marks
  }

  private func draw(
    _ index: Int, of source: SourceText, _ gutter: SourceGutter, in row: Rect, on grid: inout Grid, _ marks: Marks,
    _ context: PaneContext
  ) {
    let text = row.split(columnsFromLeft: gutter.width).right
    let breakpoints = marks.breakpoints[index + 1] ?? []
    // Of several, one that stops.
    let mark = (breakpoints.first { !$0.options.isLog } ?? breakpoints.first).map {
      BreakpointMark($0, isMuted: context.state.isMuted, context.glyphs)
    }
    let differs = marks.remote.map {
      context.state.differs(index + 1, in: source.document.file, $0, of: context.state.selection.process)
    }
    let drift = differs == true ? (glyph: context.glyphs.differs, role: Role.warning) : nil
    gutter.draw(line: index + 1, mark, execution(index + 1, marks, context.glyphs) ?? drift, in: row, on: &grid)
    let line = SourceLine(text: source.line(index), spans: source.spans(index), left: left, glyphs: context.glyphs)
    line.draw(in: text, on: &grid)
    drawNotes(line, index, marks, in: text, on: &grid)
    markHits(line, in: text, on: &grid)
    if let backdrop = backdrop(index, marks, context) { grid.lay(backdrop, behind: row) }
  }

  private func execution(_ line: Int, _ marks: Marks, _ glyphs: Glyphs) -> (glyph: String, role: Role)? {
    if line == marks.execution { return (glyphs.execution, .executionMark) }
    if line == marks.caller { return (glyphs.caller, .executionMark) }
    return marks.targets.contains(line) ? (glyphs.target, .dim) : nil
  }

  private func backdrop(_ index: Int, _ marks: Marks, _ context: PaneContext) -> Role? {
    if index + 1 == marks.caller { return .callerLine }
    if index + 1 == marks.execution, marks.caller == nil { return .currentLine }
    return index == cursor.index && context.isFocused ? .cursorLine : nil
  }

  /// The values of the line's variables and what its breakpoint is bound to, behind the text where there is room.
  private func drawNotes(
    _ line: SourceLine, _ index: Int, _ marks: Marks, in row: Rect, on grid: inout Grid
  ) {
    let end = SourceLine.columns(of: line.text.unicodeScalars, atMost: left + row.width) - left
    var notes: [(text: String, role: Role)] = []
    if index + 1 == marks.execution, let exception = marks.exception { notes.append((exception, .error)) }
    if let warning = marks.warning, warning.line == index + 1 { notes.append((warning.text, .warning)) }
    notes += (marks.breakpoints[index + 1] ?? []).flatMap(SourceNote.texts)
    notes += (inline?.texts(ofLine: index) ?? []).map { ($0, .inlineValue) }
    notes = SourceNote.cut(notes, behind: max(0, end), width: row.width)
    var previous: (role: Role, end: Int)?
    let fitting = SourceNote.fit(notes.map(\.text), behind: max(0, end), width: row.width)
    for (note, column) in zip(notes, fitting) {
      // Blanks between notes of a kind are of that kind: a change of style is ten bytes or more to the terminal.
      if previous?.role == note.role, let previous {
        let gap = Rect(x: row.x + previous.end, y: row.y, width: column - previous.end, height: 1)
        grid.put(String(repeating: " ", count: gap.width), at: gap.origin, in: row, style: Style(note.role))
      }
      previous = (note.role, column + RowText.columns(of: note.text, atMost: row.width))
      grid.put(note.text, at: Point(x: row.x + column, y: row.y), in: row, style: Style(note.role))
    }
  }

  private func markHits(_ line: SourceLine, in row: Rect, on grid: inout Grid) {
    guard let search else { return }
    let scalars = line.text.unicodeScalars
    var reached = scalars.startIndex
    var column = 0
    /// From hit to hit: a long line is read once.
    func place(at offset: Int) -> Int {
      let end = line.text.utf8.index(line.text.startIndex, offsetBy: offset)
      column = SourceLine.columns(of: scalars[reached..<end], from: column)
      reached = end
      return column - left
    }
    for hit in search.ranges(in: line.text) {
      let start = place(at: hit.lowerBound)
      if start >= row.width { return }
      let width = place(at: hit.upperBound) - start
      grid.mark(.searchHit, over: Rect(x: row.x + start, y: row.y, width: width, height: 1).intersection(row))
    }
  }

  /// Where the terminal's own cursor goes: drawing one would take sixty bytes a step, and screen readers would not find it.
  /// - Parameter rect: the pane's.
  func cursorPoint(in rect: Rect) -> Point? {
    guard let source else { return nil }
    let window = cursor.window(count: source.count, height: rect.height)
    let text = rect.row(cursor.index - window.lowerBound).split(columnsFromLeft: gutter.width).right
    let x = text.x + cursorColumn - left
    return window.contains(cursor.index) && text.columns.contains(x) ? Point(x: x, y: text.y) : nil
  }
}
