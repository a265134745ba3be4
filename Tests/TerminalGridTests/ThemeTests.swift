import Testing

@testable import TerminalGrid

struct ThemeTests {
  static let combinations = Theme.all.flatMap { theme in
    ColorDepth.allCases.filter { $0 != .none }.map { (theme.name, $0) }
  }

  private func rgb(_ number: Int32, _ depth: ColorDepth) -> UInt32 {
    depth == .direct && number >= 8 ? UInt32(number) : Palette.rgb(UInt8(number))
  }

  /// Every role before every background.
  private func contrast(_ style: Style, _ theme: Theme, _ depth: ColorDepth) -> Double? {
    let look = theme.look(style, depth)
    guard look.background >= 0 else { return nil }
    guard look.foreground >= 0 else { return 0 }
    return Palette.contrast(rgb(look.foreground, depth), rgb(look.background, depth))
  }

  @Test(arguments: combinations)
  func textCanBeToldFromEveryBackground(name: String, depth: ColorDepth) throws {
    let theme = try #require(Theme(named: name))
    for role in Role.allCases {
      for backdrop in Role.allCases {
        guard let contrast = contrast(Style(role, on: backdrop), theme, depth) else { continue }
        #expect(contrast >= 4.5, "\(role) on \(backdrop): \(contrast)")
      }
    }
  }

  /// Without a background of their own they stand on the terminal's.
  @Test(arguments: [("default", UInt32(0x000000)), ("default", 0x1E1E1E), ("light", 0xFFFFFF), ("light", 0xF5F5F5)])
  func everyRoleIsLegibleOnTheBackgroundThatTheThemeIsFor(name: String, background: UInt32) throws {
    let theme = try #require(Theme(named: name))
    for depth in [ColorDepth.palette, .direct] {
      for role in Role.allCases {
        let look = theme.look(Style(role), depth)
        guard look.background < 0, look.foreground >= 0 else { continue }
        let contrast = Palette.contrast(rgb(look.foreground, depth), background)
        #expect(contrast >= 4.5, "\(role): \(contrast)")
      }
    }
  }

  @Test(arguments: [
    ("]11;rgb:ffff/ffff/ffff", true), ("]11;rgb:0000/0000/0000", false), ("]11;rgb:fdfd/f6f6/e3e3", true),
    ("]11;rgb:00/2b/36", false), ("]11;rgba:ff/ff/ff/80", true), ("]11;rgb:f/f/f", true),
  ])
  func theTerminalSaysWhetherItIsLight(reply: String, isLight: Bool) {
    #expect(TerminalBackground.isLight(reply: reply) == isLight)
  }

  @Test(arguments: [
    "", "]11;", "]11;rgb:", "]11;rgb:ff/ff", "]11;rgb:/ff/ff", "]11;rgb:fffff/ff/ff", "]11;rgb:-1/ff/ff",
    "]10;rgb:ff/ff/ff",
    "]11;rgb:zz/ff/ff",
  ])
  func whatIsNoColourSaysNothing(reply: String) { #expect(TerminalBackground.isLight(reply: reply) == nil) }

  @Test func aVariableMaySayItToo() {
    let answers = ["15;0", "0;15", "0;default;15", "7;8", "", "x", "0;99"].map(TerminalBackground.isLight(variable:))
    #expect(answers == [false, true, true, false, nil, nil, nil])
    #expect(TerminalBackground.isLight(variable: nil) == nil)
  }

  @Test func highContrastIsHigh() {
    for role in Role.allCases {
      let contrast = contrast(Style(role), .highContrast, .palette) ?? 0
      #expect(contrast >= 7, "\(role): \(contrast)")
    }
  }

  @Test(arguments: Theme.all.map(\.name))
  func withoutColoursThereAreAttributesOnly(name: String) throws {
    let theme = try #require(Theme(named: name))
    for role in Role.allCases {
      let look = theme.look(Style(role, on: .selection), .none)
      #expect(look.foreground == -1 && look.background == -1)
      #expect(look.modifiers.contains(.reverse))
    }
    #expect(theme.look(Style(.statusStopped), .none).modifiers.contains(.reverse))
    #expect(theme.look(Style(.ansi, .italic), .none).modifiers.contains(.italic))
  }

  @Test(arguments: combinations)
  func whatHasABackdropCanBeSeenAtEveryDepth(name: String, depth: ColorDepth) throws {
    let theme = try #require(Theme(named: name))
    for backdrop in [Role.selection, .currentLine, .callerLine, .cursorLine] {
      #expect(theme.look(Style(.text, on: backdrop), depth) != theme.look(Style(), depth), "\(backdrop)")
    }
  }

  @Test(arguments: [
    (AnsiColor.indexed(2), ColorDepth.palette, 2), (.indexed(2), .eight, 2), (.indexed(10), .eight, 2),
    (.indexed(10), .sixteen, 10), (.indexed(196), .sixteen, 9), (.indexed(196), .palette, 196),
    (.indexed(196), .direct, 0xFF0000), (.rgb(255, 0, 0), .palette, 196), (.rgb(128, 128, 128), .palette, 244),
    (.rgb(1, 2, 250), .direct, 0x0102FA), (.rgb(250, 250, 250), .eight, 7), (.indexed(1), .direct, 1),
  ])
  func theColoursOfAProcessAreTheNearestOnes(color: AnsiColor, depth: ColorDepth, number: Int) {
    let look = Theme.standard.look(Style(AnsiStyle(foreground: color)), depth)
    #expect(look.foreground == Int32(number))
    #expect(look.background == -1)
  }

  @Test func theColoursOfAProcessStayTogether() {
    let same = AnsiStyle(foreground: .indexed(1), background: .indexed(1), flags: .bold)
    let look = Theme.standard.look(Style(same), .palette)
    #expect(look == Look(foreground: 1, background: 1, modifiers: .bold))
  }

  @Test func processTextOnASelectionStaysLegible() {
    let look = Theme.standard.look(Style(AnsiStyle(foreground: .indexed(4))).on(.selection), .palette)
    #expect(Palette.contrast(rgb(look.foreground, .palette), rgb(look.background, .palette)) >= 4.5)
  }

  @Test func outputWithoutColoursHasThePlainRole() {
    #expect(Style(AnsiStyle(), plain: .stderr) == Style(.stderr))
    #expect(Style(AnsiStyle(foreground: .indexed(2))).role == .ansi)
  }

  @Test func onlyKnownNamesAreThemes() {
    #expect(Theme.all.map(\.name) == ["default", "light", "high-contrast", "16-color"])
    #expect(Theme(named: "nosuchtheme") == nil)
  }
}
