import TerminalGrid
import Testing

/// Nothing that a program prints can become a control sequence.
struct HostileTextTests {
  private func shown(_ text: String) -> String {
    var grid = Grid(Size(width: 60, height: 1))
    grid.put(text, at: Point(x: 0, y: 0), in: grid.rect)
    return grid.lines()[0]
  }

  @Test(arguments: [
    ("\u{1B}[2J", "␛[2J"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"), ("a\nb\rc", "a␊b␍c"), ("\u{0}", "␀"),
    ("\u{7F}", "␡"), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{90}x\u{9C}", "\u{FFFD}x\u{FFFD}"), ("\u{85}", "\u{FFFD}"),
    ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"), ("a\u{200B}b\u{FEFF}c", "abc"), ("👩\u{200D}💻", "👩💻"),
    ("\u{E0041}x", "x"), ("\u{10FFFF}", "\u{FFFD}"), ("\u{2028}", "\u{FFFD}"),
  ])
  func controlsBecomePicturesOrNothing(text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test func noScalarAtAllPutsAControlOntoTheScreen() {
    var grid = Grid(Size(width: 2, height: 1))
    for value in UInt32(0)..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      grid.put("a\(Character(scalar))", at: Point(x: 0, y: 0), in: grid.rect)
      let bad = grid.text().unicodeScalars.dropLast().filter { $0.properties.generalCategory == .control }
      #expect(bad.isEmpty, "U+\(String(value, radix: 16))")
    }
  }
}
