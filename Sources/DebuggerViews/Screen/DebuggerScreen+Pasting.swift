import CommandLanguage
import DebuggerModel
import TerminalGrid

extension DebuggerScreen {
  /// Shows a paste over everything else. A burst that follows another one is more of it.
  mutating func show(pasted text: String, isBurst: Bool) {
    guard !text.isEmpty else { return }
    var paste = ShownPaste(text: text, isBurst: isBurst, beneath: popup)
    if isBurst, case .text(let shown)? = popup, let before = shown.paste, before.isBurst {
      paste = ShownPaste(text: before.text + text, isBurst: true, beneath: before.beneath)
    }
    popup = .text(TextPopup(paste, isASCII: options.isASCII))
    fit(size)
  }

  /// Opens a popup, below a paste that is shown: only the user takes that away.
  mutating func open(_ popup: Popup) {
    self.popup = Self.put(popup, below: self.popup)
    fit(size)
  }

  private static func put(_ popup: Popup, below top: Popup?) -> Popup {
    guard case .text(var text)? = top, var paste = text.paste else { return popup }
    paste.beneath = put(popup, below: paste.beneath)
    text.paste = paste
    return .text(text)
  }

  static let pasteHints: [(command: ViewCommand, label: String)] = [
    (.open, "evaluate"), (.runAsKeys, "run as keys"), (.cancel, "drop"), (.evaluate, "edit"), (.copy, "copy"),
    (.move(.pageDown), "page-down"), (.move(.pageUp), "page-up"), (.search, "find"),
  ]

  /// - Returns: `nil` where the command is one for any text.
  mutating func act(_ command: ViewCommand, on paste: ShownPaste, _ state: DebuggerState) -> [ViewAction]? {
    switch command {
    case .cancel, .quit: popup = paste.beneath
    case .runAsKeys: return runAsKeys(paste)
    case .evaluate: prompt = evaluationPrompt(paste)
    case .open:
      var open = evaluationPrompt(paste)
      open.endBlock()
      let actions = submit(open, state)
      // The console is not opened by a paste; what could not be evaluated stays to be edited.
      if prompt?.text.isEmpty == true { prompt = nil }
      return actions
    case .help: break
    default: return nil
    }
    return []
  }

  private mutating func evaluationPrompt(_ paste: ShownPaste) -> Prompt {
    popup = paste.beneath
    completionRows = nil
    var prompt = Prompt(.evaluate, initial: "")
    prompt.insert(lines: paste.text)
    return prompt
  }

  private mutating func runAsKeys(_ paste: ShownPaste) -> [ViewAction] {
    guard paste.text.utf8.count <= ShownPaste.mostKeys else {
      return [.say("the paste is too long to be run as keys: \(ShownPaste.mostKeys) characters are the most")]
    }
    popup = paste.beneath
    return [.press(InputDecoder.keys(typing: paste.text))]
  }
}
