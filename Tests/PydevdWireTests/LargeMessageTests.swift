import NIOCore
import TestSupport
import Testing

@testable import PydevdWire

/// Messages that are decoded while they come in. What is large is made small here, so that every cut is tried.
@Suite struct LargeMessageTests {
  private static func decoder(largeFrom size: Int, limit: Int = 1 << 20) -> FrameDecoder {
    var decoder = FrameDecoder(limit: limit)
    decoder.largeSize = size
    return decoder
  }

  static let payloads = [
    "", "a", "plain", "%41%", "%4", "100%zz%%41", "%C3%A9é%E4%B8%AD", "%F0%9F%98%80😀", "%FF%C3x%E4%B8%",
    "%80%80%80%80%80", "a\rb\r", "\r", "tab\there", "%0A%0D", "x%E4\r%B8",
  ]

  @Test(arguments: payloads)
  func whereALineIsCutMakesNoDifference(_ payload: String) throws {
    let bytes = Array("124\t5\t\(payload)\r\n106\t6\tT\t-1\n".utf8)
    try checkCuts(bytes)
  }

  @Test(arguments: payloads)
  func whereABlockIsCutMakesNoDifference(_ payload: String) throws {
    for end in ["", "\n"] {
      try checkCuts(Array((Decoding.block("124\t5\t\(payload)\(end)") + Decoding.block("106\t6\tT\n")).utf8))
    }
  }

  private func checkCuts(_ bytes: [UInt8]) throws {
    let expected = try Decoding.frames([bytes], with: Self.decoder(largeFrom: .max))
    #expect(expected.count == 2)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        let pieces = [Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...])]
        let frames = try Decoding.frames(pieces, with: Self.decoder(largeFrom: 1))
        guard frames != expected else { continue }
        Issue.record("cut at \(first) and \(second): \(frames)")
      }
    }
    #expect(try Decoding.frames(bytes.map { [$0] }, with: Self.decoder(largeFrom: 1)) == expected)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func anyBytesGiveTheSameTextInPieces(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let marks: [UInt8] = [0x25, 0x41, 0x43, 0x33, 0xc3, 0xe4, 0xf0, 0x80, 0xb8, 0x0d]
      let body = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? marks.randomElement(using: &random) ?? 0 : UInt8.random(in: 0x20...0xff, using: &random)
      }
      let bytes = Array("1\t1\t".utf8) + body + [0x0a]
      var pieces: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(20, rest.count), using: &random)
        pieces.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let whole = try Decoding.frames([bytes], with: Self.decoder(largeFrom: .max))
      let parts = try Decoding.frames(pieces, with: Self.decoder(largeFrom: 1))
      #expect(whole == parts)
    }
  }

  @Test func whatIsReallyLargeIsReadFromOneBufferAndFromMany() throws {
    let line = "value %3D %7B'é'%7D and then a longer run of letters without any sequence in it, as texts have them, "
    let text = String(repeating: line, count: 20_000)
    let expected = Quoting.percentDecode(text)
    let bytes = Array("501\t1\tx\n124\t5\t\(text)\n106\t6\tT\t-1\n".utf8)
    let pieces = stride(from: 0, to: bytes.count, by: 40_000).map { Array(bytes[$0..<min($0 + 40_000, bytes.count)]) }
    for input in [[bytes], pieces] {
      let frames = try Decoding.frames(input)
      #expect(frames.count == 3)
      #expect(frames[1].payload == expected)
    }
    let blocks = Array((Decoding.block("501\t1\tx\n") + Decoding.block("124\t5\t\(text)\n")).utf8)
    #expect(try Decoding.frames([blocks]).last?.payload == text)
  }

  @Test func aLargeLineIsRefusedAtTheLimitAsWell() throws {
    let bytes = Array("501\t1\tx\n124\t5\t".utf8) + [UInt8](repeating: 0x61, count: 100_000) + [0x0a]
    let pieces = stride(from: 0, to: bytes.count, by: 1000).map { Array(bytes[$0..<min($0 + 1000, bytes.count)]) }
    #expect(throws: WireError.tooLarge(limit: 90_000)) {
      try Decoding.frames(pieces, with: Self.decoder(largeFrom: 16 << 10, limit: 90_000))
    }
    #expect(try Decoding.frames(pieces, with: Self.decoder(largeFrom: 16 << 10, limit: 100_006)).count == 2)
    #expect(throws: WireError.tooLarge(limit: 100_005)) {
      try Decoding.frames(pieces, with: Self.decoder(largeFrom: 16 << 10, limit: 100_005))
    }
  }

  @Test func whatOnlyLooksLikeALargeMessageIsShown() {
    let bytes = Array("124\tx\t".utf8) + [UInt8](repeating: 0x61, count: 30_000)
    #expect(throws: WireError.self) { try Decoding.frames([bytes, [0x0a]], with: Self.decoder(largeFrom: 1)) }
  }
}
