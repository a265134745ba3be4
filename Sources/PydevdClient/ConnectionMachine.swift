import DequeModule
import PydevdWire

/// The conversation with one process as a pure state machine: it numbers, orders, holds back and matches; it does no I/O and
/// knows no clock.
///
/// What it has to know of the other side (protocol.md, sections 1 and 22):
/// - fabioz's pydevd serves the waiting requests of a stopped thread one each 200 ms, so only one is in flight a thread;
/// - pydevd-pycharm's reader (`pydevd_comm.py`, `ReaderThread`) decodes each `recv(1024)` alone and dies of a character that is
///   split there: a message with such characters goes alone, behind a barrier, at most 1,024 bytes long.
struct ConnectionMachine {
  /// Names a request for its owner.
  typealias Ticket = Int

  struct Outgoing: Equatable {
    let command: CommandID
    let payload: String
    /// `nil` for what has no reply.
    let ticket: Ticket?
    /// The stopped thread that has to serve it.
    let thread: String?
  }

  enum Action: Equatable {
    case write([UInt8])
    case complete(Ticket, Frame)
    /// The process is still at work on a request.
    case report(Ticket, Frame)
    case deliver(Frame)
    case refuse(Ticket?, String)
  }

  /// How many bytes pydevd-pycharm reads at once.
  static let fragileChunk = 1024

  private var nextSequence = 1
  private var pending = PendingRequests()
  private var waiting: [String: Deque<Outgoing>] = [:]
  private var busyThreads: Set<String> = []
  private var held: Deque<Outgoing> = []
  /// The number of the barrier whose reply is awaited; nothing is sent meanwhile.
  private var barrier: Int?
  /// The other side has read everything: the last thing sent was a barrier, and it was answered.
  private var isQuiet = true
  var dialect: Dialect?

  /// Whether a thread has requests to serve.
  func isServed(by thread: String) -> Bool { pending.isServed(by: thread) }

  /// A message is to be sent; the actions say what goes out now.
  mutating func send(_ message: Outgoing) -> [Action] {
    if barrier != nil {
      held.append(message)
      return []
    }
    if let thread = message.thread, message.ticket != nil, dialect?.drainsRequestsTogether != true {
      guard !busyThreads.contains(thread) else {
        waiting[thread, default: []].append(message)
        return []
      }
      busyThreads.insert(thread)
    }
    return write(message)
  }

  private mutating func write(_ message: Outgoing) -> [Action] {
    guard needsGuard(message) else {
      isQuiet = false
      return [.write(line(message))]
    }
    guard isQuiet else {
      held.append(message)
      return [.write(sendBarrier())]
    }
    let bytes = line(message)
    guard bytes.count <= Self.fragileChunk else {
      if let ticket = message.ticket { pending.remove(ticket: ticket) }
      return [.refuse(message.ticket, message.payload)]
    }
    return [.write(bytes + sendBarrier())]
  }

  private func needsGuard(_ message: Outgoing) -> Bool { dialect?.needsGuard(message.payload) == true }

  private mutating func line(_ message: Outgoing) -> [UInt8] {
    let sequence = takeSequence()
    if let ticket = message.ticket { pending.add(sequence, ticket, thread: message.thread) }
    return encode(command: message.command, sequence: sequence, payload: message.payload)
  }

  private mutating func sendBarrier() -> [UInt8] {
    let sequence = takeSequence()
    barrier = sequence
    return encode(command: .listThreads, sequence: sequence, payload: "")
  }

  private mutating func takeSequence() -> Int {
    defer { nextSequence += 2 }
    return nextSequence
  }

  /// A message has come in: a reply is matched by its number alone, whatever its command.
  mutating func receive(_ frame: Frame) -> [Action] {
    if frame.sequence == barrier {
      barrier = nil
      isQuiet = true
      return releaseHeld()
    }
    if frame.command == .computing {
      return pending.ticket(of: frame.sequence).map { [.report($0, frame)] } ?? []
    }
    guard let found = pending.remove(sequence: frame.sequence) else { return [.deliver(frame)] }
    return [.complete(found.ticket, frame)] + threadIsFree(found.frees)
  }

  /// Nobody waits for a request any more; its thread's next one may go.
  mutating func abandon(_ ticket: Ticket) -> [Action] {
    for (thread, queue) in waiting where queue.contains(where: { $0.ticket == ticket }) {
      waiting[thread]?.removeAll { $0.ticket == ticket }
      return []
    }
    held.removeAll { $0.ticket == ticket }
    return threadIsFree(pending.remove(ticket: ticket)?.frees)
  }

  /// The barrier was not answered in time: go on without it rather than never.
  mutating func abandonBarrier() -> [Action] {
    guard barrier != nil else { return [] }
    barrier = nil
    isQuiet = true
    return releaseHeld()
  }

  var isWaitingForBarrier: Bool { barrier != nil }

  private mutating func threadIsFree(_ thread: String?) -> [Action] {
    guard let thread, busyThreads.remove(thread) != nil else { return [] }
    guard let next = waiting[thread]?.popFirst() else { return [] }
    return send(next)
  }

  private mutating func releaseHeld() -> [Action] {
    var actions: [Action] = []
    while barrier == nil, let next = held.popFirst() { actions += sendHeld(next) }
    return actions
  }

  /// A held message already has its thread's turn where it was held by the barrier itself.
  private mutating func sendHeld(_ message: Outgoing) -> [Action] {
    if needsGuard(message) { return write(message) }
    return send(message)
  }

  /// The thread goes on: what still waits for it would be served at a later stop, so it is taken back.
  /// - Returns: what is not waited for any more.
  mutating func dropWaiting(for thread: String) -> [Ticket] {
    let dropped = waiting.removeValue(forKey: thread)?.compactMap(\.ticket) ?? []
    busyThreads.remove(thread)
    return dropped + pending.letGo(thread)
  }
}
