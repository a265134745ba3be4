import CNcurses
import Glibc
import TerminalGrid

extension UILoop {
  /// Seconds after the questions in which their answers come, or never.
  private static let answerDelay = 1.0

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
    let pause = UIThread.shared.hasWork ? 0 : nanoseconds(until: due)
    guard wake_wait(&descriptors, descriptors.count, pause) > 0 else { return (false, false) }
    if descriptors[0].revents != 0 { wake_take(wake) }
    return (descriptors[1].revents != 0, descriptors[2].revents != 0)
  }

  /// From now; -1 for no end.
  private func nanoseconds(until due: Double?) -> Int64 {
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
    flushDeadline = decoder.flushDelay.map { MonotonicTime.now + $0 }
    if !events.isEmpty { onEvents(events) }
  }

  /// Decodes the input of a terminal that was just asked `PasteBrackets.questions`.
  func expectAnswers(_ terminal: String) {
    decoder = InputDecoder(terminal: terminal, isAsking: true)
    answersDue = MonotonicTime.now + Self.answerDelay
    schedule(after: Self.answerDelay) { [self] in
      let events = decoder.endQuestions()
      if !events.isEmpty { onEvents?(events) }
    }
  }

  /// Takes in the answers that are still due, so that the program which reads next, mostly a shell, does not get them.
  /// - Returns: what else has come.
  func takeAnswers() -> [InputEvent] {
    var events: [InputEvent] = []
    while decoder.isAsking, !isInputOver, MonotonicTime.now < answersDue {
      var descriptors = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
      guard wake_wait(&descriptors, 1, nanoseconds(until: answersDue)) > 0 else { continue }
      guard let bytes = Self.readBytes() else { continue }
      if bytes.isEmpty { break }
      events += decoder.feed(bytes)
    }
    return events
  }

  /// What the decoder holds back is a key of its own when nothing follows it.
  func flushDecoder() {
    guard let deadline = flushDeadline, MonotonicTime.now >= deadline else { return }
    flushDeadline = nil
    let events = decoder.flush()
    if !events.isEmpty { onEvents?(events) }
  }

  func endInput() {
    isInputOver = true
    if onEvents == nil { onInput?([]) }
    onInputEnd?()
  }
}
