public import NIOCore

/// Splits what a process sends into messages. Both framings are read at any time and told apart by how a message begins: after
/// `503 http` a process may still send lines that it had queued before (`pydevd_net_command.py`, `NetCommand.send`).
public struct FrameDecoder: NIOSingleStepByteToMessageDecoder {
  public typealias InboundOut = Frame

  /// Bytes of one message at most.
  public var limit: Int
  /// Bytes of the first message at most: until that is there, nobody knows who talks.
  public var greetingLimit: Int
  /// How the last message was delimited.
  public private(set) var framing = Framing.quotedLine

  private var state = State.line
  private var isIdentified = false
  /// How many of the unread bytes were searched for a line end already.
  private var scanned = 0
  /// pydevd-pycharm counts a line end in each block's length, pydevd writes none; one block without tells.
  private var blocksEndInLineEnd = true

  private enum State {
    case line
    /// A block of so many bytes begins after the next empty line.
    case header(Int)
    case block(Int)
  }

  public init(limit: Int = 256 << 20, greetingLimit: Int = 64 << 10) {
    self.limit = limit
    self.greetingLimit = greetingLimit
  }

  public mutating func decode(buffer: inout ByteBuffer) throws -> Frame? {
    while true {
      switch state {
      case .line:
        guard let line = try readLine(&buffer) else { return nil }
        if line.readableBytes == 0 { continue }
        guard let length = try line.withUnsafeReadableBytes({ try blockLength($0) }) else {
          return try frame(line, framed: .quotedLine)
        }
        state = .header(length)
      case .header(let length):
        guard let line = try readLine(&buffer) else { return nil }
        if line.readableBytes == 0 { state = .block(length) }
      case .block(let length):
        guard let block = buffer.readSlice(length: length) else { return nil }
        state = .line
        return try frame(block, framed: .http)
      }
    }
  }

  /// A message that is not whole when the connection ends is dropped.
  public mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> Frame? {
    try decode(buffer: &buffer)
  }

  private var currentLimit: Int { isIdentified ? limit : min(limit, greetingLimit) }

  /// The next line without its end, or `nil` when it is not whole yet.
  private mutating func readLine(_ buffer: inout ByteBuffer) throws -> ByteBuffer? {
    let view = buffer.readableBytesView
    let end = view[(view.startIndex + scanned)...].firstIndex(of: 0x0a)
    let length = end.map { $0 - view.startIndex } ?? view.count
    guard length <= currentLimit else { throw WireError.tooLarge(limit: currentLimit) }
    guard end != nil else {
      try checkBeginning(buffer)
      scanned = length
      return nil
    }
    scanned = 0
    let isCarriageReturn = length > 0 && view[view.startIndex + length - 1] == 0x0d
    let line = buffer.readSlice(length: isCarriageReturn ? length - 1 : length)
    buffer.moveReaderIndex(forwardBy: isCarriageReturn ? 2 : 1)
    return line
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
    guard line.starts(with: FrameFields.header) else { return nil }
    let digits = line.dropFirst(FrameFields.header.count).drop { $0 == 0x20 }
    guard let length = FrameFields.number(digits), length >= 0 else {
      throw WireError.notPydevd(beginning: line)
    }
    guard length <= currentLimit else { throw WireError.tooLarge(limit: currentLimit) }
    return length
  }

  private mutating func frame(_ message: ByteBuffer, framed: Framing) throws -> Frame {
    if framed == .http {
      blocksEndInLineEnd = blocksEndInLineEnd && message.readableBytesView.last == 0x0a
    }
    let isQuoted = framed == .quotedLine
    let dropsEnd = !isQuoted && blocksEndInLineEnd
    let frame = try message.withUnsafeReadableBytes { bytes in
      guard let fields = FrameFields(dropsEnd ? bytes.dropLast() : bytes[...]) else {
        throw WireError.notPydevd(beginning: bytes)
      }
      return fields.frame(isQuoted: isQuoted)
    }
    isIdentified = true
    framing = framed
    return frame
  }
}
