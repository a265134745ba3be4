import CommandLanguage
import DebuggerModel
import SourcePaths
import TerminalGrid

extension DebuggerScreen {
  mutating func pressInPrompt(_ key: KeyPress, _ state: DebuggerState) -> [ViewAction] {
    guard var prompt else { return [] }
    if let rows = completionRows {
      if key.key == .escape { return closeCompletions() }
      if key.key == .tab { return choose(in: rows, by: key.modifiers.contains(.shift) ? -1 : 1) }
      completionRows = nil
    }
    if Self.isCancel(key) {
      // As at Python's own prompt: first what is being computed is ended.
      if prompt.purpose == .evaluate, !state.evaluationsUnderWay.isEmpty { return [.command(.giveUpEvaluations)] }
      self.prompt = nil
      if prompt.purpose == .filter { filter("", state) }
      return []
    }
    if key.key == .backspace, prompt.editor.isEmpty {
      self.prompt = prompt.goBack() ? prompt : nil
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
      let actions = complete(&prompt, state)
      self.prompt = prompt
      return actions
    } else {
      _ = prompt.editor.press(key)
    }
    // The rows follow what is typed.
    if prompt.purpose == .filter { filter(prompt.editor.text, state) }
    self.prompt = prompt
    return []
  }

  private mutating func filter(_ text: String, _ state: DebuggerState) {
    _ = panes.handle(.filter(text), in: focused, context(focused, state))
  }

  private static func isCancel(_ key: KeyPress) -> Bool {
    key.key == .escape || ["c", "g"].contains { key == KeyPress(character: $0, .ctrl) }
  }

  /// Whether a key goes to an older line of the history, or to a newer one.
  private static func recalls(_ key: KeyPress) -> Bool? {
    if key.key == .up || key == KeyPress(character: "p", .ctrl) { return true }
    return key.key == .down || key == KeyPress(character: "n", .ctrl) ? false : nil
  }

  /// Commands are known here; names of the program are asked for.
  private mutating func complete(_ prompt: inout Prompt, _ state: DebuggerState) -> [ViewAction] {
    let before = prompt.editor.textBeforeCursor
    let numbers = state.listedBreakpoints.map(\.number) + state.exceptionBreakpoints.map(\.number)
    let words =
      prompt.purpose == .command
      ? CommandCompletion.complete(before, cursor: before.count, breakpoints: numbers.sorted()) : []
    if words.isEmpty, prompt.takesExpression, state.selectedSuspension != nil, !DottedName.last(of: before).isEmpty {
      return [.command(.complete(before))]
    }
    guard let first = words.first else { return [] }
    prompt.editor.complete(with: words.count == 1 ? first + " " : Self.common(words))
    if words.count > 1 { say(words.prefix(12).joined(separator: "  ")) }
    return []
  }

  private static func common(_ words: [String]) -> String {
    words.dropFirst().reduce(words.first ?? "") { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
  }

  /// Fills in the present value, if the prompt is still the one that it was asked for.
  mutating func absorbLiteral(_ state: DebuggerState) {
    guard let literal = state.literal, literal.token != lastLiteral else { return }
    lastLiteral = literal.token
    if prompt?.purpose == .setValue(literal.expression) { prompt?.offer(literal.text) }
  }

  /// What the process said that a name can become, if that name is still the one that is typed.
  mutating func absorbCompletions(_ state: DebuggerState) {
    guard let list = state.completions, list.token != lastCompletions else { return }
    lastCompletions = list.token
    guard var prompt, prompt.takesExpression, DottedName.last(of: prompt.editor.textBeforeCursor) == list.text else {
      return
    }
    let names = list.items.map(\.name)
    guard !names.isEmpty else { return say("nothing begins with \(list.text)") }
    prompt.editor.insert(String(Self.common(names).dropFirst(DottedName.member(of: list.text).count)))
    self.prompt = prompt
    if names.count > 1 {
      let typed = DottedName.member(of: DottedName.last(of: prompt.editor.textBeforeCursor))
      completionRows = CompletionRows(list.items, typed: typed)
    }
  }

  private mutating func closeCompletions() -> [ViewAction] {
    completionRows = nil
    return []
  }

  private mutating func choose(in rows: CompletionRows, by step: Int) -> [ViewAction] {
    var rows = rows
    let name = rows.choose(by: step)
    prompt?.editor.replace(last: rows.typed.count, with: name)
    rows.put(name)
    completionRows = rows
    return []
  }

  mutating func submit(_ prompt: Prompt, _ state: DebuggerState) -> [ViewAction] {
    var prompt = prompt
    if prompt.purpose == .evaluate, !PythonInput.isComplete(prompt.lines) {
      prompt.goOn()
      self.prompt = prompt
      return []
    }
    let text = prompt.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank, prompt.purpose == .evaluate { return [] }
    self.prompt = nil
    if !isBlank { history.add(text, for: prompt.purpose) }
    switch prompt.purpose {
    case .filter: break
    case .search: find(isBlank ? lastSearch : text, backwards: false, state)
    case .breakpointOptions(let file, let line): return setBreakpoint(file, line, prompt, text)
    case .programInput: return [.command(.programInput(text))]
    case .command, .evaluate, .watch, .goToLine, .mapping, .setValue, .mapRemote:
      return isBlank ? [] : answer(prompt, text, state)
    }
    return []
  }

  private mutating func answer(_ prompt: Prompt, _ text: String, _ state: DebuggerState) -> [ViewAction] {
    switch prompt.purpose {
    case .command: return [.commandText(text)]
    case .evaluate: return evaluate(text, prompt, state)
    case .watch:
      reveal(.watches)
      return [.command(.addWatch(text))]
    case .goToLine: return goToLine(text)
    case .mapping: return [.command(.addMapping(text))]
    case .setValue(let expression):
      guard text != prompt.offered else { return [.say("\(expression) is as it was")] }
      return [.command(.assign(expression, value: text))]
    case .mapRemote(let remote): return [.command(.addMapping("\(remote)=\(text)"))]
    case .search, .filter, .breakpointOptions, .programInput: return []
    }
  }

  /// The result goes to the evaluation pane, and so does the focus; the prompt stays for the next entry. What can't be evaluated
  /// now stays in the field.
  private mutating func evaluate(_ text: String, _ prompt: Prompt, _ state: DebuggerState) -> [ViewAction] {
    guard state.selectedSuspension != nil else {
      self.prompt = prompt
      return [.say("\(StateWords.whyNoStop(state)): values can be had where it is stopped")]
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isStatement = PythonStatement.isStatement(text) || PythonInput.hasSeveralStatements(lines)
    var text = text[...]
    // The empty line that ended a block.
    while let last = text.last, last.isWhitespace { text.removeLast() }
    self.prompt = Prompt(.evaluate, initial: "")
    return [.focus(.evaluation), .command(.enter(String(text), isStatement: isStatement))]
  }

  private mutating func goToLine(_ text: String) -> [ViewAction] {
    guard let line = LineNumber.read(text.filter { !$0.isWhitespace }) else {
      return [.focus(.source), .command(.list(Self.place(text)))]
    }
    panes.source.go(toLine: line)
    return [.focus(.source)]
  }

  /// `FILE:LINE`, a file, or the name of a function.
  static func place(_ text: String) -> PlaceText {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let colon = text.lastIndex(of: ":"), let line = LineNumber.read(text[text.index(after: colon)...]) {
      return .line(file: String(text[..<colon]), line: line)
    }
    let isFile = text.contains { $0 == "/" || $0 == "\\" || $0 == "." }
    return isFile ? .line(file: text, line: 1) : .function(text)
  }

  private static func problem(with options: BreakpointOptions) -> String? {
    options.condition.flatMap(PythonExpression.problem).map { "the condition: \($0)" }
      ?? options.logMessage.flatMap(PythonExpression.problem).map { "the log expression: \($0)" }
  }

  /// Options that can't be read stay in the field, and those that no Python takes.
  private mutating func setBreakpoint(
    _ file: SourceFile, _ line: Int, _ prompt: Prompt, _ text: String
  ) -> [ViewAction] {
    do {
      let options = try BreakpointOptions(parsing: text)
      if let problem = Self.problem(with: options) {
        self.prompt = prompt
        say(problem)
        return []
      }
      return [.command(.setBreakpoint(.line(file: file.text, line: line), options))]
    } catch {
      self.prompt = prompt
      say("\(error)")
      return []
    }
  }
}
