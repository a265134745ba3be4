import TOML
import Testing

@Suite struct TOMLParserTests {
  @Test(arguments: [
    ("[", 1, 2, "a key should be here, but there is the end of the file"),
    ("a = 1\n[a.]", 2, 4, "a key should be here, but there is `]`"),
    ("é = 1", 1, 1, "a key should be here, but there is `é`"),
    ("a = \"é\" x", 1, 9, "the line should end here, but has `x`"),
    ("a = \u{1b}[31m", 1, 5, "a value should be here, but there is a character that can't be shown"),
    ("a = yes", 1, 5, "yes is no value; texts have quotes"), ("a = \"x", 1, 7, "a text has no closing quote"),
    ("a = 'x\nb", 1, 7, "a text has no closing quote before the end of the line"),
    ("a = 1\n\na = 2", 3, 1, "this name has a value already"), ("[a", 1, 3, "a table's name should end with ], but"),
    ("a = 99999999999999999999", 1, 5, "the number is too large"),
    ("a = [1", 1, 7, "a list should go on with , or end"),
    ("a = \"\\x\"", 1, 7, "a \\ should not stand before `x`"), ("a", 1, 2, "a key should have = behind it"),
  ])
  func aFaultIsNamedWithItsPlace(text: String, line: Int, column: Int, words: String) throws {
    let error = try #require(throws: TOMLError.self) { try TOMLParser.parse(text) }
    #expect(error.place.line == line && error.place.column == column, "\(error.place)")
    #expect(error.description.hasPrefix(words), "\(error.description)")
  }

  @Test func keysAndValuesHaveTheirPlaces() throws {
    let table = try TOMLParser.parse("\u{feff}# x\r\n  a.b =  1\r\n['é']\n\"c\" = 2\n")
    #expect(table.entry("a")?.place.map { [$0.line, $0.column] } == [2, 3])
    #expect(table.entry("a")?.value.table?.entry("b")?.valuePlace.map { [$0.line, $0.column] } == [2, 10])
    #expect(table.entry("é")?.value.table?.entry("c")?.place.map { [$0.line, $0.column] } == [4, 1])
  }

  /// Nothing nests so deeply that a reader's stack would not be enough.
  @Test(arguments: ["[", "{a=", "{a.b.c="])
  func whatNestsWithoutEndIsRefused(piece: String) {
    let text = "a = " + String(repeating: piece, count: 200_000)
    #expect(throws: TOMLError.self) { try TOMLParser.parse(text) }
    let keys = String(repeating: "a.", count: 200_000) + "a"
    for text in ["[\(keys)]", "\(keys) = 1", "[[\(keys)]]"] {
      #expect(throws: TOMLError.self) { try TOMLParser.parse(text) }
    }
  }

  /// Twice the text takes twice the time, whatever it consists of. Bounds are far from both 4 and 16.
  @Test(
    arguments: [
      { "[t\($0)]\na = 1\n" }, { "[[t]]\na\($0) = 1\n" }, { "a\($0).b.c = 1\n" }, { "x\($0) = [1, {a = 1}, \"é\"]\n" },
    ] as [@Sendable (Int) -> String])
  func theTimeIsLinearInTheLength(line: @Sendable (Int) -> String) throws {
    func seconds(_ count: Int) throws -> Double {
      let text = (0..<count).map(line).joined()
      return try (0..<3).map { _ in
        let start = ContinuousClock.now
        _ = try TOMLParser.parse(text)
        return (ContinuousClock.now - start) / .seconds(1)
      }.min() ?? 0
    }
    let (small, large) = (try seconds(4_000), try seconds(16_000))
    #expect(large < 8 * small, "\(large / small)")
  }

  @Test func aLongLineIsReadInLinearTime() throws {
    func seconds(_ count: Int) throws -> Double {
      let text = "a = {" + (0..<count).map { "b\($0).c = 1" }.joined(separator: ", ") + "}"
      let start = ContinuousClock.now
      _ = try TOMLParser.parse(text)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    let (small, large) = (try seconds(4_000), try seconds(16_000))
    #expect(large < 8 * small, "\(large / small)")
  }
}
