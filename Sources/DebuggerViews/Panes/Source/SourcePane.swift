import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

/// The text of the program: it follows the selected frame, and whatever else is asked to be shown.
struct SourcePane: PaneView {
  let name = PaneName.source
  /// What is shown, or shall be as soon as its text is here.
  private(set) var file: SourceFile?
  private(set) var source: SourceText?
  /// Its index is the 0-based line.
  private(set) var cursor = ListCursor()
  /// Where in the cursor's line the cursor is, in characters; it may be behind the end of a shorter line.
  var column = 0
  /// Columns of the text that are scrolled out at the left.
  var left = 0
  var size = Size.zero
  var search: TextSearch?
  private(set) var inline: InlineValues?

  /// The frame that was last moved to, and its file.
  private var followed: FrameKey?
  private var followedFile: SourceFile?
  private var followedLine: Int?
  private var placeCount = 0
  private var shownVariables: Loading<VariableList>?
  private var asked: SourceFile?

  /// The 1-based line of the cursor.
  var line: Int { cursor.index + 1 }

  var lineText: String { source?.line(cursor.index) ?? "" }

  var gutter: SourceGutter { SourceGutter(lines: source?.count ?? 1) }

  mutating func resize(to size: Size) {
    let isFirst = self.size.height == 0
    self.size = size
    // Without its text the place to go to is all that is known: it must not be cut to the length of nothing.
    guard let count = source?.count else { return }
    if isFirst {
      cursor.place(cursor.index, count: count, height: size.height, atRow: size.height / 3)
    } else {
      cursor.place(cursor.index, count: count, height: size.height)
    }
  }

  /// Finds colours for the lines of the window, or for some that come before them; then the values that go behind them.
  /// - Returns: whether there is nothing left to be found.
  mutating func prepare(_ glyphs: Glyphs) -> Bool {
    guard let count = source?.count else { return true }
    let window = cursor.window(count: count, height: size.height)
    guard source?.highlight(before: window.upperBound) == true, let source else { return false }
    inline?.find(window, in: source, lineBreak: glyphs.lineBreak)
    return true
  }

  mutating func absorb(_ state: DebuggerState) {
    if let place = state.shownPlace, place.count != placeCount {
      placeCount = place.count
      show(place.file, line: place.line)
    }
    follow(state)
    load(state)
    absorbValues(state)
  }

  /// Goes to the selected frame when it is another one, or when its text turns out to be in another file: the local one
  /// could not be read.
  private mutating func follow(_ state: DebuggerState) {
    guard let key = state.selectedFrameKey, let frame = state.selectedFrame else { return }
    let target = state.sourceFile(for: frame.remoteFile)
    let place = state.shownPlace(of: frame, of: key.process)
    let isElsewhere = target != followedFile && file == followedFile
    // Where the line is in the text here may turn out later; the cursor stays where the user has put it.
    let isMoved = place != followedLine && file == target && line == followedLine
    guard key != followed || isElsewhere || isMoved else { return }
    followed = key
    followedFile = target
    followedLine = place
    show(target, line: place)
  }

  /// Shows a line of a file; the text may come later.
  mutating func show(_ file: SourceFile, line: Int) {
    let isNew = file != self.file
    self.file = file
    if isNew {
      source = nil
      left = 0
    }
    go(toLine: line, isNew: isNew)
    column = source.map { $0.line(cursor.index).prefix { $0 == " " || $0 == "\t" }.count } ?? 0
    keepColumnVisible()
  }

  /// Scrolls as little as will do for a line that is near; one that is far comes into the upper third.
  mutating func go(toLine line: Int, isNew: Bool = false) {
    let height = max(1, size.height)
    let count = source?.count ?? max(1, line)
    let index = line - 1
    let isNear = (cursor.top - height..<cursor.top + 2 * height).contains(index)
    if isNear, !isNew {
      cursor.place(index, count: count, height: height, margin: height / 4)
    } else {
      cursor.place(index, count: count, height: height, atRow: height / 3)
    }
  }

  mutating func move(toLine line: Int) {
    cursor.place(line - 1, count: source?.count ?? 0, height: max(1, size.height))
  }

  mutating func moveCursor(_ movement: ViewCommand.Movement) {
    _ = cursor.move(movement, count: source?.count ?? 0, height: max(1, size.height))
  }

  /// Takes the text from the state when it has come or is another one.
  private mutating func load(_ state: DebuggerState) {
    guard let file, let document = state.sources[file]?.value else { return }
    guard source?.document.revision != document.revision || source?.document.file != file else { return }
    let isFirst = source == nil
    source = SourceText(document)
    shownVariables = nil
    inline = nil
    guard isFirst else { return resize(to: size) }
    show(file, line: line)
    go(toLine: line, isNew: true)
  }

  private mutating func absorbValues(_ state: DebuggerState) {
    guard let key = state.selectedFrameKey, let frame = state.selectedFrame, let source,
      state.sourceFile(for: frame.remoteFile) == file
    else {
      inline = nil
      shownVariables = nil
      return
    }
    let variables = state.variables[key]?.roots
    guard let list = variables?.value, variables != shownVariables else { return }
    shownVariables = variables
    guard let line = shownLine(of: frame, state) else { return inline = nil }
    let scope = FrameScope(source.document, function: frame.function, line: line)
    inline = InlineValues(list.variables, scope: scope, lines: min(scope.start, line - 1)...max(0, line - 1))
  }

  mutating func wanted(_ state: DebuggerState) -> [DebuggerCommand] {
    guard let file, source == nil, state.sources[file] == nil, asked != file else { return [] }
    asked = file
    switch file {
    case .local(let path): return [.list(.line(file: path.rawValue, line: line))]
    case .remote(let path): return state.selection.process == nil ? [] : [.showSource(path.rawValue)]
    }
  }
}
