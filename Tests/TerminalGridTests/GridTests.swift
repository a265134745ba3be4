import TerminalGrid
import Testing

struct GridTests {
  private func line(
    _ text: String, x: Int = 0, clip: Range<Int> = 0..<10, width: Int = 10, tabOrigin: Int? = nil
  ) -> String {
    var grid = Grid(Size(width: width, height: 1))
    grid.fill(grid.rect, with: "·")
    let area = Rect(x: clip.lowerBound, y: 0, width: clip.count, height: 1)
    grid.put(text, at: Point(x: x, y: 0), in: area, tabOrigin: tabOrigin)
    return grid.lines()[0]
  }

  @Test func textIsCutAtBothEdgesOfItsRectangle() {
    #expect(line("abcdefghijklmn") == "abcdefghij")
    #expect(line("abcdefghijklmn", x: -2, clip: 1..<4) == "·def······")
    #expect(line("abc", x: 9) == "·········a")
    #expect(line("abc", x: 20) == "··········")
    #expect(line("abc", x: -20) == "··········")
  }

  @Test func aWideCharacterIsNeverCutInHalf() {
    #expect(line("日本東", clip: 0..<5) == "日本 ·····")
    #expect(line("日本", x: -1) == " 本·······")
    #expect(line("日本東京語x") == "日本東京語")
    #expect(line("日", x: 9) == "·········")
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOtherHalf() {
    var grid = Grid(Size(width: 6, height: 1))
    grid.put("日本東", at: Point(x: 0, y: 0), in: grid.rect)
    grid.put("x", at: Point(x: 1, y: 0), in: grid.rect)
    grid.put("y", at: Point(x: 4, y: 0), in: grid.rect)
    #expect(grid.text() == " x本y\n")
    grid.put("語", at: Point(x: 1, y: 0), in: grid.rect)
    #expect(grid.text() == " 語 y\n")
    #expect(grid.row(0).map(\.width) == [1, 2, 0, 1, 1, 1])
  }

  @Test func marksJoinTheCharacterBeforeThemAndAreDroppedAtTheStart() {
    #expect(line("e\u{301}x") == "e\u{301}x········")
    #expect(line("日\u{301}x") == "日\u{301}x·······")
    #expect(line("\u{301}x") == "x·········")
    #expect(line("\u{301}x", x: 3, clip: 3..<9) == "···x······")
    var grid = Grid(Size(width: 2, height: 1))
    grid.put("a" + String(repeating: "\u{301}", count: 50), at: Point(x: 0, y: 0), in: grid.rect)
    #expect(grid[0, 0].scalars.count == Cell.mostScalars)
  }

  @Test func aMarkAfterTheLastColumnStillJoins() {
    #expect(line("abcdefghie\u{301}zz") == "abcdefghie\u{301}")
  }

  @Test func tabsGoToTheNextStop() {
    #expect(line("a\tb", width: 12) == "a       b···")
    #expect(line("a\tb", x: 2, clip: 0..<12, width: 12) == "··a       b·")
    #expect(line("\tb", x: 2, clip: 0..<12, width: 12, tabOrigin: 0) == "··      b···")
    #expect(line("a\tb", x: -3, clip: 0..<12, width: 12) == "     b······")
  }

  @Test func restyledCellsKeepTheirCharacters() {
    var grid = Grid(Size(width: 4, height: 2))
    grid.put("abcd", at: Point(x: 0, y: 0), in: grid.rect, style: Style(.string))
    grid.mark(.searchHit, over: Rect(x: 1, y: 0, width: 2, height: 1))
    #expect(grid.roleLetters() == "qffq\n\n")
    #expect(grid.text() == "abcd\n\n")
  }

  @Test func drawingOutsideDoesNothing() {
    var grid = Grid(Size(width: 3, height: 1))
    let empty = grid
    grid[5, 0] = Cell("x")
    grid[0, -1] = Cell("x")
    grid.fill(Rect(x: -5, y: 4, width: 100, height: 100), with: "x")
    #expect(grid.put("x", at: Point(x: 0, y: 1), in: grid.rect) == 0)
    #expect(grid == empty)
    #expect(Grid(.zero).text() == "")
  }

  @Test func onlyWhatChangedIsDrawnAndWideCharactersAsAWhole() {
    var before = Grid(Size(width: 10, height: 2))
    before.put("a日b日c", at: Point(x: 0, y: 0), in: before.rect)
    var after = before
    #expect(after.changedColumns(0, since: before) == nil)
    after[3, 0] = Cell("x")
    #expect(after.changedColumns(0, since: before) == 3..<4)
    after.put("本", at: Point(x: 1, y: 0), in: after.rect)
    #expect(after.changedColumns(0, since: before) == 1..<4)
    after[2, 0] = Cell("y")
    #expect(after.changedColumns(0, since: before) == 1..<4)
    #expect(after.changedColumns(1, since: before) == nil)
    #expect(after.changedColumns(1, since: nil) == 0..<10)
    #expect(after.changedColumns(0, since: Grid(Size(width: 9, height: 2))) == 0..<10)
  }

  @Test func theASCIIFormHasNoOtherCharacters() {
    var grid = Grid(Size(width: 12, height: 1))
    grid.put("●►─│日é…e\u{301}x", at: Point(x: 0, y: 0), in: grid.rect)
    #expect(grid.ascii().text() == "@>-|? ?~ex\n")
    #expect(grid.ascii().text().utf8.allSatisfy { $0 < 0x80 })
  }
}
