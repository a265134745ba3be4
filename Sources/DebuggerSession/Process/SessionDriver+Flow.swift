import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire

extension SessionDriver {
  func resume(_ number: ProcessNumber, _ thread: ThreadID, _ kind: ResumeKind) {
    guard let process = processes[number] else { return }
    let dialect = process.dialect
    processes[number]?.pausesNewThreads = false
    let id = thread.rawValue
    if kind.isStep { processes[number]?.stepping.insert(id) } else { processes[number]?.stepping.remove(id) }
    let isLeaving = process.returning.contains(id)
    with(number) { connection in
      connection.dropWaiting(for: id)
      if let step = isLeaving ? Self.stepOutOfSettrace(kind) : Self.step(kind) {
        connection.send(Step(thread: id, kind: step.nearest(in: dialect)))
        connection.flush()
      } else {
        connection.send(Resume(thread: id))
      }
    }
    if kind.isStep { wakeUpBehindStep(id, of: number) } else { wakeUp(id, of: number) }
  }

  /// Stays awake for the answer to what was sent last, where no other process has to wait for that, and no thread to be woken.
  /// To be called on the thread of the connections, when there is nothing left to do; it comes back with the answer, or soon.
  public nonisolated func lookOut() {
    assumeIsolated { driver in
      guard driver.processes.count == 1, let process = driver.processes.values.first, process.dueWakeUps.isEmpty else {
        return
      }
      process.connection.assumeIsolated { $0.lookOut(for: Self.watch) }
    }
  }

  /// Most steps are over by then.
  private static let watch = TimeAmount.microseconds(600)

  /// The function of the call is at its end: it has no more events, and a step over or out would wait for one for ever
  /// (`pydevd.py`, `settrace`; `pydevd_frame.py`, `trace_dispatch`). A step into ends at the caller's next line.
  private static func stepOutOfSettrace(_ kind: ResumeKind) -> Step.Kind? {
    switch kind {
    case .continue: nil
    case .stepOver, .stepInto, .stepOut, .stepOverMyCode, .stepOutMyCode: .into
    case .stepIntoMyCode: .intoMyCode
    }
  }

  /// `nil` for continue.
  private static func step(_ kind: ResumeKind) -> Step.Kind? {
    switch kind {
    case .continue: nil
    case .stepOver: .over
    case .stepInto: .into
    case .stepOut: .return
    case .stepIntoMyCode: .intoMyCode
    case .stepOverMyCode: .overMyCode
    case .stepOutMyCode: .returnMyCode
    }
  }

  func resumeAll(_ number: ProcessNumber) {
    guard let process = processes[number] else { return }
    processes[number]?.pausesNewThreads = false
    processes[number]?.pausing = []
    processes[number]?.stepping = []
    with(number) { connection in
      process.threads.forEach { connection.dropWaiting(for: $0) }
      if process.dialect.supportsResumeAll {
        connection.send(Resume(thread: nil))
      } else {
        process.threads.sorted().forEach { connection.send(Resume(thread: $0)) }
      }
    }
    for thread in process.stops.keys.sorted() { wakeUp(thread, of: number) }
  }

  func pause(_ thread: String, of number: ProcessNumber) {
    processes[number]?.pausing.insert(thread)
    with(number) { $0.send(Suspend(thread: thread)) }
  }

  func pauseAll(_ number: ProcessNumber) {
    guard let process = processes[number] else { return }
    processes[number]?.pausing.formUnion(process.threads)
    with(number) { connection in
      if process.dialect.supportsResumeAll {
        connection.send(Suspend(thread: nil))
      } else {
        process.threads.sorted().forEach { connection.send(Suspend(thread: $0)) }
      }
    }
    processes[number]?.pausesNewThreads = !process.dialect.supportsResumeAll
  }

  /// Threads are told of some time after they have begun: a pause of all is theirs, too.
  func pauseNew(_ threads: [String], of number: ProcessNumber) {
    guard processes[number]?.pausesNewThreads == true else { return }
    threads.sorted().forEach { pause($0, of: number) }
  }

  /// Ends the process from inside. There is no reply: the connection's end is the answer.
  func kill(_ number: ProcessNumber, _ thread: ThreadID) {
    guard let frame = processes[number]?.stops[thread.rawValue] else { return }
    let statement = "__import__('os')._exit(1)"
    with(number) { connection in
      connection.dropWaiting(for: thread.rawValue)
      connection.request(
        Execute(thread: thread.rawValue, frame: frame, statement: statement), within: settings.requestTimeout
      ) { _ in }
    }
  }
}
