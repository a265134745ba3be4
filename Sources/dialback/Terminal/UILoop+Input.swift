import CNcurses
import Glibc
import TerminalGrid

extension UILoop {
  /// Seconds after which an escape byte is the key Esc.
  private static let escapeDelay = 0.025

  var readsInput: Bool { !isInputOver && (onEvents != nil || onInput != nil) }

  /// Waits for signals, input, or work of other threads.
  /// - Parameter due: when to come back at the latest.
  func wait(_ due: Double?) -> (signals: Bool, input: Bool) {
    let events = Int16(POLLIN)
    let wake = UIThread.shared.wakeDescriptor
    var descriptors = [
      pollfd(fd: wake, events: events, revents: 0), pollfd(fd: signals, events: events, revents: 0),
      pollfd(fd: readsInput ? STDIN_FILENO : -1, events: events, revents: 0),
    ]
    guard wake_wait(&descriptors, descriptors.count, nanoseconds(until: due)) > 0 else { return (false, false) }
    if descriptors[0].revents != 0 { wake_take(wake) }
    return (descriptors[1].revents != 0, descriptors[2].revents != 0)
  }

  /// From now; -1 for no end.
  private func nanoseconds(until due: Double?) -> Int64 {
    if UIThread.shared.hasWork { return 0 }
    guard let due else { return -1 }
    return Int64(max(0, min(60, due - MonotonicTime.now)) * 1_000_000_000)
  }

  func readInput() {
    guard let bytes = Self.readBytes() else { return }
    if bytes.isEmpty { endInput() } else { receive(bytes) }
  }

  /// What standard input has now; none at its end, and `nil` where there is nothing yet.
  nonisolated static func readBytes() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return Array(bytes[..<max(0, count)])
  }

  func receive(_ bytes: [UInt8]) {
    guard let onEvents else {
      onInput?(bytes)
      return
    }
    attend()
    let events = decoder.feed(bytes)
    escapeDeadline = decoder.isPending ? MonotonicTime.now + Self.escapeDelay : nil
    if !events.isEmpty { onEvents(events) }
  }

  /// What the decoder holds back is a key of its own when nothing follows it.
  func flushDecoder() {
    guard let deadline = escapeDeadline, MonotonicTime.now >= deadline else { return }
    escapeDeadline = nil
    let events = decoder.flush()
    if !events.isEmpty { onEvents?(events) }
  }

  func endInput() {
    isInputOver = true
    if onEvents == nil { onInput?([]) }
    onInputEnd?()
  }
}
