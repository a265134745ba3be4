import Glibc

/// Writes whole lines to standard output. A reader that has gone away ends nothing: the rest is dropped.
final class LineOutput {
  private var isBroken = false

  func write(_ line: String) { put(line + "\n") }

  /// Writes what isn't a whole line, or not yet.
  func put(_ text: String) {
    guard !isBroken else { return }
    if !Self.write(text, to: STDOUT_FILENO) { isBroken = true }
  }

  /// A line for people, on standard error.
  static func note(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, 1000)
        continue
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
