import TerminalGrid
import Testing

struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 5)

  @Test func splittingKeepsEveryCell() {
    let (top, bottom) = rect.split(rowsFromTop: 2)
    #expect(top == Rect(x: 2, y: 3, width: 10, height: 2))
    #expect(bottom == Rect(x: 2, y: 5, width: 10, height: 3))
    let (left, right) = rect.split(columnsFromRight: 4)
    #expect(left == Rect(x: 2, y: 3, width: 6, height: 5))
    #expect(right == Rect(x: 8, y: 3, width: 4, height: 5))
  }

  @Test(arguments: [-1, 0, 3, 5, 6, 1000])
  func aCutBeyondAnEdgeNeverMakesCells(cut: Int) {
    for (first, second) in [
      rect.split(rowsFromTop: cut), rect.split(rowsFromBottom: cut), rect.split(columnsFromLeft: cut),
      rect.split(columnsFromRight: cut),
    ] {
      #expect(first.width * first.height + second.width * second.height == 50)
      #expect(rect.intersection(first) == first && rect.intersection(second) == second)
    }
  }

  @Test func insetStaysInside() {
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 3))
    #expect(rect.inset(left: 2, bottom: 1) == Rect(x: 4, y: 3, width: 8, height: 4))
    #expect(rect.inset(by: 3).isEmpty)
    #expect(rect.inset(by: 300).isEmpty)
  }

  @Test func rectanglesThatDontMeetHaveNothingInCommon() {
    #expect(rect.intersection(Rect(x: 12, y: 3, width: 3, height: 3)).isEmpty)
    #expect(rect.intersection(Rect(x: 0, y: 0, width: 3, height: 4)) == Rect(x: 2, y: 3, width: 1, height: 1))
  }

  @Test func rowsAreCountedFromTheTop() {
    #expect(rect.row(4) == Rect(x: 2, y: 7, width: 10, height: 1))
    #expect(rect.row(5).isEmpty)
    #expect(rect.row(-1).isEmpty)
  }

  @Test func aPopupIsCentredAndCutToFit() {
    #expect(rect.centered(Size(width: 4, height: 3)) == Rect(x: 5, y: 4, width: 4, height: 3))
    #expect(rect.centered(Size(width: 40, height: 30)) == rect)
  }
}
