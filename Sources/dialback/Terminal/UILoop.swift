import CNcurses
import DebuggerSession
import Glibc
import TerminalGrid

/// The poll loop of the UI thread. Keys are handled on it directly and never queue behind network events; it serves batch
/// mode as well, with no terminal.
@UIActor
final class UILoop {
  /// Bytes of standard input as they were read, where nobody asked for events; an empty array at its end.
  var onInput: (@UIActor ([UInt8]) -> Void)?
  /// Keys, pastes and the mouse. Standard input is only read while this or `onInput` is set.
  var onEvents: (@UIActor ([InputEvent]) -> Void)?
  /// Standard input is over: the terminal has hung up.
  var onInputEnd: (@UIActor () -> Void)?
  var onSignal: (@UIActor (Int32) -> Void)?
  /// Paints; called when a frame that `setNeedsFrame` asked for is due.
  var onFrame: (@UIActor () -> Void)?
  /// Called at the end of each turn of the loop.
  var onTurn: (@UIActor () -> Void)?
  /// For the terminal's type, where that matters.
  var decoder = InputDecoder()

  let signals: Int32
  var isInputOver = false
  /// When nothing follows the bytes that the decoder holds back.
  var flushDeadline: Double?
  /// When the terminal has answered, if it ever does.
  var answersDue = 0.0
  private var frames = FramePacing()
  private var timers = TimerQueue()
  var exitStatus: Int32?

  /// Seconds of queued work after which input is looked at again.
  private static let mostWork = 0.004

  /// What calls for the turns, where the loop doesn't wait itself.
  let host: SessionThread?
  /// Gets the status given to `stop`, there.
  var onStop: ((Int32) -> Never)?
  /// There is more to do already than is to be kept: no more of standard input is read meanwhile.
  var holdsInput = false {
    didSet { if oldValue, !holdsInput { wake_send(UIThread.shared.wakeDescriptor) } }
  }
  /// When `host` calls for a turn by itself.
  var hostedDue: Double?

  /// - Parameters:
  ///   - signals: the descriptor of `signals_open`.
  ///   - host: the thread of the connections, where it is this one.
  init(signals: Int32, host: SessionThread? = nil) {
    self.signals = signals
    self.host = host
  }

  /// Ends the loop after what runs now.
  func stop(_ status: Int32) { exitStatus = status }

  /// Asks for a frame: at once where a person waits for it, else as often as the eye can see.
  /// - Parameter urgent: whether a person waits. What happens shortly after a key is urgent anyway.
  func setNeedsFrame(urgent: Bool = false) { frames.request(at: MonotonicTime.now, urgent: urgent) }

  /// Asks for a frame that the next thing to happen will make needless.
  func setNeedsFrameLater() { frames.requestLater(at: MonotonicTime.now) }

  /// Calls something once, after so many seconds.
  /// - Returns: what cancels it.
  @discardableResult
  func schedule(after seconds: Double, _ call: @escaping @UIActor () -> Void) -> TimerID {
    timers.add(at: MonotonicTime.now + seconds, call)
  }

  func cancel(_ timer: TimerID) { timers.remove(timer) }

  /// - Returns: the status given to `stop`.
  func run() -> Int32 {
    while true {
      onTurn?()
      if let exitStatus { return exitStatus }
      let ready = wait(nextDue)
      if ready.signals { takeSignals() }
      if ready.input { readInput() }
      flushDecoder()
      runWork()
      runTimers()
      paint()
    }
  }

  /// When the next thing is due, however much comes in until then; `nil` for never.
  var nextDue: Double? { [frames.due, timers.next, flushDeadline].compactMap(\.self).min() }

  /// A person looks at the screen now: a key was pressed, or a process has stopped.
  func attend() { frames.attend(at: MonotonicTime.now) }

  func takeSignals() {
    while case let number = signals_take(), number != 0 { onSignal?(number) }
  }

  func runWork() {
    let end = MonotonicTime.now + Self.mostWork
    let work = UIThread.shared.takeWork()
    for (index, item) in work.enumerated() {
      switch item {
      case .job(let job): job.runSynchronously(on: UIThread.shared.asUnownedSerialExecutor())
      case .call(let call): call()
      }
      if MonotonicTime.now > end || exitStatus != nil { return UIThread.shared.putBack(work[(index + 1)...]) }
    }
  }

  func runTimers() {
    for call in timers.takeDue(MonotonicTime.now) { call() }
  }

  private func paint() {
    guard frames.begin(at: MonotonicTime.now) else { return }
    // Where another thread was given something to send and waits for this processor, it goes first: a frame takes longer.
    sched_yield()
    onFrame?()
    frames.end(at: MonotonicTime.now)
  }
}
