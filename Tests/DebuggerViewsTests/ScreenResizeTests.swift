import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenResizeTests {
  /// A repeatable sequence of numbers.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16 ^ state << 24
    }
  }

  private static let keys = [
    "n", "Tab", "1", "2", "3", "4", "5", "6", "7", "z", "<", ">", "+", "-", "?", "q", "Esc", ":", "e", "/", "]", "j",
    "PgDn", "PgUp", "G", "g", "Enter", "v", "Up", "l", "x", "日", "Backspace", "[",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func aStormOfSizesAndKeysNeverCrashes(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    for _ in 0..<150 {
      dialogue.size = Size(width: Int.random(in: 0...300, using: &dice), height: Int.random(in: 0...100, using: &dice))
      if let key = Self.keys.randomElement(using: &dice) { dialogue.press(key) }
      let point = (x: Int.random(in: 0...300, using: &dice), y: Int.random(in: 0...100, using: &dice))
      for kind in [MouseEvent.Kind.press, .drag, .wheelDown, .release] {
        if Int.random(in: 0...3, using: &dice) == 0 { dialogue.input(.mouse(MouseEvent(kind, x: point.x, y: point.y))) }
      }
      #expect(dialogue.draw().size == dialogue.size)
    }
  }

  @Test func afterAStormOfSizesTheScreenIsAsAtFirst() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    let first = dialogue.draw()
    for (width, height) in [(30, 8), (200, 60), (1, 1), (120, 40), (0, 0), (80, 24)] {
      dialogue.size = Size(width: width, height: height)
      _ = dialogue.draw()
    }
    #expect(dialogue.draw().text() == first.text())
  }

  @Test(arguments: [(19, 24), (80, 3), (3, 2), (1, 1)]) func aScreenThatIsTooSmallSaysSo(width: Int, height: Int) throws
  {
    var dialogue = try ScreenDialogue(width, height)
    #expect(dialogue.lines()[0].hasPrefix("t"))
  }

  @Test func inASCIIEveryCellIsSevenBits() throws {
    for (width, height) in [(80, 24), (120, 40), (200, 60), (50, 18)] {
      var dialogue = try ScreenDialogue(width, height, options: ScreenOptions(isASCII: true))
      dialogue.stopInWork()
      for keys in ["Tab", "?", "q", "q", "Esc :"] {
        dialogue.press(keys)
        #expect(dialogue.text().unicodeScalars.allSatisfy { $0.isASCII })
      }
    }
  }
}
