public import NIOCore

/// Splits what a process sends into messages. Both framings are read at any time and told apart by how a message begins: after
/// `503 http` a process may still send lines that it had queued before (`pydevd_net_command.py`, `NetCommand.send`).
///
/// A message that is there as a whole is decoded from where it lies. Of a large one that is not, each part is decoded as it
/// comes and then given back, so that the buffer stays as small as a read.
public struct FrameDecoder: NIOSingleStepByteToMessageDecoder {
  public typealias InboundOut = Frame

  /// Bytes of one message at most.
  public var limit: Int
  /// Bytes of the first message at most: until that is there, nobody knows who talks.
  public var greetingLimit: Int
  /// How the last message was delimited.
  public private(set) var framing = Framing.quotedLine
  /// Bytes from which on an incomplete message counts as large.
  var largeSize = 16 << 10

  private var state = State.line
  private var isIdentified = false
  /// How many of the unread bytes were searched for a line end already.
  private var scanned = 0
  /// pydevd-pycharm counts a line end in each block's length, pydevd writes none; one block without tells.
  private var blocksEndInLineEnd = true
  /// The large message that is coming in.
  private var large: LargeMessage?

  private enum State {
    case line
    /// A block of so many bytes begins after the next empty line.
    case header(Int)
    case block(Int)
    /// The rest of a large message.
    case rest
  }

  public init(limit: Int = 256 << 20, greetingLimit: Int = 64 << 10) {
    self.limit = limit
    self.greetingLimit = greetingLimit
  }

  public mutating func decode(buffer: inout ByteBuffer) throws -> Frame? {
    while true {
      switch state {
      case .line:
        guard let line = try readLine(&buffer) else {
          if case .rest = state { continue }
          return nil
        }
        if line.readableBytes == 0 { continue }
        guard let length = try line.withUnsafeReadableBytes({ try blockLength($0) }) else {
          return try frame(line, framed: .quotedLine)
        }
        state = .header(length)
      case .header(let length):
        guard let line = try readLine(&buffer) else { return nil }
        if line.readableBytes == 0 { state = .block(length) }
      case .block(let length):
        if buffer.readableBytes < length || length > LargeMessage.piece {
          begin(.http(length: length), &buffer)
          if case .rest = state { continue }
        }
        guard let block = buffer.readSlice(length: length) else { return nil }
        state = .line
        return try frame(block, framed: .http)
      case .rest:
        if let frame = try readRest(&buffer) { return frame }
        if case .rest = state { return nil }
      }
    }
  }

  /// Bytes that are held of a message whose rest has not come.
  public var held: Int { large?.held ?? 0 }

  /// Forgets the large message that is coming in: its rest is read and left out.
  /// - Returns: the message without its text; `nil` where there is none, or one that is small.
  public mutating func dropUnfinished() -> Frame? {
    guard let message = large, message.held > 0 else { return nil }
    large?.drop()
    return message.head
  }

  /// A message that is not whole when the connection ends is dropped.
  public mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> Frame? {
    try decode(buffer: &buffer)
  }

  private var currentLimit: Int { isIdentified ? limit : min(limit, greetingLimit) }

  /// The next line without its end, or `nil` when it is not whole yet, or a large message.
  private mutating func readLine(_ buffer: inout ByteBuffer) throws -> ByteBuffer? {
    var end = buffer.withUnsafeReadableBytes { bytes in
      bytes.part(0..<min(LargeMessage.piece, bytes.count)).offset(of: 0x0a, from: scanned)
    }
    if end == nil, buffer.readableBytes >= largeSize {
      if case .line = state { begin(.line, &buffer) }
      if case .rest = state { return nil }
      end = buffer.withUnsafeReadableBytes { $0.offset(of: 0x0a, from: scanned) }
    }
    let length = end ?? buffer.readableBytes
    guard length <= currentLimit else { throw WireError.tooLarge(limit: currentLimit) }
    guard end != nil else {
      try checkBeginning(buffer)
      scanned = length
      return nil
    }
    scanned = 0
    guard let line = buffer.readSlice(length: length) else { return nil }
    buffer.moveReaderIndex(forwardBy: 1)
    let isCarriageReturn = line.withUnsafeReadableBytes { $0.last == 0x0d }
    return isCarriageReturn ? line.getSlice(at: line.readerIndex, length: length - 1) : line
  }

  /// Finds out at once that bytes can't become a message, since a peer that is no pydevd may never send a line end.
  private func checkBeginning(_ buffer: ByteBuffer) throws {
    guard case .line = state, scanned < FrameFields.header.count else { return }
    let isPossible = buffer.withUnsafeReadableBytes { bytes in
      bytes.first == FrameFields.header[0]
        ? bytes.prefix(FrameFields.header.count).elementsEqual(
          FrameFields.header.prefix(bytes.count))
        : FrameFields.mayBegin(bytes)
    }
    guard isPossible else {
      throw buffer.withUnsafeReadableBytes { WireError.notPydevd(beginning: $0) }
    }
  }

  /// What a header line says of its block's length; `nil` when it is no header.
  private func blockLength(_ line: UnsafeRawBufferPointer) throws -> Int? {
    guard line.first == FrameFields.header[0], line.starts(with: FrameFields.header) else { return nil }
    let digits = line.dropFirst(FrameFields.header.count).drop { $0 == 0x20 }
    guard let length = FrameFields.number(digits), length >= 0 else {
      throw WireError.notPydevd(beginning: line)
    }
    guard length <= currentLimit else { throw WireError.tooLarge(limit: currentLimit) }
    return length
  }

  private mutating func frame(_ message: ByteBuffer, framed: Framing) throws -> Frame {
    let frame = try message.withUnsafeReadableBytes { bytes in
      guard let fields = FrameFields(bytes) else { throw WireError.notPydevd(beginning: bytes) }
      var end = bytes.count
      if framed == .http {
        blocksEndInLineEnd = blocksEndInLineEnd && bytes.last == 0x0a
        if blocksEndInLineEnd { end = max(fields.payload, end - 1) }
      }
      let payload = bytes.part(fields.payload..<end)
      return fields.frame(
        framed == .http ? String(decoding: payload, as: UTF8.self) : Quoting.percentDecode(payload))
    }
    isIdentified = true
    framing = framed
    return frame
  }

  /// Begins a large message where its fields are there and in order; others are read as a whole, and refused then.
  private mutating func begin(_ end: LargeMessage.End, _ buffer: inout ByteBuffer) {
    guard buffer.readableBytes >= largeSize, let fields = buffer.withUnsafeReadableBytes({ FrameFields($0) }),
      let message = LargeMessage(fields, end)
    else { return }
    buffer.moveReaderIndex(forwardBy: fields.payload)
    large = message
    scanned = 0
    state = .rest
  }

  private mutating func readRest(_ buffer: inout ByteBuffer) throws -> Frame? {
    let bound = currentLimit
    guard let frame = try large?.read(&buffer, limit: bound, lineEnds: &blocksEndInLineEnd) else { return nil }
    let isDropped = large?.isDropped == true
    if let message = large { framing = message.framing }
    large = nil
    state = .line
    isIdentified = true
    return isDropped ? nil : frame
  }
}
