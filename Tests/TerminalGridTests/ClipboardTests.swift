import TerminalGrid
import Testing

struct ClipboardTests {
  @Test(arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("日本\n", "5pel5pysCg==")])
  func textIsSentAsBase64(text: String, encoded: String) throws {
    let bytes = try #require(Clipboard.sequence(text))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;\(encoded)\u{7}")
  }

  @Test func textThatTerminalsRefuseIsNotSent() {
    #expect(Clipboard.sequence(String(repeating: "a", count: Clipboard.mostBytes + 1)) == nil)
  }
}
