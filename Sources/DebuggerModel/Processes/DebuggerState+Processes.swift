extension DebuggerState {
  mutating func connected(_ number: ProcessNumber, _ identity: ProcessIdentity) -> [Effect] {
    forgetSources()
    if processes.isEmpty, connectionCount > 0 { beginAgain() }
    let place = processes.firstIndex { $0.number > number } ?? processes.endIndex
    processes.insert(ProcessState(number: number, identity: identity), at: place)
    connectionCount += 1
    if selectedProcess == nil { select(process: number) }
    let (reading, files) = readBreakpointFiles()
    update(number) { $0.awaitedFiles = files }
    let placing = reading + arm(number) + findFunctions() + configuring(number)
    return placing + runWhereDue(number)
  }

  /// Resets the hit counts of a program that is started again, and takes its breakpoints as set where they are now.
  private mutating func beginAgain() {
    for index in breakpoints.indices {
      if program != nil { breakpoints[index].hits = 0 }
      breakpoints[index].movedFrom = nil
    }
    if program != nil { for index in exceptionBreakpoints.indices { exceptionBreakpoints[index].hits = 0 } }
  }

  mutating func described(_ number: ProcessNumber, python: String) -> [Effect] {
    update(number) { $0.identity.python = python }
    return []
  }

  mutating func threadStarted(_ number: ProcessNumber, _ thread: ThreadID, name: String) -> [Effect] {
    // Nothing of the process is kept meanwhile: its list of threads would be copied for each of them.
    guard let isNew = process(number).map({ $0.thread(thread) == nil }) else { return [] }
    update(number, thread) { $0.name = name }
    let connection = announceConnection(number, thread)
    guard isNew, process(number)?.isDetached == false else { return connection }
    if selection.process == number, selection.thread == nil { selection.thread = thread }
    return connection + [.announce(.threadStarted(number, thread, name: name))]
  }

  mutating func threadEnded(_ number: ProcessNumber, _ thread: ThreadID) -> [Effect] {
    guard process(number)?.thread(thread) != nil else { return [] }
    update(number) { $0.threads.remove(thread) }
    dropVariables { $0.process == number && $0.thread == thread }
    memory.forget(number, thread)
    let isDetached = process(number)?.isDetached == true
    var effects: [Effect] = isDetached ? [] : [.announce(.threadEnded(number, thread))]
    if selection.process == number, selection.thread == thread { effects += selectSomething(in: number) }
    return effects
  }

  /// Announces the connection once a thread id has told the pid, and then the output that came before.
  mutating func announceConnection(_ number: ProcessNumber, _ thread: ThreadID?) -> [Effect] {
    guard let process = process(number), !process.isAnnounced else { return [] }
    var held: [ProcessState.HeldOutput] = []
    update(number) { process in
      process.isAnnounced = true
      held = process.takeHeldOutput()
      if process.identity.pid == nil { process.identity.pid = thread?.processID }
    }
    guard let identity = self.process(number)?.identity else { return [] }
    let text = "Connected: process \(number) (\(identity.summary))\n"
    console.append(text, process: number, category: .message)
    return [.announce(.connected(number, identity))] + held.flatMap { output(number, $0.category, $0.text) }
  }

  mutating func output(_ number: ProcessNumber, _ category: OutputCategory, _ text: String) -> [Effect] {
    guard let process = process(number) else { return [] }
    if options.redirection == .off { return announceConnection(number, nil) }
    if !process.isAnnounced {
      var isHeld = false
      update(number) { isHeld = $0.hold(category, text) }
      if isHeld { return [] }
    }
    let connection = announceConnection(number, nil)
    console.append(text, process: number, category: category)
    return connection + [.announce(.output(number, category, text))]
  }

  /// The program that was started here is the first process, connected yet or not.
  mutating func launchedOutput(_ category: OutputCategory, _ text: String) -> [Effect] {
    if options.redirection == .off { return [] }
    let number = processes.first?.number ?? ProcessNumber(max(1, connectionCount))
    console.append(text, process: number, category: category)
    return [.announce(.output(number, category, text))]
  }

  mutating func disconnected(_ number: ProcessNumber, _ reason: EndReason) -> [Effect] {
    guard let process = process(number) else { return [] }
    if process.isDetached, process.leaving == nil { return detachedEnded(process) }
    var effects = announceConnection(number, nil)
    let wasStopped = !process.suspendedThreads.isEmpty
    let isGoing = isQuitting || process.attachment == .leaving
    let reason = process.leaving ?? (isGoing ? .detached : wasStopped ? .lost : reason)
    forget(number)
    let exception = reason == .exited ? process.ending : nil
    let words =
      exception.map { "has ended: \($0.type)" + ($0.message.isEmpty ? "" : ": \($0.firstLine)") }
      ?? Self.words(for: reason, wasStopped: wasStopped, silence: process.linkSilence)
    let text = "\(process.label.asSentence) \(words)"
    let isWarning = reason == .lost || exception != nil
    note(text, isWarning: isWarning)
    console.append(text + "\n", process: number, category: isWarning ? .warning : .message)
    effects.append(.announce(.ended(number, reason, exception)))
    effects += settleBreakpoints()
    if selection.process == number { effects += selectNewest() }
    return effects
  }

  /// It is the link that is silent: the machine of a process that computes, or is stopped, answers for it.
  mutating func linkSilent(_ number: ProcessNumber, _ seconds: Int?) -> [Effect] {
    guard let process = process(number), process.linkSilence != seconds else { return [] }
    update(number) { $0.linkSilence = seconds }
    guard let seconds, seconds >= Self.warnedSilence, (process.linkSilence ?? 0) < Self.warnedSilence else { return [] }
    let text = "The link to \(process.label) has been silent for \(seconds) s"
    return [.announce(.warning(number, text + "; it is lost after \(Int(options.link.timeout)) s (set link-timeout)."))]
  }

  /// Seconds of silence after which those without a screen are warned.
  private static let warnedSilence = 10

  mutating func endedByException(_ number: ProcessNumber, _ exception: ExceptionSummary) -> [Effect] {
    update(number) { $0.ending = exception }
    return []
  }

  /// Takes a process that is gone out of everything.
  mutating func forget(_ number: ProcessNumber) {
    processes.removeAll { $0.number == number }
    for index in breakpoints.indices { breakpoints[index].placements[number] = nil }
    for index in exceptionBreakpoints.indices { exceptionBreakpoints[index].placements.remove(number) }
    breakpoints.removeAll { $0.isInternal && $0.placements.isEmpty }
    dropVariables { $0.process == number }
    memory.forget(number)
  }

  private static func words(for reason: EndReason, wasStopped: Bool, silence: Int?) -> String {
    switch reason {
    case .exited: "has ended"
    case .lost where silence != nil: "is out of reach: its link has been silent for \(silence ?? 0) s"
    case .lost:
      wasStopped
        ? "is out of reach: the connection was lost while it was stopped" : "is out of reach: the connection was lost"
    case .detached: "runs on without the debugger"
    case .killed: "was ended"
    }
  }
}

extension ThreadID {
  /// The pid that pydevd puts into a thread's id: `pid_4711_id_1397…`.
  var processID: Int? {
    let parts = rawValue.split(separator: "_")
    guard parts.count >= 2, parts[0] == "pid" else { return nil }
    return Int32(parts[1]).flatMap { $0 > 0 ? Int($0) : nil }
  }
}

extension ProcessIdentity {
  /// For one line: `pid 4711, 127.0.0.1:5, pydevd 3.5.0`.
  public var summary: String {
    let version = pydevd.map { "\(dialect) \($0)" } ?? dialect
    let parts = [pid.map { "pid \($0)" }, peer, version, python.map { "Python \($0)" }]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
