import Testing

@testable import TerminalGrid

@Suite struct AnsiStyleTests {
  @Test(arguments: [
    ("31", AnsiColor.indexed(1)), ("37", .indexed(7)), ("90", .indexed(8)), ("97", .indexed(15)),
    ("38;5;208", .indexed(208)),
    ("38:5:208", .indexed(208)), ("38;2;1;2;3", .rgb(1, 2, 3)), ("38:2:1:2:3", .rgb(1, 2, 3)),
    ("38:2::1:2:3", .rgb(1, 2, 3)),
    ("0031", .indexed(1)),
  ])
  func aForegroundIsRead(parameters: String, color: AnsiColor) {
    #expect(style(parameters) == AnsiStyle(foreground: color))
  }

  @Test(arguments: [
    ("41", AnsiColor.indexed(1)), ("107", .indexed(15)), ("48;5;255", .indexed(255)), ("48;2;255;0;9", .rgb(255, 0, 9)),
  ])
  func aBackgroundIsRead(parameters: String, color: AnsiColor) {
    #expect(style(parameters) == AnsiStyle(background: color))
  }

  @Test(
    arguments: [
      ("1", .bold), ("2", .dim), ("3", .italic), ("4", .underline), ("4:3", .underline), ("21", .underline),
      ("7", .reverse),
      ("1;4", [.bold, .underline]), ("1;2;22", []), ("3;23", []), ("4;24", []), ("4;4:0", []), ("7;27", []),
      ("1;;3", .italic),
    ] as [(String, Modifiers)])
  func attributesAreRead(parameters: String, flags: Modifiers) {
    #expect(style(parameters) == AnsiStyle(flags: flags))
  }

  @Test(arguments: ["", "0", "31;0", "31;39", "41;49", "1;31;44;"])
  func aResetLeavesNothing(parameters: String) {
    #expect(style(parameters) == AnsiStyle())
  }

  @Test(arguments: [
    "5", "8", "53", "999", "38", "38;5", "38;5;256", "38;2;1;2", "38;2;1;2;256", "38;9", "48:5", "58;5;3",
    "58:2::1:2:3",
    "99999999999999999999999",
  ])
  func whatIsUnknownOrTooShortChangesNothing(parameters: String) {
    #expect(style(parameters) == AnsiStyle())
  }

  @Test func theColourOfAnUnderlineIsNotTakenForAttributes() {
    #expect(style("58;2;1;3;7;31") == AnsiStyle(foreground: .indexed(1)))
  }

  private func style(_ parameters: String) -> AnsiStyle {
    var parser = AnsiParser()
    _ = parser.parse("\u{1B}[" + parameters + "m")
    return parser.style
  }
}
