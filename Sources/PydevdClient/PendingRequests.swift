import DequeModule

/// The requests that were sent and not answered. A process may leave as many unanswered as it likes, so nothing here looks through
/// all of them.
struct PendingRequests {
  typealias Ticket = ConnectionMachine.Ticket

  struct Entry {
    let ticket: Ticket
    /// Who serves it; it does so before an order to step, too.
    let thread: String?
    /// The thread's next request waits for this one's reply.
    fileprivate(set) var holdsUp = true

    /// Whose next request may go when it is done with.
    var frees: String? { holdsUp ? thread : nil }
  }

  private var entries: [Int: Entry] = [:]
  private var sequences: [Ticket: Int] = [:]
  /// How many each thread has to serve.
  private var counts: [String: Int] = [:]
  /// Those of each thread that hold it up.
  private var holding: [String: Set<Int>] = [:]
  /// Those of each thread that it had when it went on, the oldest first, and some that have been answered since.
  private var left: [String: Deque<Int>] = [:]

  /// So many of a thread's may be answered late. Each is a deadline and an owner that waits.
  private static let mostLeft = 64

  mutating func add(_ sequence: Int, _ ticket: Ticket, thread: String?) {
    entries[sequence] = Entry(ticket: ticket, thread: thread)
    sequences[ticket] = sequence
    guard let thread else { return }
    counts[thread, default: 0] += 1
    holding[thread, default: []].insert(sequence)
  }

  func ticket(of sequence: Int) -> Ticket? { entries[sequence]?.ticket }

  func isServed(by thread: String) -> Bool { counts[thread] != nil }

  @discardableResult
  mutating func remove(sequence: Int) -> Entry? {
    guard let entry = entries.removeValue(forKey: sequence) else { return nil }
    sequences[entry.ticket] = nil
    guard let thread = entry.thread else { return entry }
    counts[thread] = counts[thread].flatMap { $0 > 1 ? $0 - 1 : nil }
    if counts[thread] == nil { left[thread] = nil }
    holding[thread]?.remove(sequence)
    if holding[thread]?.isEmpty == true { holding[thread] = nil }
    return entry
  }

  @discardableResult
  mutating func remove(ticket: Ticket) -> Entry? { sequences[ticket].flatMap { remove(sequence: $0) } }

  /// The thread goes on: those that it has may never be answered now, and say nothing about its next turn.
  /// - Returns: those of earlier turns that are given up, since there are too many of them.
  mutating func letGo(_ thread: String) -> [Ticket] {
    guard let turn = holding.removeValue(forKey: thread) else { return [] }
    for sequence in turn { entries[sequence]?.holdsUp = false }
    left[thread, default: []] += turn.sorted()
    var given: [Ticket] = []
    while let count = left[thread]?.count, count > Self.mostLeft, let oldest = left[thread]?.popFirst() {
      if let entry = remove(sequence: oldest) { given.append(entry.ticket) }
    }
    return given
  }
}
