/// Naming the terminal's window (xterm's OSC 2), and getting the old name back (its title stack).
public enum TerminalTitle {
  public static let keep = Array("\u{1B}[22;2t".utf8)
  public static let giveBack = Array("\u{1B}[23;2t".utf8)

  /// The bytes to write to the terminal. Control characters are left out: they would end the sequence.
  public static func sequence(_ title: String) -> [UInt8] {
    let scalars = title.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return Array("\u{1B}]2;".utf8) + Array(String(String.UnicodeScalarView(scalars)).utf8) + [0x07]
  }
}
