/// Which description of a terminal to try, for a value of `TERM`.
enum TerminalType {
  /// The type itself, then one that terminals of its family can do, for machines that don't have its description.
  static func candidates(_ type: String) -> [String] {
    if type.isEmpty { return [common, "xterm"] }
    return family.contains { type.hasPrefix($0) } ? [type, common, "xterm"] : [type]
  }

  /// Terminals of the family can be given a title; others might show the bytes.
  static func hasTitle(_ type: String) -> Bool { family.contains { type.hasPrefix($0) } || type.hasPrefix("rxvt") }

  private static let common = "xterm-256color"
  private static let family = [
    "xterm", "foot", "alacritty", "kitty", "wezterm", "ghostty", "tmux", "screen", "contour",
  ]
}
