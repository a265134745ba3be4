import CommandLanguage
public import DebuggerModel
public import TerminalGrid

extension DebuggerScreen {
  /// Takes in what a person did.
  /// - Returns: what is to be done outside of the screen, in order.
  public mutating func handle(_ input: InputEvent, state: DebuggerState, size: Size) -> [ViewAction] {
    fit(size)
    switch input {
    case .key(let key):
      readNotices(state)
      return finish(press(key, state), state)
    case .paste(let text):
      paste(text, state)
      return []
    case .burst(let text):
      if isTyping { return [.press(InputDecoder.keys(typing: text))] }
      show(pasted: text, isBurst: true)
      return []
    case .pasteCut(let missing):
      say("the paste was too long: its last \(missing) bytes are left out")
      return []
    case .mouse(let event): return finish(handle(event, state), state)
    case .focus, .reply: return []
    }
  }

  mutating func readNotices(_ state: DebuggerState) {
    said = nil
    readNotice = state.notice?.count ?? 0
  }

  /// Carries out what can be carried out here.
  mutating func finish(_ actions: [ViewAction], _ state: DebuggerState) -> [ViewAction] {
    let left = resolve(actions, state)
    rememberPlace()
    return left + panes.source.wanted(state).map(ViewAction.command)
  }

  mutating func press(_ key: KeyPress, _ state: DebuggerState) -> [ViewAction] {
    if prompt != nil { return pressInPrompt(key, state) }
    if let popup { return press(key, in: popup, state) }
    guard let binding = keyMap.binding(for: key, in: .pane(focused)) else {
      let help = keyMap.keys(for: ViewCommand.help.commandText).first
      say("\(key) does nothing here" + (help.map { "; \($0) shows what does" } ?? ""))
      return []
    }
    let actions = run(binding, state)
    explainF9(binding)
    return actions
  }

  private mutating func run(_ binding: KeyBinding, _ state: DebuggerState) -> [ViewAction] {
    switch binding.command {
    case .debugger(let command): [.command(command)]
    case .sequence(let commands): commands.map(ViewAction.command)
    case .view(let command): act(command, state)
    case .setOption, .bindKey, .help, .wait: [.commandText(binding.commandText)]
    }
  }

  /// F9 resumes in PyCharm: whoever expects that is told once what it does here.
  private mutating func explainF9(_ binding: KeyBinding) {
    guard !knowsF9, binding.key == KeyPress(.function(9)), binding.command == .view(.toggleBreakpoint) else { return }
    knowsF9 = true
    let keys = keyMap.keys(for: "continue").joined(separator: " / ")
    say("F9 toggles a breakpoint; resume is \(keys); `:set keys pycharm` swaps them")
  }

  /// Pasted text goes into the field that is open. Elsewhere it is shown, and does nothing by itself.
  private mutating func paste(_ text: String, _ state: DebuggerState) {
    if var open = prompt {
      if open.purpose == .evaluate { open.insert(lines: text) } else { open.editor.insert(text) }
      prompt = open
    } else if case .finder(var finder)? = popup {
      finder.editor.insert(text)
      finder.update(state.project, recent: recentFiles(state))
      popup = .finder(finder)
    } else {
      show(pasted: text, isBurst: false)
    }
  }

  /// Why a command would do nothing now, in words that say what would help.
  func refusal(of command: DebuggerCommand, _ state: DebuggerState) -> String? {
    if case .resume(let kind, scope: .selected) = command { return refusal(ofStep: kind.isStep, state) }
    if case .runTo = command { return refusal(ofStep: false, state) }
    return command == .pause(scope: .selected) ? refusalOfPause(state) : nil
  }

  private func refusal(ofStep isStep: Bool, _ state: DebuggerState) -> String? {
    guard let thread = state.selectedThread else { return StateWords.whyNoStop(state) }
    switch thread.status {
    case .suspended: return nil
    case .resuming(let kind) where kind.isStep && isStep: return nil
    case .running where thread.leaving != nil && isStep: return nil
    case .running, .resuming:
      let keys = keyMap.keys(for: "pause").joined(separator: " / ")
      return "the thread is running" + (keys.isEmpty ? "" : ": \(keys) pauses it")
    case .pausing: return "the thread was asked to pause, and stops at its next line of Python"
    }
  }

  private func refusalOfPause(_ state: DebuggerState) -> String? {
    let quit = keyMap.keys(for: ViewCommand.quit.commandText).first.map { "; \($0) quits" } ?? ""
    if state.attachedProcesses.isEmpty { return "nothing is running\(quit)" }
    guard let thread = state.selectedThread, thread.suspension != nil else { return nil }
    return "\(thread.name) is stopped already\(quit)"
  }
}
