import DebuggerModel
import Testing

@Suite struct LineDifferenceTests {
  /// A letter is a line.
  private func difference(_ first: String, _ second: String) -> LineDifference {
    LineDifference(from: first.map { String($0) }, to: second.map { String($0) })
  }

  @Test(arguments: [
    ("abc", "abc", "123"), ("abc", "xabc", "234"), ("abc", "abxc", "124"), ("abcd", "acd", "1.23"),
    ("abcd", "axcd", "1.34"), ("", "abc", ""), ("abc", "", "..."), ("abc", "xyz", "..."),
    // Of two parts that changed places only the longer one keeps its order.
    ("abcxy", "xyabc", "345.."),
    // Lines that are there more than once continue the match beside them.
    ("pxqxr", "pxyqxr", "12456"), ("xxaxx", "xxbxaxx", "12567"),
  ]) func linesAreTranslatedWhereTheyAreInBoth(first: String, second: String, expected: String) {
    let difference = difference(first, second)
    let targets = (1...max(1, first.count)).prefix(first.count).map { difference.target(of: $0) }
    #expect(targets.map { $0.map { "\($0)" } ?? "." }.joined() == expected)
    for (index, target) in targets.enumerated() {
      if let target { #expect(difference.source(of: target) == index + 1) }
    }
  }

  @Test(arguments: [
    ("a = 1  # one", "a = 1", true), ("a = 1 # one", "a = 1\t# two", true), ("a = '#1'", "a = '#2'", false),
    ("# one", "# two", false), ("s = \"it's\"  # one", "s = \"it's\"", true), ("s = 'a\\'#b'", "s = 'a\\'#c'", false),
    ("    return 1 ", "    return 1", true), ("  return 1", "return 1", false),
  ])
  func commentsBehindCodeMakeNoDifference(first: String, second: String, isSame: Bool) {
    let difference = LineDifference(from: ["x", first, "y"], to: ["x", second, "y"])
    #expect(difference.target(of: 2) == (isSame ? 2 : nil))
  }

  @Test func aLineWithoutACounterpartHasAPlace() {
    let difference = difference("abcd", "axcd")
    // One line in the place of another; below, two in the place of one.
    #expect(difference.place(of: 2) == 2)
    #expect(self.difference("abcd", "axycd").place(of: 2) == 4)
    #expect(difference.source(of: 2) == nil)
    #expect(difference.place(of: 9) == 4)
    #expect(difference.target(of: 0) == nil && difference.source(of: 99) == nil)
  }

  @Test func everyTranslationKeepsTheLineAndTheOrder() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let count = Int.random(in: 0...12, using: &random)
      let first = (0..<count).map { _ in ["a", "b", "c", "d", "e"].randomElement() ?? "" }
      var second = first
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0...second.count, using: &random)
        let isRemoved = Bool.random(using: &random) && place < second.count
        if isRemoved { second.remove(at: place) } else { second.insert("x", at: place) }
      }
      let difference = LineDifference(from: first, to: second)
      var last = 0
      for line in 1...max(1, first.count) {
        guard let target = difference.target(of: line) else { continue }
        #expect(second[target - 1] == first[line - 1], "\(first) \(second)")
        #expect(target > last, "\(first) \(second)")
        last = target
      }
    }
  }
}
