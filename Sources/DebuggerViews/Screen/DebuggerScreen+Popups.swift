import CommandLanguage
import DebuggerModel
import TerminalGrid

extension DebuggerScreen {
  mutating func showHelp() {
    var help = HelpPopup.make(keyMap: keyMap, pane: focused)
    help.resize(to: size)
    popup = .text(help)
  }

  /// While a popup is open only its own keys count.
  mutating func press(_ key: KeyPress, in popup: Popup, _ state: DebuggerState) -> [ViewAction] {
    switch popup {
    case .confirm(let question): return press(key, in: question, state)
    case .finder(let finder): return press(key, in: finder, state)
    case .mappings(let mappings):
      guard case .view(let command)? = keyMap.command(for: key, in: .popup) else { return [] }
      return act(command, in: mappings, state)
    case .themes(let themes):
      guard case .view(let command)? = keyMap.command(for: key, in: .popup) else { return [] }
      return act(command, in: themes)
    case .table(let table):
      guard case .view(let command)? = keyMap.command(for: key, in: .popup) else { return [] }
      return act(command, in: table, state)
    case .text(let text):
      guard case .view(let command)? = keyMap.command(for: key, in: .popup) else { return press(key, over: text) }
      return act(command, in: text, state)
    }
  }

  /// A key that means nothing to a text: the command line goes over it, and what does nothing is reported.
  private mutating func press(_ key: KeyPress, over text: TextPopup) -> [ViewAction] {
    guard text.paste == nil, let command = keyMap.command(for: key, in: .pane(focused)) else { return [] }
    guard command == .view(.commandLine) else {
      return [.say("Esc closes this text; until then only its own keys count")]
    }
    popup = nil
    return [.prompt(.command, initial: "")]
  }

  private mutating func press(_ key: KeyPress, in question: ConfirmPopup, _ state: DebuggerState) -> [ViewAction] {
    if let choice = question.choice(for: key) {
      popup = nil
      switch choice.outcome {
      case .actions(let actions): return actions
      case .killAllAndQuit: return killAllAndQuit(state)
      }
    }
    let command = keyMap.command(for: key, in: .popup)
    if command == .view(.redraw) { return [.redraw] }
    if command == .view(.suspend) { return [.suspend] }
    if command == .view(.cancel) || command == .view(.quit) || key.typed == "n" { popup = nil }
    return []
  }

  private mutating func act(_ command: ViewCommand, in text: TextPopup, _ state: DebuggerState) -> [ViewAction] {
    if let paste = text.paste, let actions = act(command, on: paste, state) { return actions }
    if case .move(let movement) = command { return scroll(text, movement) }
    if command == .cancel || command == .quit || command == .help || command == .open { popup = nil }
    if command == .open, let place = text.place { return [.showSource(place.file, line: place.line)] }
    if command == .search { return [.prompt(.search, initial: "")] }
    if command == .searchNext || command == .searchPrevious {
      findAgain(in: text, backwards: command == .searchPrevious, state)
    }
    if command == .copy { return [.copy(text.text)] }
    if command == .redraw { return [.redraw] }
    return command == .suspend ? [.suspend] : []
  }

  private mutating func scroll(_ text: TextPopup, _ movement: ViewCommand.Movement) -> [ViewAction] {
    var text = text
    text.move(movement)
    popup = .text(text)
    return []
  }

  private mutating func findAgain(in text: TextPopup, backwards: Bool, _ state: DebuggerState) {
    popup = .text(text)
    find(lastSearch, backwards: backwards, state)
  }
}
