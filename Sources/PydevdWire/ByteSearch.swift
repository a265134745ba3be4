import Glibc

extension UnsafeRawBufferPointer {
  /// Where a byte stands first, counted from the beginning; `start` is where the search begins.
  func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return base.distance(to: UnsafeRawPointer(found))
  }

  /// A part, counted from the beginning.
  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }

  /// Whether these are the bytes of a text.
  @inline(__always)
  func isText(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    guard let baseAddress else { return true }
    return memcmp(baseAddress, text.utf8Start, count) == 0
  }

  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    guard let baseAddress, let otherAddress = other.baseAddress else { return true }
    return memcmp(baseAddress, otherAddress, count) == 0
  }

  /// How many bytes at the end of both are the same.
  func commonEnd(with other: UnsafeRawBufferPointer) -> Int {
    let most = Swift.min(count, other.count)
    let word = MemoryLayout<UInt64>.size
    var same = 0
    while same + word <= most,
      loadUnaligned(fromByteOffset: count - same - word, as: UInt64.self)
        == other.loadUnaligned(fromByteOffset: other.count - same - word, as: UInt64.self)
    {
      same += word
    }
    while same < most, self[count - same - 1] == other[other.count - same - 1] { same += 1 }
    return same
  }
}
