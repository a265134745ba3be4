import Glibc

/// Memory for large texts. The kernel hands it out in pages of 4 KB, each at its first use, which takes three times as long as
/// what is done to it here; where it may give pages of 2 MB, it is asked to.
enum LargePages {
  /// Bytes from which on it is worth a call.
  static let least = 4 << 20

  private static let size: UInt = 2 << 20

  /// Only whole large pages inside of the memory are asked for: what lies beside it keeps its own.
  static func use(for memory: UnsafeRawBufferPointer) {
    #if os(Linux)
      guard let base = memory.baseAddress else { return }
      let first = (UInt(bitPattern: base) + size - 1) / size * size
      let last = (UInt(bitPattern: base) + UInt(memory.count)) / size * size
      guard last > first, let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
      // 14 is MADV_HUGEPAGE. A system without large pages refuses it, which is no harm.
      _ = madvise(start, Int(last - first), 14)
    #endif
  }
}
