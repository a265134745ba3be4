import CommandLanguage
import TerminalGrid

extension DebuggerScreen {
  /// Uses a theme, or lets one be chosen.
  mutating func setTheme(_ name: String?) -> [ViewAction] {
    guard let name else {
      popup = .themes(ThemesPopup(current: theme))
      return []
    }
    guard Theme(named: name) != nil else {
      return [.say("there is no theme \(name); there are \(Theme.all.map(\.name).joined(separator: ", "))")]
    }
    theme = name
    return [.theme(name)]
  }

  mutating func act(_ command: ViewCommand, in themes: ThemesPopup) -> [ViewAction] {
    var themes = themes
    switch command {
    case .move(let movement): themes.move(movement)
    case .open: return keep(themes)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel, .quit:
      popup = nil
      return setTheme(themes.former)
    default: return []
    }
    popup = .themes(themes)
    return setTheme(themes.chosen)
  }

  mutating func keep(_ themes: ThemesPopup) -> [ViewAction] {
    popup = nil
    return setTheme(themes.chosen) + [.say("theme = \"\(themes.chosen)\" in the configuration makes it the usual one")]
  }
}
