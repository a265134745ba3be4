import DebuggerModel
import PydevdWire

extension SessionProcess {
  /// The meaning of some messages of a process.
  struct Reception {
    var events: [DebuggerEvent] = []
    /// The numbers of the messages that announce a new process.
    var launches: [Int] = []
    /// Threads that were not known.
    var newThreads: [String] = []
    /// Threads have begun or ended.
    var hasOtherThreads = false
    /// What it prints comes here since these messages.
    var isRedirectedNow = false
    /// The threads that have said that they go on, each as often as it did.
    var resumed: [String] = []
    /// Messages that could not be read, with the reasons.
    var failures: [any Error] = []
  }

  /// Takes in messages. The process is changed where it is: a copy of one with tens of thousands of threads would cost more than
  /// all of its messages.
  mutating func take(_ frames: [Frame]) -> Reception {
    var reception = Reception()
    let wasRedirected = isRedirected
    for frame in frames {
      do { try take(frame, &reception) } catch {
        reception.failures.append(error)
        reception.events.append(
          .notice(number, "A message of the process could not be read: \(error)", isWarning: true))
      }
    }
    reception.isRedirectedNow = isRedirected && !wasRedirected
    return reception
  }

  private mutating func take(_ frame: Frame, _ reception: inout Reception) throws {
    let event = try WireEvent.decode(frame, dialect: dialect, memory: &stack)
    switch event {
    case .processCreated(let sequence): reception.launches.append(sequence)
    case .threadResumed(let id, _):
      reception.resumed.append(id)
      // A stop that is over before anybody was asked about it is none.
      openStops.removeAll { $0.report.thread.rawValue == id && !$0.isAsked }
    case .threadKilled(let id): reception.hasOtherThreads = reception.hasOtherThreads || threads.contains(id)
    default: break
    }
    let new = follow(event)
    reception.newThreads += new
    reception.hasOtherThreads = reception.hasOtherThreads || !new.isEmpty
    if endRelease(at: event) { reception.events.append(.released(number)) }
    let isFirst = !translator.hasStopped
    for event in translator.translate(event) where !holdBack(event, isFirst: isFirst) {
      Self.append(event, to: &reception.events)
    }
  }

  /// A print is several messages: what follows each other is put together again.
  private static func append(_ event: DebuggerEvent, to events: inout [DebuggerEvent]) {
    if case .output(let process, let category, let text) = event,
      case .output(process, category, let before)? = events.last
    {
      events[events.count - 1] = .output(process, category, before + text)
    } else {
      events.append(event)
    }
  }
}
