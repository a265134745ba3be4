/// Threads that stand together, and threads that stay behind.
extension DebuggerState {
  /// The threads that go on with a stopped one: with a breakpoint that stops all threads, the others that it holds.
  func stopGroup(of thread: ThreadState, in process: ProcessState) -> [ThreadState] {
    if thread.id.isCustomFrame, let owner = owner(of: thread.id, in: process) { return [owner] }
    guard let stop = thread.suspension, stop.holdsOthers || stop.isHeld,
      process.suspendedThreads.contains(where: { $0.suspension?.holdsOthers == true })
    else { return [thread] }
    return process.suspendedThreads.filter { other in
      let isOfStop = other.isHeld || other.suspension?.holdsOthers == true
      return other.id == thread.id || isOfStop && !other.isFrozen && !other.id.isCustomFrame
    }
  }

  /// A thread has hit a breakpoint that stops all. Another one that was told to go on and has not said that it does may not
  /// have come to it: it then stands where it stood, and nothing more is heard of it (`pydevd.py`, `_do_wait_suspend`: told to
  /// go and to stop in one round of its loop, it stays in it). It counts as held by the stop, until it says that it goes on.
  mutating func overtakeOrders(_ stopping: ThreadID, in number: ProcessNumber) -> [Effect] {
    var effects: [Effect] = []
    for other in process(number)?.threads ?? ThreadList() where other.id != stopping {
      guard case .resuming(let kind) = other.status, var stop = other.leaving else { continue }
      stop.isHeld = true
      update(number, other.id) { thread in
        thread.takesBackPause = false
        thread.overtaken = OvertakenOrder(
          kind: kind, queuedSteps: thread.queuedSteps, pausesWhenResumed: thread.pausesWhenResumed,
          smartStep: thread.smartStep)
        thread.status = .suspended(stop)
        thread.queuedSteps = []
        thread.pausesWhenResumed = false
        thread.smartStep = nil
      }
      guard kind.isStep else { continue }
      effects += tell(number, "\(other.name) may not have stepped: a breakpoint stopped all threads", isWarning: false)
    }
    return effects
  }

  /// It was on its way after all.
  mutating func putBackOvertaken(_ number: ProcessNumber, _ thread: ThreadID) {
    guard let order = process(number)?.thread(thread)?.overtaken else { return }
    update(number, thread) { thread in
      thread.overtaken = nil
      thread.status = .resuming(order.kind)
      thread.queuedSteps = order.queuedSteps
      thread.pausesWhenResumed = order.pausesWhenResumed
      thread.smartStep = order.smartStep
    }
  }

  /// The thread that a greenlet belongs to: it is named behind the bar of its id.
  private func owner(of greenlet: ThreadID, in process: ProcessState) -> ThreadState? {
    guard let bar = greenlet.rawValue.firstIndex(of: "|") else { return nil }
    let id = ThreadID(String(greenlet.rawValue[greenlet.rawValue.index(after: bar)...]))
    return process.suspendedThreads.first { $0.id == id }
  }

  /// Why a thread can't go on in this way, if it can't.
  func refusal(to kind: ResumeKind, _ thread: ThreadState) -> String? {
    if thread.isFrozen { return "\(thread.name) is frozen; `thaw` it first" }
    if kind.isStep, thread.id.isCustomFrame {
      return "\(thread.name) is a greenlet: pydevd can't step it; select its thread with `thread ID` and step that"
    }
    return nil
  }

  /// Lets all that is stopped in some processes go on, but what is frozen, and takes back the pauses that have not arrived. What
  /// is stepping goes on when the step ends.
  mutating func resume(_ processes: [ProcessState], _ kind: ResumeKind, _ token: RequestToken) -> [Effect] {
    var effects: [Effect] = []
    var isAnyFrozen = false
    var isAnyStepping = false
    for process in processes {
      for thread in process.suspendedThreads where !thread.id.isCustomFrame {
        if thread.isFrozen { isAnyFrozen = true } else { effects += resume(process.number, thread.id, kind) }
      }
      for thread in process.threads where thread.isStepping && !thread.isFrozen {
        isAnyStepping = true
        queue(kind, process.number, thread.id)
      }
      effects += takeBackPauses(of: process, isPausing: { $0.isPausing || process.holdsThreads && $0.mayBeHeld })
    }
    guard effects.isEmpty, !isAnyStepping else { return effects + succeed(token, .null) }
    return fail(token, isAnyFrozen ? "all that is stopped is frozen; `thaw` lets it go on" : "nothing is stopped")
  }

  /// Takes back the pauses of threads that have not come to them. The order to run does it while a thread runs, too: pydevd
  /// asks a thread to stop by a mark on it (`pydevd_process_net_command.py`, `CMD_THREAD_RUN`; `pydevd_comm.py`,
  /// `internal_run_thread`).
  mutating func takeBackPauses(of process: ProcessState, isPausing: (ThreadState) -> Bool) -> [Effect] {
    var effects: [Effect] = []
    for thread in process.threads where !thread.isFrozen && !thread.id.isCustomFrame && isPausing(thread) {
      update(process.number, thread.id) { thread in
        thread.status = .running
        thread.takesBackPause = true
      }
      effects.append(.resume(process.number, thread.id, .continue))
    }
    return effects
  }

  /// A pause that was taken back too late: the thread has stopped, and read the order to run then.
  mutating func isTakenBack(_ number: ProcessNumber, _ report: SuspensionReport) -> Bool {
    guard let thread = process(number)?.thread(report.thread), thread.takesBackPause else { return false }
    let isPause = report.cause == .pause && thread.status == .running
    guard isPause else {
      update(number, report.thread) { $0.takesBackPause = false }
      return false
    }
    lastStop += 1
    let stop = Suspension(stop: StopID(lastStop), reason: .pause, frames: report.frames, isHeld: true)
    update(number, report.thread) { thread in
      thread.leaving = stop
      thread.status = .resuming(.continue)
    }
    return true
  }

  mutating func freeze(_ name: String?, _ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess else { return fail(token, noProcess) }
    guard let thread = thread(named: name, in: process) else { return fail(token, noThread) }
    guard !thread.isFrozen else { return fail(token, "\(thread.name) is frozen already") }
    guard !thread.id.isCustomFrame else {
      return fail(token, "\(thread.name) is a greenlet: it stands and goes with its thread; freeze that")
    }
    update(process.number, thread.id) { thread in
      thread.isFrozen = true
      thread.runsWhenThawed = thread.suspension == nil
    }
    let effects = pause(process.number, thread)
    return effects + succeed(token, self.thread(thread.id, of: process.number))
  }

  mutating func thaw(_ name: String?, _ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess else { return fail(token, noProcess) }
    guard let thread = thread(named: name, in: process) else { return fail(token, noThread) }
    guard thread.isFrozen else { return fail(token, "\(thread.name) is not frozen") }
    update(process.number, thread.id) { $0.isFrozen = false }
    let goesOn = thread.runsWhenThawed && thread.suspension != nil
    if goesOn { update(process.number, thread.id) { $0.runsWhenThawed = false } }
    let effects = goesOn ? resume(process.number, thread.id, .continue) : []
    return effects + succeed(token, self.thread(thread.id, of: process.number))
  }

  /// A pause that a freeze has asked for comes after the thaw: the thread goes on at once.
  mutating func isThawed(_ number: ProcessNumber, _ report: SuspensionReport) -> Bool {
    guard let thread = process(number)?.thread(report.thread), thread.runsWhenThawed, !thread.isFrozen else {
      return false
    }
    update(number, report.thread) { thread in
      thread.runsWhenThawed = false
      if report.cause == .pause { thread.status = .running }
    }
    return report.cause == .pause
  }

  private var noThread: String { "no such thread; `threads` lists them" }

  private func thread(_ id: ThreadID, of number: ProcessNumber) -> ResultValue {
    process(number)?.thread(id).map { threadResult($0, process: number) } ?? .null
  }

  /// A thread by its id, its name or its place in the list; with `nil`, the selected one.
  func thread(named text: String?, in process: ProcessState) -> ThreadState? {
    guard let text else { return selectedThread }
    let threads = process.threads
    return threads[ThreadID(text)] ?? threads.first { $0.name == text }
      ?? Int(text).flatMap { $0 > 0 ? threads.dropFirst($0 - 1).first : nil }
  }
}

extension ProcessState {
  /// A breakpoint that stops all threads has asked those to stop that still run.
  var holdsThreads: Bool { suspendedThreads.contains { $0.suspension?.holdsOthers == true } }
}

extension ThreadState {
  /// It was asked to pause and has not stopped.
  var isPausing: Bool { status == .pausing }

  /// It runs, and no step of it is under way, which the order to run would end.
  var mayBeHeld: Bool { status == .running && leaving == nil }

  /// A step is under way, whether or not the process has said that it began.
  var isStepping: Bool {
    switch status {
    case .resuming(let kind): kind.isStep
    case .running: leaving != nil
    case .suspended, .pausing: false
    }
  }
}
