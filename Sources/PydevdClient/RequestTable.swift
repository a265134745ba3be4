import NIOCore
import PydevdWire

/// The owners of the requests under way: what to do with the reply, and when to stop waiting for it.
struct RequestTable {
  struct Entry {
    let complete: (Result<Frame, any Error>) -> Void
    let deadline: Scheduled<Void>?
  }

  private var entries: [ConnectionMachine.Ticket: Entry] = [:]
  private var next = 1

  mutating func takeTicket() -> ConnectionMachine.Ticket {
    defer { next += 1 }
    return next
  }

  mutating func add(_ ticket: ConnectionMachine.Ticket, _ entry: Entry) { entries[ticket] = entry }

  mutating func finish(_ ticket: ConnectionMachine.Ticket, _ result: Result<Frame, any Error>) {
    guard let entry = entries.removeValue(forKey: ticket) else { return }
    entry.deadline?.cancel()
    entry.complete(result)
  }

  mutating func finishAll(_ error: any Error) {
    let all = entries
    entries = [:]
    for entry in all.values {
      entry.deadline?.cancel()
      entry.complete(.failure(error))
    }
  }
}
