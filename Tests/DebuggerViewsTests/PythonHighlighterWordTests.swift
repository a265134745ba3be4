import Testing

@testable import DebuggerViews

@Suite struct PythonHighlighterWordTests {
  /// `^` stands before the byte that the cursor is on.
  @Test(
    arguments: [
      ("^a.b[0].c", "a"), ("a.^b[0].c", "a.b"), ("a.b^[0].c", "a.b[0]"), ("a.b[^0].c", "a.b[0]"),
      ("a.b[0^].c", "a.b[0]"),
      ("a.b[0].^c", "a.b[0].c"), ("x = to^tal + 1", "total"), ("f(^x).y", "x"), ("^f(x)", "f"), ("d[^key]", "key"),
      ("d['^key']", "d['key']"),
      ("d[\"a]b\"].^c", "d[\"a]b\"].c"), ("a^[b[0]].c", "a[b[0]]"), ("a[b[^0]].c", "b[0]"), ("a[b[0]].^c", "a[b[0]].c"),
      ("total^", "total"),
      ("größ^e", "größe"), ("self.^x", "self.x"), ("^None", "None"), ("a[0][1]^[2]", "a[0][1][2]"), ("x = y.^z", "y.z"),
    ] as [(String, String)])
  func theWordUnderTheCursorIsTheExpressionUpToIt(marked: String, word: String) {
    #expect(Self.word(marked) == word)
  }

  @Test(arguments: [
    "f(x).^y", "a.f()[^0]", "^ x", "x ^+ y", "12^3", "^if x", "'s'.^join", "[1, 2]^[0]", "^", "a[f(1)].^b", "]^.b",
    "x^]", "a..^b", "a^.b",
    "a^[1",
  ])
  func elsewhereIsNoWord(marked: String) {
    #expect(Self.word(marked) == nil)
  }

  @Test func anOffsetOutsideOfTheLineIsNoWord() {
    #expect(PythonHighlighter.wordAt(line: "abc", utf8Offset: 4) == nil)
    #expect(PythonHighlighter.wordAt(line: "abc", utf8Offset: -1) == nil)
    #expect(PythonHighlighter.wordAt(line: "", utf8Offset: 0) == nil)
  }

  private static func word(_ marked: String) -> String? {
    let parts = marked.split(separator: "^", omittingEmptySubsequences: false)
    return PythonHighlighter.wordAt(line: parts.joined(), utf8Offset: parts[0].utf8.count)
  }
}
