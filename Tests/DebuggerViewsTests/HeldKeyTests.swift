import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct HeldKeyTests {
  private static let n = KeyPress(character: "n")

  /// Which of some keys, that come so many seconds after each other, are repetitions.
  private static func repetitions(_ gaps: [Double], key: KeyPress = n) -> [Bool] {
    var held = HeldKey()
    var time = 100.0
    return gaps.map { gap in
      time += gap
      return held.isRepetition(key, at: time)
    }
  }

  @Test func theFirstKeysOfAHeldOneAreNone() {
    // The keyboard waits before it repeats.
    #expect(Self.repetitions([0, 0.4, 0.03, 0.03, 0.031]) == [false, false, true, true, true])
  }

  @Test func keysThatAFingerPressesAreNone() {
    #expect(Self.repetitions([0, 0.11, 0.09, 0.2]) == [false, false, false, false])
  }

  @Test func keysThatComeAtOnceAreNone() {
    #expect(Self.repetitions([0, 0, 0.0001, 0.002, 0]) == [false, false, false, false, false])
  }

  @Test func repetitionsThatALinkDeliversTogetherAreSome() {
    #expect(Self.repetitions([0, 0.03, 0, 0.06, 0, 0]) == [false, true, true, true, true, true])
  }

  @Test func anotherKeyBeginsAnew() {
    var held = HeldKey()
    let keys: [(Character, Double)] = [("n", 1), ("n", 1.03), ("s", 1.06), ("n", 1.09)]
    let found = keys.map { held.isRepetition(KeyPress(character: $0.0), at: $0.1) }
    #expect(found == [false, true, false, false])
  }

  @Test func itIsLetGoWhenNoRepetitionComes() {
    var held = HeldKey()
    #expect(held.isLetGo(at: 0))
    _ = held.isRepetition(Self.n, at: 1)
    #expect(!held.isLetGo(at: 1.05))
    #expect(held.isLetGo(at: 1.08))
  }
}
