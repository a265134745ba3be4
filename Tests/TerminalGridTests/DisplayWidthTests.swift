import Glibc
import TerminalGrid
import Testing

struct DisplayWidthTests {
  static let widths: [(String, Int)] = [
    ("a", 1), ("é", 1), ("ж", 1), ("→", 1), ("●", 1), ("…", 1), ("\u{A0}", 1), ("\u{AD}", 1),
    ("日", 2), ("ア", 2), ("한", 2), ("Ａ", 2), ("、", 2), ("🐍", 2), ("👍", 2), ("\u{1F3FD}", 2), ("⌚", 2), ("㉈", 2),
    ("\u{301}", 0), ("\u{FE0F}", 0), ("\u{20DD}", 0), ("\u{E31}", 0), ("\u{1160}", 0), ("\u{200D}", 0), ("\u{200B}", 0),
    ("🇩", 1), ("❤", 1), ("ก", 1), ("\u{1FAE8}", 2),
    ("\u{7}", -1), ("\u{7F}", -1), ("\u{9B}", -1), ("\u{378}", -1), ("\u{2028}", -1),
  ]

  @Test(arguments: widths)
  func aScalarHasItsWidth(text: String, width: Int) throws {
    #expect(DisplayWidth.of(try #require(text.unicodeScalars.first)) == width)
  }

  /// The columns that are used, not the widths of the C library: what can't be shown is shown as something else.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("a\tb", 9), ("\u{1B}[31m", 5), ("👍🏽", 4), ("a\u{202E}b", 2),
    ("👩\u{200D}💻", 4), ("❤️", 1), ("🇩🇪", 2),
  ])
  func aTextTakesItsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    var grid = Grid(Size(width: 20, height: 1))
    #expect(grid.put(text, at: Point(x: 0, y: 0), in: grid.rect) == columns)
  }

  /// Where the C library knows a character at all, ncurses places what follows it by that width.
  @Test func theTableAgreesWithTheCLibrary() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    try #require(wcwidth(0x65E5) == 2)
    var differing: [String] = []
    for value in UInt32(0x20)..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(wcwidth(Int32(value)))
      if theirs >= 0, DisplayWidth.of(scalar) != theirs { differing.append(String(value, radix: 16)) }
    }
    // A vowel sign of Ahom that takes a column of its own since Unicode 16.
    #expect(differing.filter { $0 != "1171e" } == [])
  }
}
