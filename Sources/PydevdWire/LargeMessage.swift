import NIOCore

/// A message that is read piece by piece while it comes in.
struct LargeMessage {
  /// What ends it.
  enum End: Equatable {
    case line
    /// A block of so many bytes, the fields included.
    case http(length: Int)
  }

  /// Bytes that are looked at together: few enough to stay in the processor's cache from the search to the last copy.
  static let piece = 64 << 10

  let framing: Framing
  private let fields: FrameFields
  private var text: GrowingText
  /// Bytes that were read, the fields included.
  private var count: Int
  /// Those of the block.
  private let length: Int?
  /// The last byte was a CR, which is part of the text unless the line ends behind it.
  private var holdsReturn = false
  /// Nothing of its text is kept any more.
  private(set) var isDropped = false

  /// `nil` when the end comes before the payload begins.
  init?(_ fields: FrameFields, _ end: End) {
    self.fields = fields
    count = fields.payload
    switch end {
    case .line:
      framing = .quotedLine
      length = nil
    case .http(let length):
      guard length > fields.payload else { return nil }
      framing = .http
      self.length = length
    }
    text = GrowingText(isQuoted: framing == .quotedLine)
  }

  /// Bytes that are kept.
  var held: Int { isDropped ? 0 : count }

  /// The message without its text.
  var head: Frame { fields.frame("") }

  mutating func drop() {
    isDropped = true
    text = GrowingText(isQuoted: false)
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if !isDropped { text.append(bytes) }
  }

  /// Reads what is there, and gives the message when that was the last of it.
  /// - Parameter lineEnds: whether blocks end in a line end that is not part of their text.
  mutating func read(_ buffer: inout ByteBuffer, limit: Int, lineEnds: inout Bool) throws -> Frame? {
    while buffer.readableBytes > 0 {
      let (read, isLast) = try buffer.withUnsafeReadableBytes { bytes in
        let piece = bytes.part(0..<min(Self.piece, bytes.count))
        guard let length else { return try readLine(piece, limit) }
        return readBlock(piece, length, &lineEnds)
      }
      buffer.moveReaderIndex(forwardBy: read)
      if isLast { return fields.frame(text.finish()) }
    }
    return nil
  }

  private mutating func readLine(_ bytes: UnsafeRawBufferPointer, _ limit: Int) throws -> (read: Int, isLast: Bool) {
    let end = bytes.offset(of: 0x0a)
    let length = end ?? bytes.count
    count += length
    guard count <= limit else { throw WireError.tooLarge(limit: limit) }
    if length > 0 {
      if holdsReturn { [UInt8(0x0d)].withUnsafeBytes { append($0) } }
      holdsReturn = bytes[length - 1] == 0x0d
      append(bytes.part(0..<(holdsReturn ? length - 1 : length)))
    }
    return (end == nil ? length : length + 1, end != nil)
  }

  private mutating func readBlock(
    _ bytes: UnsafeRawBufferPointer, _ length: Int, _ lineEnds: inout Bool
  ) -> (read: Int, isLast: Bool) {
    let read = min(bytes.count, length - count)
    count += read
    guard count == length else {
      append(bytes.part(0..<read))
      return (read, false)
    }
    lineEnds = lineEnds && bytes[read - 1] == 0x0a
    append(bytes.part(0..<(lineEnds ? read - 1 : read)))
    return (read, true)
  }
}
