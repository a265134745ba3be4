import NIOCore
import PydevdWire

/// The owners of the requests under way: what to do with the reply, and when to stop waiting for it.
struct RequestTable {
  struct Entry {
    let complete: (Result<Frame, any Error>) -> Void
    /// Takes what the process reports while it is at work.
    let report: ((Frame) -> Void)?
    let isLimited: Bool
    var deadline: Scheduled<Void>?

    func finish(_ result: Result<Frame, any Error>) {
      deadline?.cancel()
      complete(result)
    }
  }

  private var entries: [ConnectionMachine.Ticket: Entry] = [:]
  private var next = 1

  mutating func takeTicket() -> ConnectionMachine.Ticket {
    defer { next += 1 }
    return next
  }

  mutating func add(_ ticket: ConnectionMachine.Ticket, _ entry: Entry) { entries[ticket] = entry }

  /// The owner of a request, once. It is to be told outside of the table: it may ask the next thing at once.
  mutating func take(_ ticket: ConnectionMachine.Ticket) -> Entry? { entries.removeValue(forKey: ticket) }

  /// Gives those that are waited for as long as the process is at work another deadline.
  mutating func renew(_ deadline: (ConnectionMachine.Ticket) -> Scheduled<Void>) {
    for (ticket, entry) in entries where !entry.isLimited {
      entry.deadline?.cancel()
      entries[ticket]?.deadline = deadline(ticket)
    }
  }

  func entry(_ ticket: ConnectionMachine.Ticket) -> Entry? { entries[ticket] }

  mutating func takeAll() -> [Entry] {
    defer { entries = [:] }
    return Array(entries.values)
  }
}
