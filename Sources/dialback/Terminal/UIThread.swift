import CNcurses
import DebuggerSession
import Glibc

/// The process's first thread, as the executor of `UIActor`; `UILoop` is what it runs.
final class UIThread: SerialExecutor {
  static let shared = UIThread()

  private struct Queue {
    var work: [UIWork] = []
    var owner: pthread_t?
    /// Calls for the turns of the loop, where it isn't the loop itself that waits.
    var host: SessionThread?
    var isTurnDue = false
  }

  private let queue = Locked(Queue())
  /// Readable when another thread has queued work.
  let wakeDescriptor = wake_open()

  /// Makes the calling thread the UI thread until `UILoop.stop` is called. It must be the process's first one.
  /// - Parameters:
  ///   - withScreen: whether the signals of a terminal are taken too; without it Ctrl-Z stops the process as usual.
  ///   - setup: called before anything else is; it sets the callbacks of the loop.
  /// - Returns: the exit status given to `stop`.
  func run(withScreen: Bool, setup: @UIActor (UILoop) -> Void) -> Int32 {
    queue.withLock { $0.owner = pthread_self() }
    let signals = signals_open(withScreen ? 1 : 0)
    return UIActor.assumeIsolated {
      let loop = UILoop(signals: signals)
      setup(loop)
      return loop.run()
    }
  }

  /// The same with the connections on this thread, too, and without a screen.
  /// - Parameter end: gets the exit status, and ends the process.
  func runWithConnections(setup: @escaping @UIActor (UILoop) -> Void, end: @escaping @Sendable (Int32) -> Never)
    -> Never
  {
    let signals = signals_open(0)
    SessionThread.run { [queue] thread in
      queue.withLock {
        $0.owner = pthread_self()
        $0.host = thread
      }
      UIActor.assumeIsolated {
        let loop = UILoop(signals: signals, host: thread)
        setup(loop)
        loop.begin(on: thread, end: end)
      }
    }
    end(1)
  }

  /// Runs code on the UI thread, in the order of the calls; may be called from any thread.
  func post(_ call: @escaping @UIActor @Sendable () -> Void) { add(.call(call)) }

  func enqueue(_ job: consuming ExecutorJob) { add(.job(UnownedJob(job))) }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  func checkIsolated() {
    precondition(queue.withLock { $0.owner == pthread_self() }, "this code belongs to the UI thread")
  }

  private func add(_ work: UIWork) {
    let (mustWake, host) = queue.withLock { queue in
      queue.work.append(work)
      return (queue.work.count == 1 && queue.owner != pthread_self(), queue.host)
    }
    if host != nil {
      requestTurn()
    } else if mustWake {
      wake_send(wakeDescriptor)
    }
  }

  /// Has the host call for a turn, once for all that is queued until then.
  func requestTurn() {
    let host = queue.withLock { queue in
      defer { queue.isTurnDue = true }
      return queue.isTurnDue ? nil : queue.host
    }
    host?.execute { UIActor.assumeIsolated { UILoop.hosted?.turn() } }
  }

  var hasWork: Bool { queue.withLock { !$0.work.isEmpty } }

  func takeWork() -> [UIWork] {
    queue.withLock { queue in
      defer {
        queue.work = []
        queue.isTurnDue = false
      }
      return queue.work
    }
  }

  /// Puts work back that there was no time for, before what came since.
  func putBack(_ work: ArraySlice<UIWork>) { queue.withLock { $0.work.insert(contentsOf: work, at: 0) } }
}
