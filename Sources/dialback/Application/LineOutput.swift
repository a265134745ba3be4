import CNcurses
import Glibc

/// Writes whole lines to standard output, and notes to standard error. Nobody waits for a reader that stands still; one that has gone
/// away ends nothing: the rest is dropped.
final class LineOutput {
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
  func put(_ text: String) { Self.output.write(Array(text.utf8)) }

  /// A line for people, on standard error; where that is the same file as standard output, behind all of it, on a line of its own.
  /// It may hold parts of files of anybody's.
  static func note(_ line: String) {
    let bytes = Array((PlainText.visibleLine(line) + "\n").utf8)
    guard isOneFile else { return _ = error.write(bytes) }
    output.write((output.isLineOpen ? [0x0a] : []) + bytes)
  }

  /// The reader of standard output is far behind.
  static var isBehind: Bool { output.isBehind }

  /// Calls once, on any thread, when the reader of standard output has caught up.
  static func whenCaughtUp(_ call: @escaping @Sendable () -> Void) { output.whenCaughtUp(call) }

  // MARK: The end

  /// Seconds without a reader after which an end that a signal has asked for waits no longer.
  private static let patience = 0.5
  private static let pause: Int64 = 5_000_000

  /// Waits until all is written.
  /// - Parameter isUrgent: a signal wants the process to end: a reader that stands still is not waited for.
  static func finish(isUrgent: Bool) {
    for writer in [output, error] {
      var left = writer.count
      var since = MonotonicTime.now
      while left > 0 {
        if isUrgent || signals_end_waits() != 0, MonotonicTime.now - since > patience {
          writer.giveUp()
          break
        }
        _ = wake_wait(nil, 0, pause)
        let now = writer.count
        if now != left { since = MonotonicTime.now }
        left = now
      }
    }
  }

  /// Says why something could not be written.
  /// - Returns: whether that is so.
  static func reportsFailure() -> Bool {
    guard let reason = output.failure else { return false }
    note("dialback: standard output can't be written (\(reason)): what came after that is lost")
    return true
  }

  private static let output: DescriptorWriter = {
    // Whoever ends the process has not lost what was said.
    atexit { LineOutput.finish(isUrgent: false) }
    return DescriptorWriter(STDOUT_FILENO)
  }()
  private static let error: DescriptorWriter = {
    atexit { LineOutput.finish(isUrgent: false) }
    return DescriptorWriter(STDERR_FILENO)
  }()

  /// Looked at each time: standard error is another file while the screen is up.
  private static var isOneFile: Bool {
    var (first, second) = (stat(), stat())
    guard fstat(STDOUT_FILENO, &first) == 0, fstat(STDERR_FILENO, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
