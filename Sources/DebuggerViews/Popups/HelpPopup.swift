import CommandLanguage
import TerminalGrid

/// The help on keys: exactly the bindings that can be used in the focused pane, made from the live key map.
enum HelpPopup {
  private static let keyColumns = 18

  static func make(keyMap: KeyMap, pane: PaneName) -> TextPopup {
    let bindings = keyMap.bindings(in: .pane(pane))
    let own = bindings.filter { $0.context == .pane(pane) }
    let global = bindings.filter { $0.context == .global }
    var lines: [TextPopup.Line] = []
    if !own.isEmpty { lines += [heading("In \(pane.rawValue)")] + rows(own) + [TextPopup.Line(text: "")] }
    lines += [heading("Everywhere")] + rows(global)
    lines += [TextPopup.Line(text: ""), TextPopup.Line(text: "/ finds, q closes; `:help` explains every command")]
    let text = lines.map(\.text).joined(separator: "\n")
    return TextPopup(title: "Keys in \(pane.rawValue)", text: text, lines: lines)
  }

  private static func heading(_ text: String) -> TextPopup.Line { TextPopup.Line(text: text, isHeading: true) }

  /// A row for each command, with all of its keys.
  private static func rows(_ bindings: [KeyBinding]) -> [TextPopup.Line] {
    var order: [String] = []
    var keys: [String: [String]] = [:]
    for binding in bindings {
      if keys[binding.commandText] == nil { order.append(binding.commandText) }
      keys[binding.commandText, default: []].append(binding.key.description)
    }
    return order.map { text in
      let names = (keys[text] ?? []).joined(separator: " ")
      let padding = String(repeating: " ", count: max(2, keyColumns - names.count))
      return TextPopup.Line(
        text: names + padding + CommandHelp.summary(of: text), keyColumns: names.count,
        indent: max(keyColumns, names.count + 2))
    }
  }
}
