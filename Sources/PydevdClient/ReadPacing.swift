import NIOCore
import PydevdWire

/// A program that prints sends two messages for each line, and each would wake the thread that reads: half of the processor that
/// a flood takes. While one is on, the socket is read again only after a pause; what comes meanwhile waits in the kernel, which
/// acknowledges it all the same. Anything but output ends it. Pure: who owns it has the clock.
struct ReadPacing {
  /// Between the end of a read and the next one.
  static let pause = TimeAmount.milliseconds(3)

  /// So many messages of output make a flood, within a span.
  private static let messages = 16
  private static let span = TimeAmount.milliseconds(10)
  /// A read of so many bytes leaves more behind: there is nothing to wait for.
  private static let large = 1 << 14

  private var spanBegan = NIODeadline.distantPast
  private var count = 0
  private var isFlood = false

  /// Takes note of what one read has brought.
  /// - Returns: whether the next read is to wait.
  mutating func take(_ frames: [Frame], bytes: Int, at now: NIODeadline) -> Bool {
    guard frames.allSatisfy({ $0.command == .writeToConsole }) else {
      self = ReadPacing()
      return false
    }
    let span = now - spanBegan
    if span >= Self.span {
      isFlood = count >= Self.messages && span < Self.span * 2
      spanBegan = now
      count = 0
    }
    count += frames.count
    return isFlood && bytes < Self.large
  }
}
