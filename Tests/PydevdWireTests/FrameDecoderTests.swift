import NIOCore
import NIOTestUtils
import PydevdWire
import Testing

@Suite struct FrameDecoderTests {
  static let version = Frame(command: .version, sequence: 1, payload: "263.7307.50")
  static let run = Frame(command: .threadRun, sequence: 6, payload: "pid_1_id_2\t-1")

  @Test func aLineIsAMessageWithItsQuotingUndone() throws {
    let frames = try Decoding.frames("103\t2\t<xml><thread name=\"a%26b\" id=\"x\" /></xml>\n")
    #expect(
      frames == [Frame(command: .threadCreate, sequence: 2, payload: "<xml><thread name=\"a&b\" id=\"x\" /></xml>")])
  }

  static let first = "501\t1\t263.7307.50"
  static let second = "106\t6\tpid_1_id_2\t-1"

  @Test(arguments: [
    "\(first)\n\(second)\n",
    "\(first)\r\n\(second)\r\n",
    "\n\(first)\n\n\n\(second)\n",
    Decoding.block(first + "\n") + Decoding.block(second + "\n"),
    Decoding.block(first) + Decoding.block(second),
    Decoding.block(first) + second + "\n",
    "\(first)\n" + Decoding.block(second),
    "\(first)\nContent-Length: \(second.utf8.count)\r\nX-Other: 1\r\n\r\n\(second)",
    "Content-Length:\(first.utf8.count)\n\n\(first)\(second)\n",
  ])
  func theSameMessagesComeOutOfEachFramingHoweverTheyAreSplit(_ text: String) throws {
    let expected = [Self.version, Self.run]
    #expect(try Decoding.frames(text) == expected)
    #expect(try Decoding.drip(text) == expected)
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      #expect(try Decoding.frames([Array(bytes[..<cut]), Array(bytes[cut...])]) == expected)
    }
  }

  @Test func theVerifierOfByteToMessageDecodersIsSatisfied() throws {
    let pairs = [("501\t1\t263.7307.50\n", [Self.version]), ("106\t6\tpid_1_id_2\t-1\n", [Self.run])]
    try ByteToMessageDecoderVerifier.verifyDecoder(stringInputOutputPairs: pairs) {
      StepwiseDecoder(decoder: FrameDecoder())
    }
  }

  /// The verifier wants the older protocol.
  private struct StepwiseDecoder: ByteToMessageDecoder {
    typealias InboundOut = Frame
    var decoder: FrameDecoder

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
      guard let frame = try decoder.decode(buffer: &buffer) else { return .needMoreData }
      context.fireChannelRead(wrapInboundOut(frame))
      return .continue
    }
  }

  @Test func aBlockIsNotPercentDecodedAndKeepsItsLineEnds() throws {
    let frames = try Decoding.frames(Decoding.block("124\t5\ta%41\n\tbé\n\n"))
    #expect(frames == [Frame(command: .loadSource, sequence: 5, payload: "a%41\n\tbé\n")])
  }

  @Test func onceABlockHadNoLineEndOfItsOwnALastLineEndBelongsToTheText() throws {
    let frames = try Decoding.frames(Decoding.block("503\t3\t") + Decoding.block("124\t5\tabc\n"))
    #expect(frames.map(\.payload) == ["", "abc\n"])
  }

  @Test func theFramingOfTheLastMessageIsKnown() throws {
    var decoder = FrameDecoder()
    var buffer = ByteBuffer(string: "501\t1\tx\n" + Decoding.block("503\t3\t"))
    #expect(try decoder.decode(buffer: &buffer) != nil)
    #expect(decoder.framing == .quotedLine)
    #expect(try decoder.decode(buffer: &buffer) != nil)
    #expect(decoder.framing == .http)
  }

  @Test func aPayloadMayHoldTabsAndNothing() throws {
    #expect(try Decoding.frames("127\t11\tTrue\t\n129\t4\t\n").map(\.payload) == ["True\t", ""])
  }

  @Test func theDispatchersNegativeNumberIsRead() throws {
    #expect(try Decoding.frames("99\t-1\t5678\n").first?.sequence == -1)
  }

  @Test func whatIsCutOffByTheEndIsDropped() throws {
    var decoder = FrameDecoder()
    var buffer = ByteBuffer(string: "501\t1\t263")
    #expect(try decoder.decodeLast(buffer: &buffer, seenEOF: true) == nil)
  }
}
