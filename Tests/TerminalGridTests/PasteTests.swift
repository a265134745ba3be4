import TerminalGrid
import Testing

struct PasteTests {
  private func decode(_ pieces: [String]) -> [String] {
    var decoder = InputDecoder()
    return (pieces.flatMap { decoder.feed($0.utf8) } + decoder.flush()).map(InputDecoderTests.name)
  }

  @Test func aPasteIsTextAndNeverKeys() {
    #expect(decode(["\u{1B}[200~n\rc\r\nq\u{1B}[201~s"]) == ["paste(n\nc\nq)", "s"])
    #expect(decode(["\u{1B}[200~\u{1B}[A日\u{1B}[201~"]) == ["paste(\u{1B}[A日)"])
  }

  @Test func aPasteMayComeInAnyPieces() {
    let bytes = Array("a\u{1B}[200~x~日\u{1B}[201~b".utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(events.map(InputDecoderTests.name) == ["a", "paste(x~日)", "b"], "cut at \(cut)")
    }
  }

  @Test func aPasteThatIsNotOverIsNotAKey() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~n".utf8).isEmpty)
    #expect(decoder.flushDelay == nil)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed("c\u{1B}[201~".utf8) == [.paste("nc")])
  }

  @Test func anEndlessPasteIsCut() {
    var decoder = InputDecoder()
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    var events = decoder.feed("\u{1B}[200~".utf8)
    for _ in 0..<20 { events += decoder.feed(piece) }
    events += decoder.feed("\u{1B}[201~n".utf8)
    #expect(events.count == 2)
    #expect(events.first == .paste(String(repeating: "a", count: InputDecoder.mostPasted)))
    #expect(events.last == .key(KeyPress(character: "n")))
  }

  @Test func aTextIsTypedByTheseKeys() {
    let keys = InputDecoder.keys(typing: "L4\nb\tä\u{3}\u{1B}[A\u{1B}[200~x\u{1B}").map(\.description)
    #expect(keys == ["L", "4", "Enter", "b", "Tab", "ä", "Ctrl-C", "Up", "x", "Esc"])
  }
}
