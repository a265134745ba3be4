import NIOCore
import PydevdWire
import Testing

@Suite struct FrameDecoderRefusalTests {
  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1"),
    ("hello\n", "hello"),
    ("x101\t1\t\n", "x101.1."),
    ("101 1 2\n", "101 1 2"),
    ("101\tone\t\n", "101.one."),
    ("101\t1\n", "101.1"),
    ("\t\t\n", ".."),
    ("99999999999\t1\t\n", "99999999999.1."),
    ("Content-Length: many\r\n\r\n", "Content-Length: many"),
    ("Content-Length: -5\r\n\r\n", "Content-Length: -5"),
    ("Content-Length: 3\r\n\r\nabc", "abc"),
    ("Content-Length: 0\r\n\r\n", ""),
  ])
  func whatIsNoMessageIsShown(_ text: String, _ shown: String) {
    let error = #expect(throws: WireError.self) { try Decoding.frames(text) }
    guard case .notPydevd(let start) = error else { return #expect(error == .notPydevd(shown)) }
    #expect(start.hasPrefix(shown) && (start == shown || text.hasPrefix("GET")))
  }

  @Test(arguments: ["G", "SSH-2.0", "\u{16}\u{3}\u{1}", "{\"seq\"", "Connect", "1234567890123", "-\t", "12x"])
  func aStrangerIsNoticedBeforeItsFirstLineEnds(_ text: String) {
    #expect(throws: WireError.self) { try Decoding.frames(text) }
    #expect(throws: WireError.self) { try Decoding.drip(text) }
  }

  @Test(arguments: ["", "5", "501", "501\t", "501\t1", "-", "-1\t", "C", "Content-Le", "Content-Length: 1", "\r"])
  func theBeginningOfAMessageIsWaitedFor(_ text: String) throws {
    #expect(try Decoding.frames(text).isEmpty)
  }

  @Test func atMostSixtyCharactersAreShownAndOnlyPrintableOnes() {
    let bytes: [UInt8] = [0x00, 0x1b, 0xff] + [UInt8](repeating: 0x41, count: 100) + [0x0a]
    let expected = WireError.notPydevd("..." + String(repeating: "A", count: 57))
    #expect(throws: expected) { try Decoding.frames([bytes]) }
  }

  @Test func aLineThatNeverEndsIsRefusedAtTheLimit() throws {
    let start = Array("501\t1\t".utf8)
    let piece = [UInt8](repeating: 0x61, count: 100)
    let pieces = [start] + Array(repeating: piece, count: 20)
    #expect(throws: WireError.tooLarge(limit: 1000)) {
      try Decoding.frames(pieces, with: FrameDecoder(limit: 1000))
    }
  }

  @Test func aBlockOverTheLimitIsRefusedByItsHeader() {
    #expect(throws: WireError.tooLarge(limit: 1000)) {
      try Decoding.frames("Content-Length: 1001\r\n", with: FrameDecoder(limit: 1000))
    }
  }

  @Test func theHeadersEndMustComeWithinTheLimitToo() {
    let text = "Content-Length: 5\r\nX: " + String(repeating: "a", count: 1001)
    #expect(throws: WireError.tooLarge(limit: 1000)) {
      try Decoding.frames(text, with: FrameDecoder(limit: 1000))
    }
  }

  @Test func theFirstMessageHasALimitOfItsOwn() throws {
    let decoder = FrameDecoder(limit: 1000, greetingLimit: 20)
    let long = "124\t3\t" + String(repeating: "a", count: 500) + "\n"
    #expect(throws: WireError.tooLarge(limit: 20)) { try Decoding.frames(long, with: decoder) }
    #expect(try Decoding.frames("501\t1\t263.1\n" + long, with: decoder).count == 2)
  }
}
