import CommandLanguage
import TestSupport
import Testing

struct CommandRobustnessTests {
  /// Any line is a command or an error, whatever is typed, and completing it never traps.
  @Test func noLineMakesTheParserFail() {
    var generator = SeededGenerator(state: 42)
    let pieces = [
      "b ", "12", " if ", "\"", "'", "(", "]", "\\", " log ", ",", ":", " hit ", "=", "é", "\u{301}", "set ", "x", " ",
      "9999999999999999999", "!",
    ]
    for _ in 0..<2000 {
      let line = (0..<Int.random(in: 0...8, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
      }
      .joined()
      _ = try? CommandParser.parse(line, mode: .screen)
      _ = CommandCompletion.complete(line, cursor: Int.random(in: -1...12, using: &generator))
    }
  }

  @Test func aVeryLongConditionIsReadInReasonableTime() throws {
    let condition = String(repeating: "a == 'log' and ", count: 20_000) + "b"
    let time = try ProcessorTime.measure { _ = try CommandParser.parse("b 1 if \(condition)", mode: .screen) }
    #expect(time < .seconds(5))
  }

  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
