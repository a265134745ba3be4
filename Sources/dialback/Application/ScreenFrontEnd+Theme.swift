import CommandLanguage
import DebuggerViews
import TerminalGrid

extension ScreenFrontEnd {
  /// Takes the theme that the user has chosen, and keeps it.
  func choose(theme name: String) {
    guard let theme = Theme(named: name) else { return }
    use(theme)
    do { try KeptTheme(stateFolder: plan.launch.places.stateFolder).keep(theme) } catch {
      say("the theme could not be kept: \(error)")
    }
  }

  private func use(_ theme: Theme) {
    terminal.setTheme(theme)
    loop.setNeedsFrame(urgent: true)
  }

  /// Takes the light theme on a light terminal, where none was chosen.
  func adapt(to reply: String) {
    guard !plan.isThemeChosen, TerminalBackground.isLight(reply: reply) == true else { return }
    for case .theme(let name) in screen.perform(.theme("light"), state: application.state, size: terminal.size) {
      if let theme = Theme(named: name) { use(theme) }
    }
  }
}
