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
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) + decoder.flush()
      #expect(events.map(InputDecoderTests.name) == ["a", "paste(x~日)", "b"], "cut at \(cut)")
    }
  }

  @Test func aPasteThatIsNotOverIsNotAKey() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~n".utf8).isEmpty)
    #expect(decoder.feed("c\u{1B}[201~".utf8).isEmpty)
    #expect(decoder.flushDelay == 0.05)
    #expect(decoder.flush() == [.paste("nc")])
    #expect(decoder.flushDelay == nil)
  }

  @Test func aClosingBracketInAPasteDoesNotEndIt() {
    let text = "a\r\u{1B}[201~\rn\r\u{1B}[200~c\r"
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    for cut in 6...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) + decoder.flush()
      #expect(events == [.paste(text.replacing("\r", with: "\n"))], "cut at \(cut)")
    }
  }

  @Test func keysAfterAPasteAreKeys() {
    #expect(decode(["\u{1B}[200~a\u{1B}[201~\rnn"]) == ["paste(a)", "Enter", "n", "n"])
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~a\u{1B}[201~".utf8).isEmpty)
    // Nothing waits for a key that a hand has typed.
    #expect(decoder.feed("\r".utf8) == [.paste("a"), .key(KeyPress(.enter))])
    #expect(decode(["\u{1B}[200~a\u{1B}[201~\u{1B}[200~b\u{1B}[201~"]) == ["paste(a)", "paste(b)"])
  }

  @Test(arguments: 3...5)
  func anOpeningBracketThatIsCutByASlowLinkIsWaitedFor(cut: Int) {
    var decoder = InputDecoder()
    let bytes = Array("\u{1B}[200~n\rc\u{1B}[201~".utf8)
    #expect(decoder.feed(bytes[..<cut]).isEmpty)
    #expect(decoder.flushDelay == 1)
    #expect(decoder.feed(bytes[cut...]) + decoder.flush() == [.paste("n\nc")])
  }

  @Test func aPasteWithoutAnEndIsShownAndAKeyEndsIt() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~n\r".utf8).isEmpty)
    #expect(decoder.flushDelay == 2)
    #expect(decoder.flush() == [.paste("n\n")])
    #expect(decoder.flushDelay == nil)
    #expect(decoder.feed("c\rq".utf8).isEmpty)
    #expect(decoder.flush() == [.paste("c\nq")])
    #expect(decoder.feed("\u{1B}".utf8) + decoder.flush() == [.key(KeyPress(.escape))])
    #expect(decoder.feed("nn".utf8).count == 2)
  }

  @Test func theEndOfAPasteMayComeVeryLate() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~n\r".utf8) + decoder.flush() == [.paste("n\n")])
    #expect(decoder.feed("\u{1B}[201~".utf8) + decoder.flush() == [])
    #expect(decoder.feed("n".utf8) == [.key(KeyPress(character: "n"))])
  }

  @Test func anEndlessPasteIsCutAndThatIsSaid() {
    var decoder = InputDecoder()
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    var events = decoder.feed("\u{1B}[200~".utf8)
    for _ in 0..<20 { events += decoder.feed(piece) }
    events += decoder.feed("\u{1B}[201~".utf8) + decoder.flush()
    let text = String(repeating: "a", count: InputDecoder.mostPasted)
    #expect(events == [.paste(text), .pasteCut(missing: 4 << 16)])
    #expect(decoder.feed("n".utf8) == [.key(KeyPress(character: "n"))])
  }

  @Test func aTextIsTypedByTheseKeys() {
    let keys = InputDecoder.keys(typing: "L4\nb\tä\u{3}\u{1B}[A\u{1B}[200~x\u{1B}").map(\.description)
    #expect(keys == ["L", "4", "Enter", "b", "Tab", "ä", "Ctrl-C", "Up", "x", "Esc"])
  }
}
