import CNcurses
import Glibc

/// The standard input of a program that Dialback started: a pipe, whose writing end is here. Lines that the program has not read yet
/// wait for it, behind one another.
final class ProgramInput {
  /// The program's end, for the one that starts it to close.
  let reading: Int32
  private let writer: DescriptorWriter

  /// Bytes that may wait.
  private static let most = 1 << 20

  /// - Returns: `nil` where no descriptor is left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe_open(&ends) == 0 else { return nil }
    reading = ends[0]
    writer = DescriptorWriter(ends[1])
    // A program that reads nothing must not hold up the screen, nor end it by going.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { writer.close() }

  /// Writes a line, all of it or nothing.
  /// - Returns: what went wrong, as a sentence.
  func write(_ line: String) -> String? {
    let waiting = writer.count
    guard waiting == 0 || waiting + line.utf8.count < Self.most else {
      return "the program does not read its input: \(waiting) bytes wait for it, and this line is not sent"
    }
    return writer.write(Array((line + "\n").utf8)) ? nil : "the program has closed its input"
  }
}
