import TerminalGrid

/// How the screen is shown.
struct TerminalOptions {
  /// The value of `TERM`; `nil` or empty where it isn't set.
  var type: String?
  var theme = Theme.standard
  /// The theme depends on the terminal's background.
  var asksBackground = false
  /// `false` for `--no-color` and `NO_COLOR`: attributes only.
  var usesColors = true
  /// `--ascii`: 7-bit characters only.
  var isASCII = false
}
