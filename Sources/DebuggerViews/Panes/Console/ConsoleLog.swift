import DebuggerModel
import TerminalGrid

/// The console as lines. Each stream of each process builds its own, so that a half line of one is never continued by
/// another; the oldest lines go when there are too many.
struct ConsoleLog: Sendable {
  /// Lines kept at least, once there are so many. A fifth more may gather before the front is cut off: cutting costs as
  /// much as all that stays.
  var limit = 100_000
  /// The same in bytes: a line may have a text of 32,768, and a colour for each of its characters.
  var byteLimit = 64 << 20

  private struct Stream: Hashable {
    let process: ProcessNumber?
    let category: OutputCategory
  }

  /// Which lines are taken in.
  private(set) var filter = ConsoleLineFilter()
  private var finished: [ConsoleLine] = []
  private var bytes = 0
  private var builders: [Stream: AnsiLineBuilder] = [:]
  /// The streams that have a half line, the one written to last at the end.
  private var open: [Stream] = []
  private var nextChunk = 0
  /// Lines that are gone from the front: the number of the first line that is kept.
  private(set) var dropped = 0

  /// The number after the one of the last line; lines keep their numbers when others are dropped.
  var end: Int { dropped + finished.count + open.count }
  var numbers: Range<Int> { dropped..<end }

  /// The line with a number, half lines after all others.
  subscript(number: Int) -> ConsoleLine? {
    let index = number - dropped
    if finished.indices.contains(index) { return finished[index] }
    guard open.indices.contains(index - finished.count) else { return nil }
    let stream = open[index - finished.count]
    return ConsoleLine(process: stream.process, category: stream.category, runs: builders[stream]?.current ?? [])
  }

  /// The text of all lines; one that was broken for its length is one.
  /// - Parameter tag: what stands before a line.
  func text(_ tag: (ConsoleLine) -> String) -> String {
    var (text, last) = ("", ConsoleLine?.none)
    for line in numbers.lazy.compactMap({ self[$0] }) {
      let goesOn = last.map { $0.goesOn && $0.process == line.process && $0.category == line.category } ?? false
      if last != nil, !goesOn { text += "\n" }
      text += goesOn ? line.text : tag(line) + line.text
      last = line
    }
    return last == nil ? "" : text + "\n"
  }

  /// Takes in what has come since the last time.
  mutating func absorb(_ console: Console) {
    guard console.nextIndex != nextChunk else { return }
    for chunk in console.chunks(from: nextChunk) {
      if chunk.index > nextChunk { addGap() }
      nextChunk = chunk.index + 1
      if filter.takes(chunk.process, chunk.category) { add(chunk) }
    }
    trim()
  }

  /// The same with some lines only; what comes later is sifted, too.
  func filtered(_ filter: ConsoleLineFilter) -> ConsoleLog {
    var log = self
    log.filter = filter
    log.finished = finished.filter { filter.takes($0.process, $0.category) }
    log.bytes = log.finished.reduce(0) { $0 + $1.bytes }
    log.open = open.filter { filter.takes($0.process, $0.category) }
    return log
  }

  private mutating func add(_ chunk: ConsoleChunk) {
    let stream = Stream(process: chunk.process, category: chunk.category)
    let lines = builders[stream, default: AnsiLineBuilder()].append(chunk.text)
    for line in lines {
      finish(
        ConsoleLine(process: chunk.process, category: chunk.category, runs: line.runs, goesOn: line.goesOn))
    }
    let hasHalf = builders[stream]?.current.isEmpty == false
    if open.last == stream, hasHalf { return }
    open.removeAll { $0 == stream }
    if hasHalf { open.append(stream) }
  }

  /// Output came and went faster than it was looked at.
  private mutating func addGap() {
    let run = AnsiRun(text: "some output was dropped here", style: AnsiStyle())
    finish(ConsoleLine(process: nil, category: .warning, runs: [run]))
  }

  private mutating func finish(_ line: ConsoleLine) {
    finished.append(line)
    bytes += line.bytes
  }

  private mutating func trim() {
    guard finished.count > limit + limit / 5 || bytes > byteLimit + byteLimit / 5 else { return }
    var gone = 0
    while finished.count - gone > limit || bytes > byteLimit, gone < finished.count {
      bytes -= finished[gone].bytes
      gone += 1
    }
    finished.removeFirst(gone)
    dropped += gone
  }
}
