import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

extension DebuggerScreen {
  /// Opens the finder; what it had listed the last time is shown while the project is listed anew.
  @discardableResult
  mutating func openFinder(_ state: DebuggerState, query: String = "") -> [ViewAction] {
    var finder = FinderPopup(query)
    finder.update(state.project, recent: recentFiles(state))
    open(.finder(finder))
    return [.command(.indexProject)]
  }

  /// The files of breakpoints and of the stack, below the root.
  func recentFiles(_ state: DebuggerState) -> [String] {
    let root = state.settings.root.normalized.rawValue + "/"
    let frames = state.selectedSuspension?.frames.map { state.sourceFile(for: $0.remoteFile) } ?? []
    let files = places.reversed().map(\.file) + frames + state.listedBreakpoints.map(\.file)
    var seen: Set<String> = []
    return files.compactMap { file in
      guard case .local(let path) = file, path.normalized.rawValue.hasPrefix(root) else { return nil }
      let name = String(path.normalized.rawValue.dropFirst(root.count))
      return seen.insert(name).inserted ? name : nil
    }
  }

  mutating func absorbProject(_ state: DebuggerState) {
    if case .finder(var finder)? = popup {
      finder.update(state.project, recent: recentFiles(state))
      popup = .finder(finder)
    }
  }

  mutating func press(_ key: KeyPress, in finder: FinderPopup, _ state: DebuggerState) -> [ViewAction] {
    var finder = finder
    if key.key == .escape || ["c", "g"].contains(where: { key == KeyPress(character: $0, .ctrl) }) {
      popup = nil
      return []
    }
    if key.key == .enter { return open(finder, state) }
    if let movement = Self.movement(of: key) {
      finder.move(movement)
    } else if finder.editor.press(key) {
      finder.update(state.project, recent: recentFiles(state))
    } else if keyMap.command(for: key, in: .popup) == .view(.redraw) {
      return [.redraw]
    }
    popup = .finder(finder)
    return []
  }

  private static func movement(of key: KeyPress) -> ViewCommand.Movement? {
    switch key.key {
    case .up: return .up
    case .down, .tab: return .down
    case .pageUp: return .pageUp
    case .pageDown: return .pageDown
    default: break
    }
    if key == KeyPress(character: "p", .ctrl) || key == KeyPress(character: "k", .ctrl) { return .up }
    return key == KeyPress(character: "n", .ctrl) || key == KeyPress(character: "j", .ctrl) ? .down : nil
  }

  /// What nothing in the project fits may be a path elsewhere, or a function of a text that is shown.
  mutating func open(_ finder: FinderPopup, _ state: DebuggerState) -> [ViewAction] {
    popup = nil
    if let entry = finder.chosen, let project = state.project {
      let line = finder.line ?? entry.line ?? 1
      return [.focus(.source), .command(.list(.line(file: project.path(of: entry).rawValue, line: line)))]
    }
    let text = finder.editor.text
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    return [.focus(.source), .command(.list(Self.place(text)))]
  }

  /// Goes where the name under the cursor is defined; the project is listed first where it never was.
  mutating func goToDefinition(_ state: DebuggerState) -> [ViewAction] {
    guard let name = panes.source.word?.split(separator: ".").last.map(String.init) else {
      return [.say("no name at the cursor")]
    }
    awaitedDefinition = name
    // What has been listed may be out of date; it will do for now.
    return [.command(.indexProject)] + wantedDefinition(state).map(ViewAction.command)
  }

  /// Goes to the definition that was asked for, once the project is known.
  mutating func wantedDefinition(_ state: DebuggerState) -> [DebuggerCommand] {
    guard let name = awaitedDefinition, let project = state.project, project.isComplete else { return [] }
    awaitedDefinition = nil
    let found = project.definitions(of: name).filter { !isShown($0, project) }
    let here = found.filter { panes.source.file == .local(project.path(of: $0)) }
    // The text that is shown may be one from outside the project.
    if found.isEmpty { return [.list(.function(name))] }
    if found.count > 1, here.count != 1 {
      openFinder(state, query: "@\(name)")
      return []
    }
    guard let entry = here.first ?? found.first else { return [] }
    show(.local(project.path(of: entry)), line: entry.line ?? 1, state)
    return []
  }

  /// The cursor is there already.
  private func isShown(_ entry: ProjectIndex.Entry, _ project: ProjectIndex) -> Bool {
    panes.source.file == .local(project.path(of: entry)) && panes.source.line == entry.line
  }

  /// Shows a place, and remembers the one that is left.
  mutating func show(_ file: SourceFile, line: Int, _ state: DebuggerState) {
    panes.source.show(file, line: line)
    panes.absorb(state)
    focus(.source)
  }

  /// Remembers where the source pane was, once it shows something else.
  mutating func rememberPlace() {
    guard let file = panes.source.file else { return }
    let place = Place(file: file, line: panes.source.line)
    if let last = lastPlace, last.file != place.file || abs(last.line - place.line) > 12, places.last != last {
      places.append(last)
      if places.count > 100 { places.removeFirst() }
    }
    lastPlace = place
  }

  /// Goes back to where the source pane was before.
  mutating func goBack(_ state: DebuggerState) {
    guard let place = places.popLast() else { return say("no place to go back to") }
    lastPlace = nil
    show(place.file, line: place.line, state)
  }

  /// A place in a text that was looked at.
  struct Place: Equatable, Sendable {
    let file: SourceFile
    let line: Int
  }
}
