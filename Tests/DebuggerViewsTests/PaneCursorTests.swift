import CommandLanguage
import TerminalGrid
import Testing

@testable import DebuggerViews

struct PaneCursorTests {
  @Test func theWindowFollowsTheCursorAndNoFurther() {
    var cursor = ListCursor()
    for _ in 0..<9 { _ = cursor.move(.down, count: 100, height: 10) }
    #expect(cursor.window(count: 100, height: 10) == 0..<10)
    _ = cursor.move(.down, count: 100, height: 10)
    #expect(cursor.window(count: 100, height: 10) == 1..<11)
    _ = cursor.move(.pageDown, count: 100, height: 10)
    #expect(cursor.index == 19)
    _ = cursor.move(.bottom, count: 100, height: 10)
    #expect(cursor.window(count: 100, height: 10) == 90..<100)
    _ = cursor.move(.halfPageUp, count: 100, height: 10)
    #expect(cursor.index == 94)
    _ = cursor.move(.top, count: 100, height: 10)
    #expect(cursor.window(count: 100, height: 10) == 0..<10)
    #expect(cursor.move(.left, count: 100, height: 10) == false)
  }

  @Test func aListThatBecomesShorterTakesTheCursorAlong() {
    var cursor = ListCursor()
    _ = cursor.move(.bottom, count: 100, height: 10)
    cursor.place(cursor.index, count: 5, height: 10)
    #expect(cursor.index == 4)
    #expect(cursor.window(count: 5, height: 10) == 0..<5)
    #expect(cursor.window(count: 0, height: 10) == 0..<0)
  }

  @Test func aSmallerWindowStillShowsTheCursor() {
    var cursor = ListCursor()
    for _ in 0..<9 { _ = cursor.move(.down, count: 100, height: 10) }
    #expect(cursor.window(count: 100, height: 3) == 7..<10)
    #expect(cursor.window(count: 100, height: 1) == 9..<10)
    #expect(cursor.window(count: 100, height: 0).isEmpty)
  }

  @Test func aMarginIsKeptWhereTheWindowHasRoomForIt() {
    var cursor = ListCursor()
    cursor.place(9, count: 100, height: 12, margin: 3)
    #expect(cursor.window(count: 100, height: 12) == 1..<13)
    cursor.place(99, count: 100, height: 12, margin: 3)
    #expect(cursor.window(count: 100, height: 12) == 88..<100)
    cursor.place(50, count: 100, height: 2, margin: 3)
    #expect(cursor.window(count: 100, height: 2).contains(50))
  }

  @Test(arguments: [
    ("abc ABC abc", "abc", [0..<3, 4..<7, 8..<11]), ("abc ABC", "ABC", [4..<7]), ("日本語 x", "本", [3..<6]),
    ("aaaa", "aa", [0..<2, 2..<4]), ("abc", "", []), ("ab", "abc", []),
  ])
  func hitsAreFoundByUTF8Offsets(line: String, text: String, hits: [Range<Int>]) {
    #expect(TextSearch(text).ranges(in: line) == hits)
  }

  @Test func aSearchGoesAroundTheEndAndComesBackToItsOwnRow() {
    let rows = ["x", "a", "b", "x"]
    func next(_ start: Int, backwards: Bool = false) -> Int? {
      TextSearch.row(from: start, count: rows.count, backwards: backwards) { rows[$0] == "x" }
    }
    #expect([next(0), next(3), next(1, backwards: true), next(0, backwards: true)] == [3, 0, 0, 3])
    #expect(TextSearch.row(from: 2, count: 4, backwards: false) { rows[$0] == "b" } == 2)
    #expect(TextSearch.row(from: 0, count: 0, backwards: false) { _ in true } == nil)
  }

  @Test func everyGlyphIsOneColumnAndItsOtherFormIs7Bit() {
    for (unicode, ascii) in zip(Mirror(reflecting: Glyphs.unicode).children, Mirror(reflecting: Glyphs.ascii).children)
    {
      #expect(DisplayWidth.of("\(unicode.value)") == 1, "\(unicode.label ?? "")")
      #expect("\(ascii.value)".utf8.count == 1, "\(ascii.label ?? "")")
    }
  }

  @Test func panesOfNoSizeDrawNothingAndDoNotFail() {
    let state = PaneDialogue().state
    for (width, height) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (5, 2)] {
      var panes: [any PaneView] = [
        SourcePane(), VariablesPane(), WatchesPane(), StackPane(), BreakpointsPane(), ThreadsPane(), ConsolePane(),
        EvaluationPane(),
      ]
      for index in panes.indices {
        #expect(panes[index].drawn(state, width, height).size == Size(width: width, height: height))
      }
    }
  }
}
