import Glibc

/// The standard input of a program that Dialback started: a pipe, whose writing end is here.
final class ProgramInput {
  /// The program's end, for the one that starts it to close.
  let reading: Int32
  private let writing: Int32

  /// - Returns: `nil` where no descriptor is left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
    // A program that reads nothing must not hold up the screen, nor end it by going.
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { close(writing) }

  /// Writes a line.
  /// - Returns: what went wrong, as a sentence.
  func write(_ line: String) -> String? {
    let bytes = Array((line + "\n").utf8)
    let count = Glibc.write(writing, bytes, bytes.count)
    if count == bytes.count { return nil }
    return count < 0 && errno == EPIPE
      ? "the program has closed its input" : "the program does not read its input: the line is lost"
  }
}
