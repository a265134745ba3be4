public import NIOCore

/// Splits what a process sends into messages, in both of pydevd's framings (`pydevd_net_command.py`, `NetCommand.send`):
/// quoted lines, and `Content-Length` blocks after `503 http`, which are told by their first line.
public struct FrameDecoder: NIOSingleStepByteToMessageDecoder {
  public typealias InboundOut = Frame

  /// Bytes of one message at most.
  public var limit: Int
  /// How far the unread bytes were searched for a line end already.
  private var scanned = 0
  /// Length of the block whose header was read.
  private var block: Int?

  private static let header = Array("Content-Length:".utf8)

  public init(limit: Int = 256 << 20) { self.limit = limit }

  public mutating func decode(buffer: inout ByteBuffer) throws -> Frame? {
    while true {
      if let length = block {
        guard let bytes = buffer.readBytes(length: length) else { return nil }
        block = nil
        return try Self.frame(bytes[...], isQuoted: false)
      }
      guard let line = try readLine(&buffer) else { return nil }
      if line.isEmpty { continue }
      guard line.starts(with: Self.header) else { return try Self.frame(line, isQuoted: true) }
      guard try readHeader(line, &buffer) else { return nil }
    }
  }

  public mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> Frame? { try decode(buffer: &buffer) }

  /// The next line without its end, or `nil` when it is not whole yet.
  private mutating func readLine(_ buffer: inout ByteBuffer) throws -> ArraySlice<UInt8>? {
    let view = buffer.readableBytesView
    guard let end = view[(view.startIndex + scanned)...].firstIndex(of: 0x0a) else {
      scanned = view.count
      guard scanned <= limit else { throw WireError.tooLarge(limit: limit) }
      return nil
    }
    scanned = 0
    let length = end - view.startIndex
    guard length <= limit else { throw WireError.tooLarge(limit: limit) }
    guard let bytes = buffer.readBytes(length: length) else { return nil }
    buffer.moveReaderIndex(forwardBy: 1)
    return bytes.last == 0x0d ? bytes.dropLast() : bytes[...]
  }

  /// Reads the rest of a block's header. The blank line after it is skipped as an empty line is, once it is there.
  private mutating func readHeader(_ line: ArraySlice<UInt8>, _ buffer: inout ByteBuffer) throws -> Bool {
    let text = String(decoding: line.dropFirst(Self.header.count), as: UTF8.self)
    guard let length = Int(text.filter { $0 != " " }), length >= 0 else { throw Self.notPydevd(line) }
    guard length <= limit else { throw WireError.tooLarge(limit: limit) }
    // The header is followed by a blank line; until that is here, the header stays unread.
    let view = buffer.readableBytesView
    guard let end = view.firstIndex(of: 0x0a) else {
      buffer.moveReaderIndex(to: buffer.readerIndex - line.count - 1 - (hadCarriageReturn(line, buffer) ? 1 : 0))
      return false
    }
    buffer.moveReaderIndex(forwardBy: end - view.startIndex + 1)
    block = length
    return true
  }

  private func hadCarriageReturn(_ line: ArraySlice<UInt8>, _ buffer: ByteBuffer) -> Bool {
    buffer.getInteger(at: buffer.readerIndex - 2, as: UInt8.self) == 0x0d
  }

  private static func frame(_ bytes: ArraySlice<UInt8>, isQuoted: Bool) throws -> Frame {
    guard let first = bytes.firstIndex(of: 0x09), let command = number(bytes[..<first]),
      let second = bytes[(first + 1)...].firstIndex(of: 0x09), let sequence = number(bytes[(first + 1)..<second])
    else { throw notPydevd(bytes) }
    var payload = bytes[(second + 1)...]
    // pydevd-pycharm counts the line end in the block's length, fabioz's pydevd writes none.
    if !isQuoted, payload.last == 0x0a { payload = payload.dropLast() }
    let text = isQuoted ? Quoting.percentDecode(bytes: payload) : String(decoding: payload, as: UTF8.self)
    return Frame(command: CommandID(rawValue: command), sequence: sequence, payload: text)
  }

  /// A decimal number of at most ten digits.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == 0x2d
    let digits = isNegative ? bytes.dropFirst() : bytes
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  private static func notPydevd(_ bytes: ArraySlice<UInt8>) -> WireError {
    let shown = bytes.prefix(60).map { (0x20..<0x7f).contains($0) ? Character(UnicodeScalar($0)) : "." }
    return .notPydevd(String(shown))
  }
}
