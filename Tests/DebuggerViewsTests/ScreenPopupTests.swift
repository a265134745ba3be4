import CommandLanguage
import TerminalGrid
import Testing

@testable import DebuggerViews

@Suite struct ScreenPopupTests {
  @Test func aQuestionLetsDialbackBeSuspended() throws {
    var dialogue = try ScreenDialogue()
    dialogue.stopInWork()
    dialogue.press("q Ctrl-Z")
    #expect(dialogue.others == [.suspend])
    #expect(dialogue.screen.popup != nil)
  }

  /// A tab has as many columns as its place wants.
  @Test func nothingIsCutOffBehindATab() throws {
    let value = "A\tB\tC\tD\tE\tF\tG\tEND\n\tinside\tlast"
    var popup = TextPopup(title: "x", text: value)
    let size = Size(width: 40, height: 24)
    popup.resize(to: size)
    var grid = Grid(size)
    popup.draw(on: &grid, screen: size, glyphs: .unicode)
    let shown = grid.text(in: PopupFrame.inner(of: popup.rect(on: size)))
    #expect(shown.filter { !$0.isWhitespace } == value.filter { !$0.isWhitespace })
    #expect(shown.hasPrefix("A       B       C"))
    #expect(popup.text == value)
  }

  @Test func aLongValueIsWrappedAnywhereAndEveryCharacterIsThere() throws {
    let value = (0..<900).map { "\($0 % 10)" }.joined() + "日本語"
    var popup = TextPopup(title: "x", text: value)
    popup.resize(to: Size(width: 80, height: 24))
    #expect(popup.rowCount == 12)
    var shown = ""
    for _ in 0..<12 {
      var grid = Grid(Size(width: 80, height: 24))
      popup.draw(on: &grid, screen: grid.size, glyphs: .unicode)
      let inner = PopupFrame.inner(of: popup.rect(on: grid.size))
      shown = grid.text(in: inner).split(separator: "\n").joined()
    }
    #expect(shown == value)
  }

  @Test func scrollingStopsAtBothEnds() throws {
    var popup = TextPopup(title: "x", text: (1...100).map(String.init).joined(separator: "\n"))
    popup.resize(to: Size(width: 80, height: 24))
    popup.move(.up)
    #expect(popup.top == 0)
    popup.move(.pageDown)
    #expect(popup.top == 19)
    popup.move(.bottom)
    #expect(popup.top == 80)
    popup.move(.down)
    #expect(popup.top == 80)
    popup.resize(to: Size(width: 80, height: 50))
    #expect(popup.top == 54)
  }

  @Test func aHundredThousandLinesScrollQuickly() throws {
    var dialogue = try ScreenDialogue()
    dialogue.screen.showText(title: "x", (0..<100_000).map { "line \($0)" }.joined(separator: "\n"))
    dialogue.press("G")
    #expect(dialogue.text().contains("line 99999"))
  }

  @Test func controlCharactersOfAValueAreShownAndDoNothing() throws {
    var dialogue = try ScreenDialogue()
    dialogue.screen.showText(title: "x\u{1B}]0;t\u{7}", "a\u{1B}[2Jb\u{0}")
    #expect(dialogue.text().contains("a␛[2Jb␀"))
  }

  @Test func listsOfKeysAreWrappedBetweenWords() {
    let line = TextPopup.Line(text: "n F8    Step over to the next line", keyColumns: 4, indent: 8)
    #expect(line.wrapped(to: 20).map(\.text) == ["n F8    Step over to", "        the next", "        line"])
  }

  @Test func aCopyTakesTheWholeText() throws {
    var dialogue = try ScreenDialogue()
    dialogue.screen.showText(title: "x", "one\ntwo")
    dialogue.press("y")
    #expect(dialogue.others == [.copy("one\ntwo")])
    #expect(dialogue.screen.popup != nil)
  }
}
