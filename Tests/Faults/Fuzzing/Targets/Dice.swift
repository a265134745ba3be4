/// Decisions that bytes make, one after the other.
struct Dice {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isOver: Bool { rest.isEmpty }

  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func number(below limit: Int) -> Int {
    let byte = Int(byte())
    return limit <= 1 ? 0 : (limit > 256 ? byte << 8 | Int(self.byte()) : byte) % limit
  }

  /// True once in so many times; a power of two.
  mutating func oneIn(_ count: UInt8) -> Bool { byte() & (count - 1) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  mutating func word() -> String { pick(Self.words) }

  /// The number of a line. Others do not come from the wire.
  mutating func line() -> Int { pick([0, 1, 2, 5, 20, 24, 41, 42, 1000, 99_999, Int(Int32.max)]) }

  private static let words = [
    "x", "", "self", "日本語東京", "a\nb", "\u{301}", "👨‍👩‍👧", "\t", "<module>", "f", "a.b", "/srv/app/work.py",
    "/a b/é.py", "C:\\w\\x.py", "<string>", "0", "-1", "{'k': [1, 2]}", "\u{1b}[31mred\u{1b}[0m", "\u{202e}abc", "\r",
    "x = 1", "Ωmega", String(repeating: "w", count: 300), "\u{0}", "e" + String(repeating: "\u{301}", count: 6),
    "\u{9b}31m", "\u{1b}]52;c;QUFB\u{7}",
  ]
}
