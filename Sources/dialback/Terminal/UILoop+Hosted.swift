import CNcurses
import DebuggerSession
import Glibc

/// The loop where the thread of the connections is its own: it doesn't wait, it is called for. There is no screen then, and
/// nobody whose keys would have to wait behind what a process sends.
extension UILoop {
  /// The loop of this process, where it is such a one.
  static private(set) var hosted: UILoop?

  /// Starts a thread for signals and standard input, and makes the first turn.
  /// - Parameter end: gets the status given to `stop`, and ends the process.
  func begin(on host: SessionThread, end: @escaping @Sendable (Int32) -> Never) {
    Self.hosted = self
    onStop = end
    InputThread(host: host, signals: signals, readsInput: readsInput).start()
    turn()
  }

  /// One turn: all that is due now.
  func turn() {
    guard let host else { return }
    runWork()
    runTimers()
    if let exitStatus {
      onTurn?()
      onStop?(exitStatus)
    }
    if UIThread.shared.hasWork {
      UIThread.shared.requestTurn()
    } else {
      endTurns(host)
    }
  }

  /// Nothing is left to do: what was to be sent goes first, then what was told.
  private func endTurns(_ host: SessionThread) {
    waitForTimers(host)
    host.execute {
      UIActor.assumeIsolated {
        guard !UIThread.shared.hasWork else { return }
        // The process that was given an order may wait for this processor: it goes first.
        sched_yield()
        Self.hosted?.onTurn?()
      }
    }
  }

  private func waitForTimers(_ host: SessionThread) {
    guard let due = nextDue, hostedDue.map({ due < $0 }) ?? true else { return }
    hostedDue = due
    host.execute(after: max(0, min(60, due - MonotonicTime.now))) {
      UIActor.assumeIsolated {
        guard let loop = Self.hosted else { return }
        if loop.hostedDue == due { loop.hostedDue = nil }
        loop.turn()
      }
    }
  }
}

/// Waits for signals and standard input on a thread of its own, and has them taken in on that of the loop.
private struct InputThread {
  let host: SessionThread
  let signals: Int32
  let readsInput: Bool

  func start() {
    var thread = pthread_t()
    let call = Unmanaged.passRetained(Call { run() })
    pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<Call>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, call.toOpaque())
    pthread_detach(thread)
  }

  private final class Call {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private func run() {
    var isInputOver = !readsInput
    var isHeld = false
    let wake = UIThread.shared.wakeDescriptor
    while true {
      let events = Int16(POLLIN)
      // While it is held up nothing is read; the end of that wakes this thread.
      var descriptors = [
        pollfd(fd: signals, events: events, revents: 0),
        pollfd(fd: isInputOver || isHeld ? -1 : STDIN_FILENO, events: events, revents: 0),
        pollfd(fd: wake, events: events, revents: 0),
      ]
      guard wake_wait(&descriptors, descriptors.count, -1) > 0 else { continue }
      if descriptors[2].revents != 0 { wake_take(wake) }
      let hasSignals = descriptors[0].revents != 0
      let bytes = descriptors[1].revents != 0 ? UILoop.readBytes() : nil
      if bytes?.isEmpty == true { isInputOver = true }
      isHeld = host.perform {
        UIActor.assumeIsolated { UILoop.hosted?.take(signals: hasSignals, input: bytes) ?? false }
      }
    }
  }
}

extension UILoop {
  /// - Returns: whether no more of standard input is to be read for now.
  fileprivate func take(signals: Bool, input: [UInt8]?) -> Bool {
    if signals { takeSignals() }
    if let input { if input.isEmpty { endInput() } else { receive(input) } }
    turn()
    return holdsInput
  }
}
