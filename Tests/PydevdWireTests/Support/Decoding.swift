import NIOCore

@testable import PydevdWire

/// Feeds pieces to one decoder and collects what comes out.
enum Decoding {
  static func frames(_ pieces: [[UInt8]], with decoder: FrameDecoder = FrameDecoder()) throws -> [Frame] {
    let processor = NIOSingleStepByteToMessageProcessor(decoder)
    var frames: [Frame] = []
    for piece in pieces {
      try processor.process(buffer: ByteBuffer(bytes: piece)) { frames.append($0) }
    }
    return frames
  }

  static func frames(_ text: String, with decoder: FrameDecoder = FrameDecoder()) throws -> [Frame] {
    try frames([Array(text.utf8)], with: decoder)
  }

  /// One byte at a time.
  static func drip(_ text: String) throws -> [Frame] { try frames(text.utf8.map { [$0] }) }

  /// A message in the `http` framing.
  static func block(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }
}
