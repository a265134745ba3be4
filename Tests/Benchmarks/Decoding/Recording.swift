import Glibc
import NIOCore
import PydevdWire

/// The messages that one recorded process sent, as bytes and in the spelling that it spoke.
struct Recording {
  struct Unreadable: Error { let path: String }

  let dialect: Dialect
  /// One message each, its end included.
  let messages: [(frame: Frame, bytes: ByteBuffer)]

  init(path: String) throws {
    let bytes = try Self.read(path)
    var messages: [(frame: Frame, bytes: ByteBuffer)] = []
    var decoder = FrameDecoder()
    var buffer = ByteBuffer(bytes: bytes)
    while true {
      let start = buffer
      guard let frame = try decoder.decode(buffer: &buffer) else { break }
      let count = start.readableBytes - buffer.readableBytes
      messages.append((frame, ByteBuffer(bytes: start.readableBytesView.prefix(count))))
    }
    self.messages = messages
    let version = messages.first { $0.frame.command == .version }
    guard let version else { throw Unreadable(path: path) }
    dialect = Dialect(versionReply: version.frame.payload)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let handle = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, handle), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
