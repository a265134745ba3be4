import Testing

@testable import TerminalGrid

@Suite struct TerminalTitleTests {
  @Test func aTitleCanNotEndItsSequence() {
    let bytes = TerminalTitle.sequence("a\u{7}b\u{1B}]2;c\u{9C}\n日本")
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]2;ab]2;c日本\u{7}")
  }
}
