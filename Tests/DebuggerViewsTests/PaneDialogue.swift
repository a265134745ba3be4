import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

@testable import DebuggerViews

/// A state that is brought somewhere by events alone, and panes drawn from it.
struct PaneDialogue {
  private(set) var state: DebuggerState
  private var token = 0

  init(maps: [String] = []) {
    var paths = PathMapper()
    for text in maps {
      if let map = try? PathMapping(parsing: text, relativeTo: LocalPath("/home/me")) { paths.add(map) }
    }
    state = DebuggerState(settings: .init(root: LocalPath("/home/me")), paths: paths)
  }

  static let file = SourceFile.local(LocalPath("/srv/app/work.py"))

  @discardableResult
  mutating func handle(_ event: DebuggerEvent) -> [Effect] { state.handle(event) }

  @discardableResult
  mutating func command(_ command: DebuggerCommand) -> [Effect] {
    token += 1
    return state.handle(.command(RequestToken(token), command))
  }

  /// Carries out what a pane asked for.
  mutating func perform(_ actions: [ViewAction]?) {
    for case .command(let command) in actions ?? [] { self.command(command) }
  }

  mutating func connect(_ number: Int = 1, thread: String = "pid_7_id_1", name: String = "MainThread") {
    let identity = ProcessIdentity(peer: "10.0.0.1:\(4 + number)", pydevd: "3.5.0", dialect: "pydevd")
    handle(.connected(ProcessNumber(number), identity))
    handle(.threadStarted(ProcessNumber(number), ThreadID(thread), name: name))
  }

  mutating func stop(
    _ frames: [(function: String, file: String, line: Int)], cause: SuspensionReport.Cause = .step,
    thread: String = "pid_7_id_1", in number: Int = 1
  ) {
    let frames = frames.enumerated().map { index, frame in
      StackFrame(
        id: FrameID("f\(index)"), function: frame.function, remoteFile: RemotePath(frame.file), line: frame.line)
    }
    handle(.suspended(ProcessNumber(number), SuspensionReport(thread: ThreadID(thread), cause: cause, frames: frames)))
  }

  /// At a line of `/srv/app/work.py`, called from two library frames and the module.
  mutating func stopInWork(line: Int = 24) {
    stop([
      ("work", "/srv/app/work.py", line), ("run", "/usr/lib/python3.12/runpy.py", 88),
      ("call", "/usr/lib/python3.12/runpy.py", 11), ("<module>", "/srv/app/work.py", 41),
    ])
  }

  /// The answer to a request for the children of a path in the selected frame.
  mutating func load(
    _ variables: [Variable], at path: VariablePath = .root, nextOffset: Int? = nil, offset: Int = 0,
    hasFolded: Bool = false, part: VariableRequest.Part? = nil
  ) {
    guard let key = state.selectedFrameKey else { return }
    let list = VariableList(variables, nextOffset: nextOffset, hasFolded: hasFolded)
    let part = part ?? (offset == 0 ? .first : .elements(offset..<offset + 100))
    handle(.variables(VariableRequest(frame: key, path: path, part: part), .success(list)))
  }

  mutating func read(_ text: String, file: SourceFile = Self.file) { handle(.sourceRead(file, .success(text))) }

  mutating func output(_ text: String, _ category: OutputCategory = .stdout, from number: Int = 1) {
    handle(.output(ProcessNumber(number), category, text))
  }
}

extension Variable {
  static func at(
    _ names: String..., value: String, type: String = "int", expandable: Bool = false, group: Group = .normal,
    isError: Bool = false
  ) -> Variable {
    Variable(
      name: names.last ?? "", type: type, value: value, expandable: expandable, path: VariablePath(names), group: group,
      isError: isError)
  }
}

extension PaneView {
  /// Follows the state as the screen does it, and draws.
  mutating func drawn(
    _ state: DebuggerState, _ width: Int, _ height: Int, isFocused: Bool = false, glyphs: Glyphs = .unicode
  ) -> Grid {
    let size = Size(width: width, height: height)
    resize(to: size)
    absorb(state)
    while !prepare(glyphs) {}
    var grid = Grid(size)
    let context = PaneContext(state: state, glyphs: glyphs, isFocused: isFocused, size: size)
    draw(in: grid.rect, on: &grid, context)
    return grid
  }

  @discardableResult
  mutating func press(_ command: ViewCommand, _ state: DebuggerState, _ width: Int = 40, _ height: Int = 10)
    -> [ViewAction]?
  {
    let size = Size(width: width, height: height)
    absorb(state)
    return handle(command, PaneContext(state: state, glyphs: .unicode, isFocused: true, size: size))
  }
}

extension Grid {
  /// The role letters of one column, from top to bottom.
  func roles(inColumn x: Int) -> String { String((0..<size.height).map { self[x, $0].style.role.letter }) }

  /// The letter of what lies behind a cell.
  func backdrop(_ x: Int, _ y: Int) -> Character { self[x, y].style.backdrop.letter }
}
