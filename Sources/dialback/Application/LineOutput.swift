import Glibc

/// Writes whole lines to standard output. A reader that has gone away ends nothing: the rest is dropped.
final class LineOutput {
  private var isBroken = false
  /// Lines that are not written yet.
  private var kept = ""

  /// Bytes of kept lines from which on they are written at once.
  private static let most = 1 << 16

  func write(_ line: String) { put(line + "\n") }

  /// Keeps a line for `flush`: many small writes would wake their reader as often.
  func keep(_ line: String) {
    kept += line
    kept += "\n"
    if kept.utf8.count >= Self.most { flush() }
  }

  /// Writes the lines that were kept.
  func flush() {
    guard !kept.isEmpty else { return }
    let lines = kept
    kept = ""
    put(lines)
  }

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
