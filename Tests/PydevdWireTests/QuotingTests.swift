import PydevdWire
import Testing

@Suite struct QuotingTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("%41", "A"), ("a%20b+c", "a b+c"), ("%C3%A9%E4%B8%AD", "é中"), ("%c3%a9", "é"),
    ("100%", "100%"), ("%4", "%4"), ("%zz%41", "%zzA"), ("%%41", "%A"), ("%2541", "%41"), ("%0A%09", "\n\t"),
    ("é%C3%A9", "éé"), ("%FF", "\u{fffd}"), ("%C3x", "\u{fffd}x"), ("%F0%9F%98%80", "😀"),
  ])
  func percentCodingIsUndone(_ coded: String, _ text: String) {
    #expect(Quoting.percentDecode(coded) == text)
    #expect(Quoting.percentDecode(bytes: Array(coded.utf8)) == text)
  }

  @Test(arguments: [
    ("/a_b-c.~\"<x y=\"1\"/>\t", "/a_b-c.~\"<x y=\"1\"/>\t"), ("a&b", "a%26b"), ("1+1", "1%2B1"), ("é\n", "%C3%A9%0A"),
    ("%", "%25"),
  ])
  func percentCodingIsThatOfPydevd(_ text: String, _ coded: String) {
    #expect(Quoting.percentEncode(text) == coded)
  }

  @Test(arguments: ["", "a%b", "ñandú = \"日本\"\n\t", "\u{0}\u{1f}\u{7f}", "👨‍👩‍👧 e\u{301}"])
  func decodingIsTheInverseOfCoding(_ text: String) {
    #expect(Array(Quoting.percentDecode(Quoting.percentEncode(text)).utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("a + b", "a + b"), ("a\nb", "a@LINE@b"), ("a\r\nb\rc", "a@LINE@b@LINE@c"), ("\tx", "    x"),
    ("'\u{2028}\u{c}'", "'\u{2028}\u{c}'"),
  ])
  func anExpressionsLineEndsAndTabsAreReplaced(_ text: String, _ escaped: String) {
    #expect(Quoting.escapeExpression(text) == escaped)
  }

  @Test(
    arguments: [
      (nil, "None"), ("", "None"), ("x > 1", "x > 1"), ("a\n\tb", "a@_@NEW_LINE_CHAR@_@@_@TAB_CHAR@_@b"),
      ("a\r\nb", "a@_@NEW_LINE_CHAR@_@b"),
    ] as [(String?, String)])
  func aBreakpointsFieldIsEscapedOrNone(_ text: String?, _ escaped: String) {
    #expect(Quoting.escapeBreakpointField(text) == escaped)
  }

  @Test func aMessageIsOneLine() {
    let bytes = encode(command: .evaluateExpression, sequence: 7, payload: "a\nb\r\nc\té")
    #expect(bytes == Array("113\t7\ta b  c\té\n".utf8))
    #expect(encode(command: .run, sequence: 3, payload: "") == Array("101\t3\t\n".utf8))
  }
}
