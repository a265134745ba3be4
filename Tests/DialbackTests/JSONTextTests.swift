import DebuggerModel
import Testing

@testable import dialback

@Suite struct JSONTextTests {
  @Test(arguments: [
    (ResultValue.null, "null"), (.bool(true), "true"), (.int(-3), "-3"), (.number(thousandths: 1007), "1.007"),
    (.number(thousandths: 0), "0.000"), (.string("a\"b\\c\n\t\r"), #""a\"b\\c\n\t\r""#), (.string("日本 é"), "\"日本 é\""),
    (.string("\u{1b}[2J\u{7}\u{9b}\u{7f}"), #""\u001b[2J\u0007\u009b\u007f""#), (.list([]), "[]"),
    (.list([.int(1), .list([.null])]), "[1, [null]]"),
    (.object([.init("a", .int(1)), .init("b", .object([]))]), #"{"a": 1, "b": {}}"#),
  ])
  func valuesAreWritten(value: ResultValue, text: String) {
    #expect(JSONText.write(value) == text)
  }

  @Test func aLineIsOneLineWhateverItHolds() {
    let nasty = String(String.UnicodeScalarView((0..<0x100).compactMap(UnicodeScalar.init)))
    let text = JSONText.write(.string(nasty))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
  }
}
