import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

extension SourcePane {
  func commands(_ context: PaneContext) -> [ViewCommand] {
    guard source != nil else { return [.openFile, .pathMappings] }
    let running: [ViewCommand] =
      context.state.selectedSuspension == nil ? [] : [.runToCursor, .printWord, .executionPoint]
    let differs = context.state.selectedFrame.map {
      context.state.selectedProcess?.differingFiles.contains($0.remoteFile) == true
    }
    let drifting: [ViewCommand] = differs == true ? [.otherText] : []
    return drifting + [.toggleBreakpoint, .editBreakpoint] + running + [
      .addWatch, .search, .goToLine, .openFile, .goToDefinition, .copy,
    ]
  }

  mutating func handle(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    size = context.size
    if case .move(let movement) = command {
      move(movement)
      return []
    }
    if command == .cancel { search = nil }
    if command == .executionPoint { return goToExecutionPoint(context.state) }
    if command == .goToLine { return [.prompt(.goToLine, initial: "")] }
    if command == .otherText { return showOtherText(context.state) }
    guard let file, source != nil else { return nil }
    return actOnLine(command, file, context) ?? actOnWord(command)
  }

  private func actOnLine(_ command: ViewCommand, _ file: SourceFile, _ context: PaneContext) -> [ViewAction]? {
    let breakpoint = context.state.listedBreakpoints.first { context.state.line(of: $0, in: file) == line }
    if command == .toggleBreakpoint { return [.command(.toggleBreakpoint(file, line: line))] }
    if command == .runToCursor { return runToCursor(file, context.state) }
    if command == .editBreakpoint {
      let place = breakpoint.map { ($0.file, $0.line) } ?? context.state.ownPlace(file, line)
      let initial = breakpoint?.options.commandText ?? ""
      return [.prompt(.breakpointOptions(place.0, line: place.1), initial: initial)]
    }
    if command == .enableOrDisable, let breakpoint {
      return [.command(.changeBreakpoint(breakpoint.number, .enabled(!breakpoint.options.isEnabled)))]
    }
    if command == .showFullValue { return [.showText(title: "\(file.name):\(line)", lineText)] }
    return command == .copy ? [.copy(lineText)] : nil
  }

  /// In the process's text of a file, the line that it is here.
  private func runToCursor(_ file: SourceFile, _ state: DebuggerState) -> [ViewAction] {
    let place = state.ownPlace(file, line)
    if case .remote(let path) = file, place.file == file, case .local(let local) = state.sourceFile(for: path),
      state.document(.local(local)) != nil
    {
      return [.say("line \(line) is only in the process's text: a breakpoint (b) can be set on it")]
    }
    return [.command(.runTo(.line(file: place.file.text, line: place.line)))]
  }

  private func actOnWord(_ command: ViewCommand) -> [ViewAction]? {
    guard command == .printWord || command == .addWatch || command == .setValue else { return nil }
    guard let word else {
      return command == .addWatch ? [.prompt(.watch, initial: "")] : [.say("no name at the cursor")]
    }
    if command == .setValue { return VariablesPane.setting(word) }
    return command == .addWatch ? [.prompt(.watch, initial: word)] : [.command(.evaluate(word, pretty: true))]
  }

  private func showOtherText(_ state: DebuggerState) -> [ViewAction] {
    switch file {
    case .local(let path):
      guard state.selectedProcess != nil, let remote = remote(for: path, state) else {
        return [.say("no process is connected that could have another text of it")]
      }
      return [.command(.showSource(remote.rawValue))]
    case .remote(let path):
      guard case .local(let local) = state.sourceFile(for: path) else {
        return [.say("there is no text of \(path.name) here")]
      }
      let here = state.shownPlace(of: line, in: path, of: state.selection.process)
      return [.command(.list(.line(file: local.rawValue, line: here)))]
    case nil: return [.say("no source is shown yet")]
    }
  }

  private mutating func goToExecutionPoint(_ state: DebuggerState) -> [ViewAction] {
    guard let frame = state.shownSuspension?.frames.first else { return [.say(StateWords.whyNoStop(state))] }
    let line = state.shownPlace(of: frame, of: state.selection.process)
    show(state.sourceFile(for: frame.remoteFile), line: line)
    return state.selection.frame == 0 ? [] : [.command(.selectFrame(.number(0)))]
  }

  /// A click in the gutter sets or clears a breakpoint, one in the text moves the cursor.
  mutating func click(column: Int, row: Int, _ context: PaneContext) -> [ViewAction] {
    size = context.size
    guard let source, let file, row >= 0 else { return [] }
    let window = cursor.window(count: source.count, height: size.height)
    guard window.contains(window.lowerBound + row) else { return [] }
    move(toLine: window.lowerBound + row + 1)
    if column < gutter.width { return [.command(.toggleBreakpoint(file, line: line))] }
    place(atColumn: column - gutter.width + left)
    return []
  }
}
