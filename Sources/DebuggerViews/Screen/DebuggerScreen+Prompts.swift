import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

extension DebuggerScreen {
  mutating func pressInPrompt(_ key: KeyPress, _ state: DebuggerState) -> [ViewAction] {
    guard var prompt else { return [] }
    if Self.isCancel(key) || (key.key == .backspace && prompt.editor.isEmpty) {
      self.prompt = nil
      return []
    }
    if prompt.purpose == .programInput, prompt.editor.isEmpty, key == KeyPress(character: "d", .ctrl) {
      self.prompt = nil
      return [.command(.programInput(nil))]
    }
    if key.key == .enter { return submit(prompt, state) }
    if let older = Self.recalls(key) {
      prompt.recall(older: older, history.entries(for: prompt.purpose))
    } else if key.key == .tab {
      complete(&prompt, state)
    } else {
      _ = prompt.editor.press(key)
    }
    self.prompt = prompt
    return []
  }

  private static func isCancel(_ key: KeyPress) -> Bool {
    key.key == .escape || ["c", "g"].contains { key == KeyPress(character: $0, .ctrl) }
  }

  /// Whether a key goes to an older line of the history, or to a newer one.
  private static func recalls(_ key: KeyPress) -> Bool? {
    if key.key == .up || key == KeyPress(character: "p", .ctrl) { return true }
    return key.key == .down || key == KeyPress(character: "n", .ctrl) ? false : nil
  }

  private mutating func complete(_ prompt: inout Prompt, _ state: DebuggerState) {
    let before = prompt.editor.textBeforeCursor
    let words =
      prompt.purpose == .command
      ? CommandCompletion.complete(before, cursor: before.count) : Self.names(state, matching: before)
    guard let first = words.first else { return }
    let common = words.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
    prompt.editor.complete(with: words.count == 1 && prompt.purpose == .command ? common + " " : common)
    if words.count > 1 { say(words.prefix(12).joined(separator: "  ")) }
  }

  /// Variables of the selected frame that the last word of an expression can become, with what stands before it.
  private static func names(_ state: DebuggerState, matching text: String) -> [String] {
    let word = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    let name = String(word.reversed().prefix { $0 == "_" || $0.isLetter || $0.isNumber }.reversed())
    let start = word.dropLast(name.count)
    guard !name.isEmpty, start.last != ".", let key = state.selectedFrameKey else { return [] }
    let variables = state.variables[key]?.roots?.value?.variables ?? []
    return variables.map(\.name).filter { $0.hasPrefix(name) && $0 != name }.map { start + $0 }
  }

  private mutating func submit(_ prompt: Prompt, _ state: DebuggerState) -> [ViewAction] {
    let text = prompt.editor.text
    self.prompt = nil
    let isBlank = text.allSatisfy(\.isWhitespace)
    if !isBlank { history.add(text, for: prompt.purpose) }
    switch prompt.purpose {
    case .search: find(isBlank ? lastSearch : text, backwards: false, state)
    case .breakpointOptions(let file, let line): return setBreakpoint(file, line, prompt, text)
    case .programInput: return [.command(.programInput(text))]
    case .command, .evaluate, .watch, .goToLine, .openFile, .mapping, .setValue, .mapRemote:
      return isBlank ? [] : answer(prompt, text, state)
    }
    return []
  }

  private mutating func answer(_ prompt: Prompt, _ text: String, _ state: DebuggerState) -> [ViewAction] {
    switch prompt.purpose {
    case .command: return [.commandText(text)]
    case .evaluate: return evaluate(text, prompt, state)
    case .watch: return [.command(.addWatch(text))]
    case .goToLine: return goToLine(text)
    case .openFile: return [.focus(.source), .command(.list(Self.place(text)))]
    case .mapping: return [.command(.addMapping(text))]
    case .setValue(let expression): return [.command(.assign(expression, value: text))]
    case .mapRemote(let remote): return [.command(.addMapping("\(remote)=\(text)"))]
    case .search, .breakpointOptions, .programInput: return []
    }
  }

  /// The result goes to the evaluation pane, and so does the focus. What can't be evaluated now stays in the field.
  private mutating func evaluate(_ text: String, _ prompt: Prompt, _ state: DebuggerState) -> [ViewAction] {
    guard state.selectedSuspension != nil else {
      self.prompt = prompt
      return [.say("\(StateWords.whyNoStop(state)): values can be had where it is stopped")]
    }
    let isStatement = PythonStatement.isStatement(text)
    return [.focus(.evaluation), .command(isStatement ? .execute(text) : .evaluate(text, pretty: true))]
  }

  private mutating func goToLine(_ text: String) -> [ViewAction] {
    guard let line = Int(text.filter { !$0.isWhitespace }), line > 0 else {
      return [.focus(.source), .command(.list(Self.place(text)))]
    }
    panes.source.go(toLine: line)
    return [.focus(.source)]
  }

  /// `FILE:LINE`, a file, or the name of a function.
  private static func place(_ text: String) -> PlaceText {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]), line > 0 {
      return .line(file: String(text[..<colon]), line: line)
    }
    let isFile = text.contains { $0 == "/" || $0 == "\\" || $0 == "." }
    return isFile ? .line(file: text, line: 1) : .function(text)
  }

  /// Options that can't be read stay in the field.
  private mutating func setBreakpoint(
    _ file: SourceFile, _ line: Int, _ prompt: Prompt, _ text: String
  ) -> [ViewAction] {
    do {
      let options = try BreakpointOptions(parsing: text)
      return [.command(.setBreakpoint(.line(file: file.text, line: line), options))]
    } catch {
      self.prompt = prompt
      say("\(error)")
      return []
    }
  }
}
