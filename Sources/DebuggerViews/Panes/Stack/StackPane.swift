import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// The frames of the selected thread, the innermost first, with those of libraries folded.
struct StackPane: ListPane {
  let name = PaneName.stack
  private(set) var rows: [StackRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var foldsLibraries = true
  private var shown: Shown?
  private var nameColumns = 0
  private var names = FileNames()
  /// Only frames with this in them are shown, and none is folded.
  private var filter = RowFilter()

  /// What the rows depend on.
  private struct Shown: Equatable {
    let stop: StopID
    let frame: Int
    let paths: PathMapper
    let foldsLibraries: Bool
    let filter: RowFilter
  }

  func title(_ state: DebuggerState) -> String { sample(state) == nil ? "Stack" : "Stack (running, when last asked)" }

  /// Where the selected thread was while it ran.
  private func sample(_ state: DebuggerState) -> [StackFrame]? {
    guard state.shownSuspension == nil else { return nil }
    return state.selectedThread?.sample?.value
  }

  func placeholder(_ state: DebuggerState) -> String {
    if case .failed(let words)? = state.selectedThread?.sample { return words }
    return StateWords.whyNoStop(state)
  }

  mutating func absorb(_ state: DebuggerState) {
    names = state.fileNames
    guard let suspension = state.shownSuspension else {
      absorb(sample: sample(state) ?? [], state)
      return
    }
    let now = Shown(
      stop: suspension.stop, frame: state.selection.frame, paths: state.paths, foldsLibraries: foldsLibraries,
      filter: filter)
    guard now != shown else { return }
    let isElsewhere = now.stop != shown?.stop || now.frame != shown?.frame
    shown = now
    rows = rows(suspension.frames, selected: now.frame, state)
    nameColumns = rows.reduce(0) { max($0, Self.nameColumns(of: $1)) }
    place(isElsewhere ? selectedRow ?? 0 : cursor.index)
  }

  private mutating func absorb(sample frames: [StackFrame], _ state: DebuggerState) {
    let isNew = shown != nil
    shown = nil
    rows = rows(frames, selected: -1, state)
    nameColumns = rows.reduce(0) { max($0, Self.nameColumns(of: $1)) }
    place(isNew ? 0 : cursor.index)
  }

  private func rows(_ frames: [StackFrame], selected: Int, _ state: DebuggerState) -> [StackRow] {
    let folds = foldsLibraries && filter.isEmpty
    let all = StackRow.rows(frames, selected: selected, foldsLibraries: folds, isLibrary: state.isLibrary)
    return filter.isEmpty ? all : all.filter { filter.takes(text(of: $0)) }
  }

  func remark(_ state: DebuggerState) -> String { filter.remark }

  private var selectedRow: Int? {
    rows.firstIndex { if case .frame(_, _, isSelected: true, _) = $0 { true } else { false } }
  }

  private static func nameColumns(of row: StackRow) -> Int {
    switch row {
    case .frame(let frame, _, _, _): RowText.columns(of: frame.function, atMost: 40)
    case .hidden: 0
    }
  }

  func draw(_ row: StackRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    switch row {
    case .hidden(let count):
      let words = RowText.count(count, "library frame", "library frames")
      pen.skip(to: 3)
      let key = context.unfoldingKey.map { " (\($0))" } ?? ""
      pen.put("\(context.glyphs.dash) \(words) hidden\(key)", .dim, in: &grid)
    case .frame(let frame, _, let isSelected, let isLibrary):
      pen.skip(to: 1)
      if isSelected { pen.put(context.glyphs.execution, .executionMark, in: &grid) }
      pen.skip(to: 3)
      pen.put(frame.function, isSelected ? .definition : .text, in: &grid)
      pen.skip(to: 3 + min(nameColumns, pen.rect.width / 2) + 1)
      pen.put(" ", in: &grid)
      let line = context.state.shownLine(of: frame, of: context.state.selection.process)
      let place = line.map(String.init) ?? "\(frame.line) there"
      pen.put("\(names.name(of: frame, context.state)):\(place)", isLibrary ? .dim : .text, in: &grid)
    }
  }

  func text(of row: StackRow) -> String {
    switch row {
    case .hidden(let count): "\(count) library frames"
    case .frame(let frame, _, _, _): "\(frame.function) \(frame.remoteFile.rawValue):\(frame.line)"
    }
  }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    rows.isEmpty ? [] : [.open, .toggleLibraryFrames, .copy, .filter(nil), .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    if command == .open { return open(context) }
    if command == .toggleLibraryFrames {
      foldsLibraries.toggle()
      absorb(context.state)
      return []
    }
    switch filter.take(command) {
    case .asks(let action): return [action]
    case .changed:
      absorb(context.state)
      return []
    case nil: break
    }
    guard let row = current else { return nil }
    if command == .showFullValue { return [.showText(title: "Frame", text(of: row))] }
    return command == .copy ? [.copy(text(of: row))] : nil
  }

  private mutating func open(_ context: PaneContext) -> [ViewAction]? {
    switch current {
    case nil: return nil
    case .hidden: return act(.toggleLibraryFrames, context)
    case .frame(let frame, _, _, _) where context.state.shownSuspension == nil:
      let line = context.state.shownPlace(of: frame, of: context.state.selection.process)
      return [.showSource(context.state.sourceFile(for: frame.remoteFile), line: line)]
    case .frame(_, let number, _, _): return [.command(.selectFrame(.number(number)))]
    }
  }

  mutating func clicked(_ row: StackRow, column: Int, _ context: PaneContext) -> [ViewAction] {
    open(context) ?? []
  }
}
