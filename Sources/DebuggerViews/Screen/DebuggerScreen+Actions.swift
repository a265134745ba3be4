import CommandLanguage
import DebuggerModel
import TerminalGrid

extension DebuggerScreen {
  /// Carries out the actions that concern the screen; the others are left over.
  mutating func resolve(_ actions: [ViewAction], _ state: DebuggerState) -> [ViewAction] {
    actions.flatMap { resolve($0, state) }
  }

  private mutating func resolve(_ action: ViewAction, _ state: DebuggerState) -> [ViewAction] {
    switch action {
    case .command(let command):
      guard let why = refusal(of: command, state) else { return [action] }
      say(why)
    case .copy(let text):
      let lines = text.split(separator: "\n").count
      tell(lines > 1 ? "copied \(lines) lines" : "copied \(RowText.cut(text, to: 40))")
      return [action]
    case .commandText, .press, .copyValue, .showValue, .showArray, .save, .theme, .redraw, .suspend, .restart:
      return [action]
    case .say(let text): say(text)
    case .prompt(let purpose, let initial):
      prompt = Prompt(purpose, initial: initial)
      completionRows = nil
    case .confirm(let question, let command): popup = .confirm(.yes(question, [.command(command)]))
    case .showText(let title, let text): showText(title: title, text)
    case .focus(let pane): focus(pane)
    case .openMappings: return openMappings(state)
    case .showSource(let file, let line):
      panes.source.show(file, line: line)
      panes.absorb(state)
      focus(.source)
    }
    return []
  }

  /// Searches in what the user looks at: the popup, or the focused pane.
  mutating func find(_ text: String, backwards: Bool, _ state: DebuggerState) {
    guard !text.isEmpty else { return say("nothing to search for yet") }
    lastSearch = text
    if case .text(var popup) = popup {
      tell(popup.find(text, backwards: backwards), of: text, in: "this text")
      self.popup = .text(popup)
    } else {
      let place = panes.find(text, backwards: backwards, in: focused, context(focused, state))
      tell(place, of: text, in: focused.rawValue)
    }
  }

  private mutating func tell(_ place: SearchPlace?, of text: String, in where: String) {
    guard let place else { return say("“\(text)” is not in \(`where`)") }
    tell("“\(text)”: \(place.number) of \(place.count)")
  }

  func context(_ pane: PaneName, _ state: DebuggerState) -> PaneContext {
    let rest = Size(width: size.width, height: max(1, size.height - 3))
    let size = layout.slot(of: pane)?.content.size ?? rest
    return PaneContext(state: state, glyphs: glyphs, isFocused: pane == focused, size: size)
  }
}
