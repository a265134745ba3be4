import TerminalGrid

/// The theme that the user chose last on the screen.
struct KeptTheme {
  private let path: String

  init(stateFolder: String) { path = stateFolder + "/theme" }

  /// `nil` where none was chosen, or one that there is no more.
  var theme: Theme? {
    guard TextFile.exists(path), let text = try? TextFile.read(path) else { return nil }
    return Theme(named: String(text.prefix { !$0.isNewline }))
  }

  /// - Throws: a `TextFile.Failure`.
  func keep(_ theme: Theme) throws { try TextFile.write(theme.name + "\n", to: path) }
}
