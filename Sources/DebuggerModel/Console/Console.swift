import DequeModule

/// Where a piece of console text comes from.
public enum OutputCategory: String, Equatable, Sendable {
  case stdout, stderr
  /// Dialback's own words: the banner, connections, notices.
  case message
  case warning
}

/// A piece of console text, as it arrived: not lines, and possibly with escape sequences in it.
public struct ConsoleChunk: Equatable, Sendable {
  /// Counts up from 0 over the whole run.
  public let index: Int
  public let process: ProcessNumber?
  public let category: OutputCategory
  public let text: String
}

/// What the processes have written, bounded: the oldest goes first, and how much went is known.
public struct Console: Equatable, Sendable {
  private var chunks: Deque<ConsoleChunk> = []
  private var bytes = 0
  /// Bytes of text kept at most.
  public let limit: Int
  /// Bytes of text dropped so far.
  public private(set) var droppedBytes = 0
  /// The index that the next chunk gets.
  public private(set) var nextIndex = 0

  public init(limit: Int = 8 << 20) { self.limit = limit }

  public mutating func append(_ text: String, process: ProcessNumber?, category: OutputCategory) {
    guard !text.isEmpty else { return }
    chunks.append(ConsoleChunk(index: nextIndex, process: process, category: category, text: text))
    nextIndex += 1
    bytes += text.utf8.count
    while bytes > limit, chunks.count > 1 {
      let gone = chunks.removeFirst().text.utf8.count
      bytes -= gone
      droppedBytes += gone
    }
  }

  /// The chunks from an index on, as far as they are still kept.
  public func chunks(from index: Int) -> [ConsoleChunk] {
    let first = nextIndex - chunks.count
    return Array(chunks.dropFirst(max(0, index - first)))
  }
}
