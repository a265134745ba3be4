/// Whether a terminal's own background is light, as far as it says.
public enum TerminalBackground {
  /// Asks for the colour (OSC 11). Most terminals answer, some never do.
  public static let question = Array("\u{1B}]11;?\u{1B}\\".utf8)

  /// The answer to the question: `]11;rgb:ffff/ffff/dddd`, with one to four digits each; `nil` for another text.
  public static func isLight(reply: String) -> Bool? {
    guard let start = ["]11;rgb:", "]11;rgba:"].first(where: reply.hasPrefix) else { return nil }
    let parts = reply.dropFirst(start.count).split(separator: "/", omittingEmptySubsequences: false).prefix(3)
    let levels = parts.compactMap { part -> Double? in
      guard (1...4).contains(part.count), let level = Int(part, radix: 16), level >= 0 else { return nil }
      return Double(level) / Double((1 << (4 * part.count)) - 1)
    }
    guard levels.count == 3 else { return nil }
    let color = levels.reduce(UInt32(0)) { $0 << 8 | UInt32($1 * 255) }
    return isLight(color)
  }

  /// The variable `COLORFGBG` that some terminals set: `0;15`, the background last.
  public static func isLight(variable: String?) -> Bool? {
    guard let last = variable?.split(separator: ";").last, let index = UInt8(last), index < 16 else { return nil }
    return index == 7 || index > 8
  }

  /// The side on which text in black is read better than text in white.
  private static func isLight(_ color: UInt32) -> Bool {
    Palette.contrast(color, 0x000000) > Palette.contrast(color, 0xFFFFFF)
  }
}
