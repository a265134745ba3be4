import NIOCore
import PydevdWire

/// Bytes to messages, as they come in.
struct FrameReader {
  private var decoder: FrameDecoder
  private var rest = ByteBuffer()

  /// What was read makes room from so many bytes on.
  private static let readBytes = 1 << 16

  init(_ decoder: FrameDecoder) { self.decoder = decoder }

  /// Bytes that are held of a message whose rest has not come.
  var held: Int { rest.readableBytes + decoder.held }

  /// Forgets the large message that is coming in, see ``FrameDecoder/dropUnfinished()``.
  mutating func dropUnfinished() -> Frame? { decoder.dropUnfinished() }

  mutating func read(_ bytes: ByteBuffer, _ body: (Frame) -> Void) throws {
    // Nothing else may refer to the bytes while they are decoded, or they would be copied.
    var buffer = ByteBuffer()
    swap(&buffer, &rest)
    if buffer.readableBytes == 0 {
      buffer = bytes
    } else {
      buffer.writeImmutableBuffer(bytes)
    }
    while buffer.readableBytes > 0, let frame = try decoder.decode(buffer: &buffer) { body(frame) }
    guard buffer.readableBytes > 0 else { return }
    if buffer.readerIndex > Self.readBytes { buffer.discardReadBytes() }
    rest = buffer
  }
}
