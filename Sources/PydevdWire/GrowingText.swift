/// The text of a large message, put together while it comes in: each read is decoded once, into the text, so that neither its
/// bytes are kept nor anything is left to do when the last ones come.
struct GrowingText {
  private var text = ""
  /// Room that was asked for, in bytes.
  private var room = 0
  private let isQuoted: Bool
  /// The beginning of a `%XY` whose rest has not come.
  private var escape: [UInt8] = []
  /// The beginning of a character whose rest has not come, decoded.
  private var character: [UInt8] = []

  /// - Parameter isQuoted: whether percent coding is to be undone.
  init(isQuoted: Bool) { self.isQuoted = isQuoted }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    if !escape.isEmpty {
      let joint = escape + bytes.prefix(2)
      let read = joint.withUnsafeBytes { decode($0) }
      start = read - escape.count
      escape = start < 0 ? joint : []
      guard start >= 0 else { return }
    }
    let rest = bytes.part(start..<bytes.count)
    guard !rest.isEmpty else { return }
    let read = decode(rest)
    escape = Array(rest[read...])
  }

  /// The whole text, with what was never completed as it stands.
  mutating func finish() -> String {
    if !character.isEmpty || !escape.isEmpty { text += String(decoding: character + escape, as: UTF8.self) }
    return text
  }

  /// Appends what is whole, and says how many bytes were read.
  private mutating func decode(_ bytes: UnsafeRawBufferPointer) -> Int {
    let start = character
    var read = bytes.count
    let piece = String(unsafeUninitializedCapacity: start.count + bytes.count) { target in
      let target = UnsafeMutableRawBufferPointer(target)
      target.copyBytes(from: start)
      var count = start.count
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[count...])
      if isQuoted {
        let (decoded, written) = Quoting.percentDecode(bytes, into: rest, isLast: false)
        read = decoded
        count += written
      } else {
        rest.copyMemory(from: bytes)
        count += bytes.count
      }
      let whole = count - Self.unfinished(target[..<count])
      character = Array(target[whole..<count])
      return whole
    }
    makeRoom(for: piece.utf8.count)
    text += piece
    return read
  }

  /// Grows in large steps: room that is not used costs nothing, a move costs as much as decoding does.
  private mutating func makeRoom(for count: Int) {
    let needed = text.utf8.count + count
    guard needed > room else { return }
    room = max(needed, 8 * room, 256 << 10)
    // Room is prepared before anything moves into it: the move is what touches it first.
    var grown = ""
    grown.reserveCapacity(room)
    if room >= LargePages.least {
      grown.utf8.withContiguousStorageIfAvailable {
        LargePages.use(for: UnsafeRawBufferPointer(start: $0.baseAddress, count: room))
      }
    }
    grown += text
    text = grown
  }

  /// How many of the last bytes begin a character of UTF-8 without ending it. A text may be cut before a byte that begins one,
  /// even a wrong one, and after three that don't.
  private static func unfinished(_ bytes: Slice<UnsafeMutableRawBufferPointer>) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() {
      switch byte {
      case 0..<0x80: return 0
      case 0x80..<0xc0: continue
      default:
        let length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
        return index + 1 < length ? index + 1 : 0
      }
    }
    return 0
  }
}
