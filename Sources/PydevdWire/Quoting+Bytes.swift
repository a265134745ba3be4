/// The work on bytes below ``Quoting/percentDecode(_:)``.
extension Quoting {
  /// Undoes percent coding in one pass that writes where the text will stay.
  static func percentDecode(_ bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: bytes.count) {
      percentDecode(bytes, into: UnsafeMutableRawBufferPointer($0), isLast: true).written
    }
  }

  /// Undoes percent coding from one place to another that has as much room and does not overlap.
  /// - Parameter isLast: otherwise a sequence that may be cut off at the end is left unread, two bytes at most.
  static func percentDecode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer, isLast: Bool
  ) -> (read: Int, written: Int) {
    precondition(target.count >= source.count)
    let count = source.count
    var read = 0
    var written = 0
    // Sequences stand close together or hardly at all: words are looked at, and after four without any the rest is searched.
    var plainWords = 0
    while read + 10 <= count {
      let word = source.loadUnaligned(fromByteOffset: read, as: UInt64.self)
      // What lies behind a `%` is written over later.
      target.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
      let percents = zeroBytes(UInt64(littleEndian: word) ^ 0x2525_2525_2525_2525)
      guard percents != 0 else {
        read += 8
        written += 8
        plainWords += 1
        guard plainWords == 4 else { continue }
        plainWords = 0
        let run = (source.offset(of: 0x25, from: read) ?? count) - read
        UnsafeMutableRawBufferPointer(rebasing: target[written...]).copyMemory(from: source.part(read..<read + run))
        read += run
        written += run
        continue
      }
      plainWords = 0
      let run = percents.trailingZeroBitCount / 8
      read += run
      written += run
      repeat {
        let (byte, length) = sequence(source, at: read)
        target[written] = byte
        read += length
        written += 1
      } while read + 10 <= count && source[read] == 0x25
    }
    while read < count {
      if !isLast, isCutOff(source, at: read) { break }
      let (byte, length) = count - read > 2 ? sequence(source, at: read) : (source[read], 1)
      target[written] = byte
      read += length
      written += 1
    }
    return (read, written)
  }

  /// The byte that stands for itself or is written as `%XY`, and how many there are of it. Two more must follow it.
  @inline(__always)
  private static func sequence(_ source: UnsafeRawBufferPointer, at place: Int) -> (byte: UInt8, length: Int) {
    let byte = source[place]
    let high = source[place + 1]
    let low = source[place + 2]
    guard byte == 0x25, digitMask(high) & digitMask(low) != 0 else { return (byte, 1) }
    return (value(high) << 4 | value(low), 3)
  }

  /// Whether what follows a `%` may still make a sequence of it.
  private static func isCutOff(_ source: UnsafeRawBufferPointer, at place: Int) -> Bool {
    switch source.count - place {
    case 1: source[place] == 0x25
    case 2: source[place] == 0x25 && digitMask(source[place + 1]) != 0
    default: false
    }
  }

  /// The highest bit of each byte that is zero, exact up to the first one.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// All bits for a hexadecimal digit, none for another byte. Without a branch: which digits are letters can't be foretold.
  @inline(__always)
  private static func digitMask(_ byte: UInt8) -> UInt16 {
    let number = UInt16(byte &- 0x30) &- 10
    let letter = UInt16((byte | 0x20) &- 0x61) &- 6
    return (number | letter) >> 8
  }

  /// Of a hexadecimal digit.
  @inline(__always)
  private static func value(_ digit: UInt8) -> UInt8 { (digit & 15) &+ (digit >> 6) &* 9 }
}
