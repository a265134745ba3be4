import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// What maps where, what has no local file, and which mappings would give it one.
struct MappingsPopup: Equatable, Sendable {
  enum Row: Equatable, Sendable {
    case heading(String)
    case mapping(PathMapping)
    /// A remote file without a local one.
    case unmapped(RemotePath)
    case suggestion(MappingSuggestion, TextLikeness)
    /// Asks for a mapping.
    case add
    case note(String)
  }

  private(set) var rows: [Row] = []
  private(set) var cursor = ListCursor()
  private var height = 1
  /// Suggestions for one file, at most.
  private static let mostSuggestions = 4

  init(_ state: DebuggerState) {
    update(state)
    // What is to be decided is what the user came for.
    let first = rows.firstIndex { if case .suggestion = $0 { true } else { false } } ?? rows.firstIndex(of: .add)
    place(first ?? 0)
  }

  var chosen: Row? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }

  /// Follows the state; the cursor stays on what it is on.
  mutating func update(_ state: DebuggerState) {
    let kept = chosen
    rows = [.heading("Remote folder -> local folder")]
    rows += state.paths.mappings.isEmpty ? [.note("none: remote paths are taken as they are")] : []
    rows += state.paths.mappings.map(Row.mapping)
    rows.append(.add)
    let unmapped = state.unmappedFiles
    if !unmapped.isEmpty { rows.append(.heading("Without a local file")) }
    for file in unmapped {
      rows.append(.unmapped(file))
      rows += state.mappingSuggestions(for: file).prefix(Self.mostSuggestions).map {
        .suggestion($0, state.textLikeness(of: $0.file, to: file))
      }
    }
    if state.isIndexing, !unmapped.isEmpty { rows.append(.note("looking for files of these names in the project…")) }
    place(kept.flatMap { rows.firstIndex(of: $0) } ?? cursor.index)
  }

  private mutating func place(_ index: Int) { cursor.place(index, count: rows.count, height: height) }

  mutating func move(_ movement: ViewCommand.Movement) { _ = cursor.move(movement, count: rows.count, height: height) }

  /// Puts the cursor on a row of the window.
  /// - Returns: whether there is one.
  mutating func choose(row: Int) -> Bool {
    let index = cursor.window(count: rows.count, height: height).lowerBound + row
    guard row >= 0, rows.indices.contains(index) else { return false }
    place(index)
    return true
  }

  mutating func resize(to screen: Size) {
    height = max(1, list(on: screen).height)
    place(cursor.index)
  }

  func rect(on screen: Size) -> Rect {
    let room = screen.rect.inset(top: 1, bottom: 1)
    let width = min(110, room.width - (screen.width > 80 ? 8 : 0))
    return room.centered(Size(width: width, height: min(room.height, rows.count + 2)))
  }

  func list(on screen: Size) -> Rect { PopupFrame.inner(of: rect(on: screen)) }

  // MARK: Drawing

  func draw(on grid: inout Grid, screen: Size, glyphs: Glyphs) {
    PopupFrame.draw(rect(on: screen), title: "Path mappings", on: &grid, glyphs: glyphs)
    let list = list(on: screen)
    let window = cursor.window(count: rows.count, height: list.height)
    for (row, index) in window.enumerated() {
      let (text, role) = Self.words(rows[index], glyphs)
      _ = grid.put(
        RowText.cut(text, to: list.width), at: list.row(row).origin, in: list, style: Style(role, on: .popup))
      if index == cursor.index { grid.mark(.selection, over: list.row(row)) }
    }
  }

  private static func words(_ row: Row, _ glyphs: Glyphs) -> (String, Role) {
    switch row {
    case .heading(let text): (text, .popupTitle)
    case .mapping(let mapping): ("  \(mapping.remote.rawValue) -> \(mapping.local.rawValue)", .popup)
    case .unmapped(let file): ("\(glyphs.warning) \(file.rawValue)", .warning)
    case .suggestion(let suggestion, let likeness):
      (
        "  + \(suggestion.mapping.remote.rawValue) -> \(suggestion.mapping.local.rawValue)"
          + (likeness.words.map { "   text: \($0)" } ?? "") + "   for \(suggestion.file.rawValue)",
        .popup
      )
    case .add: ("  + another one…", .dim)
    case .note(let text): ("  \(text)", .dim)
    }
  }
}
