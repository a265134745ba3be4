import SourcePaths

extension DebuggerState {
  mutating func suspended(_ number: ProcessNumber, _ report: SuspensionReport) -> [Effect] {
    guard let process = process(number) else { return [] }
    guard !report.frames.isEmpty else { return passOver(number, report) }
    var effects = announceConnection(number, report.thread)
    if let leaving = process.leaving { return effects + leave(process, report.thread, leaving) }
    var report = report
    switch process.attachment {
    case .attached: break
    case .leaving: return effects + [.resume(number, report.thread, .continue)]
    case .detached:
      effects += attachAgain(number)
      report = firstStop(report, in: process)
    }
    if isThawed(number, report) { return effects + [.resume(number, report.thread, .continue)] }
    if isTakenBack(number, report) { return effects }
    switch continueSmartStep(number, report) {
    case .steps(let next): return effects + next
    case .stops(let remarks): effects += remarks
    }
    if let questions = examine(number, report) { return effects + questions }
    let suspension = makeSuspension(number, report)
    if settings.runsOnConnect, process.attachment == .attached, suspension.reason == .entry {
      update(number, report.thread) { $0.status = .running }
      return effects + [.resume(number, report.thread, .continue)]
    }
    effects += endInternalBreakpoints(in: number)
    let queued = takeQueuedStep(number, suspension, report)
    dropVariables { $0.process == number && $0.thread == report.thread }
    update(number, report.thread) { thread in
      thread.status = .suspended(suspension)
      thread.leaving = nil
      thread.overtaken = nil
      thread.sample = nil
      if suspension.reason != .pause { thread.runsWhenThawed = false }
    }
    if stopsAll(suspension) { effects += overtakeOrders(report.thread, in: number) }
    // It stands because its thread does, whose stop is the one to show.
    guard !report.thread.isCustomFrame else {
      return effects + announceStop(summary(number, report.thread, suspension))
    }
    let comparison = compareFile(in: number, report.thread, suspension)
    effects += announceStop(summary(number, report.thread, suspension))
    effects += takeFailure(of: suspension, report.thread, in: number)
    if let hit = suspension.breakpoint { effects += breakpointHit(hit, in: number) }
    if let queued { return effects + resume(number, report.thread, queued) }
    return effects + show(number, report.thread, suspension) + checkFiles(in: number) + comparison
  }

  /// A stop nowhere, as pydevd makes it at a syntax error of the program's own file: there is nothing to look at, and the
  /// thread would stand for ever.
  private mutating func passOver(_ number: ProcessNumber, _ report: SuspensionReport) -> [Effect] {
    let type = report.exception?.type ?? ""
    let words =
      "a thread stopped at \(type.isEmpty ? "an exception" : type) before a line of the program ran, and goes on"
    return announceConnection(number, report.thread) + tell(number, words, isWarning: true)
      + [.resume(number, report.thread, .continue)]
  }

  /// A process that was told to go does not stop again: it goes on, or ends here.
  private mutating func leave(_ process: ProcessState, _ thread: ThreadID, _ reason: EndReason) -> [Effect] {
    switch reason {
    case .killed: [.kill(process.number, thread)]
    case .detached, .exited, .lost: [.resume(process.number, thread, .continue)]
    }
  }

  private mutating func makeSuspension(_ number: ProcessNumber, _ report: SuspensionReport) -> Suspension {
    lastStop += 1
    let frame = report.frames[0]
    let file = report.breakpointFile ?? frame.remoteFile
    let hit = report.cause == .breakpointOrEntry ? breakpoint(hitAt: frame.line, of: file, in: number) : nil
    let reason: StopReason =
      switch report.cause {
      case .breakpointOrEntry: hit == nil ? .entry : hit?.isInternal == true ? .step : .breakpoint
      case .step: .step
      case .pause: .pause
      case .caughtException: .exception
      case .uncaughtException: .uncaught
      case .jump: .jump
      case .entry: .entry
      case .call: .call
      }
    let call: ProgramCall? = if case .call(let call) = report.cause { call } else { nil }
    let thread = process(number)?.thread(report.thread)
    return Suspension(
      stop: StopID(lastStop), reason: reason, frames: report.frames,
      breakpoint: hit?.isInternal == true ? nil : hit?.number, exception: report.exception, call: call,
      holdsOthers: hit?.options.suspendPolicy == .all || thread?.leaving?.holdsOthers == true,
      isHeld: thread?.leaving?.isHeld == true || report.cause == .pause && thread?.status != .pausing)
  }

  /// Whether it is a hit of a breakpoint that stops all threads; the stops of steps from there hold what stands, and stop nobody.
  private func stopsAll(_ suspension: Suspension) -> Bool {
    suspension.breakpoint.flatMap(breakpoint)?.options.suspendPolicy == .all
  }

  /// The breakpoint of the process on a line, as the process counts.
  private func breakpoint(hitAt line: Int, of file: RemotePath, in process: ProcessNumber) -> Breakpoint? {
    breakpoints.first { breakpoint in
      guard let placement = breakpoint.placements[process], !breakpoint.options.isLog,
        remotes(of: breakpoint.file).contains(file)
      else { return false }
      if case .moved(let moved) = placement { return moved == line }
      return wireLine(of: breakpoint, in: file, process) == line
    }
  }

  private mutating func takeQueuedStep(
    _ number: ProcessNumber, _ suspension: Suspension, _ report: SuspensionReport
  ) -> ResumeKind? {
    var taken: ResumeKind?
    let goesOn = suspension.reason == .step
    update(number, report.thread) { thread in
      if goesOn, !thread.queuedSteps.isEmpty {
        taken = thread.queuedSteps.removeFirst()
      } else {
        thread.queuedSteps = []
      }
    }
    return taken
  }

  /// Moves the screen to a stop, unless the user is at another one.
  private mutating func show(_ number: ProcessNumber, _ thread: ThreadID, _ suspension: Suspension) -> [Effect] {
    let isElsewhere = selectedSuspension != nil && (selection.process != number || selection.thread != thread)
    // The held threads of a stop may be told of before the one that was hit.
    let isOneStop = selection.process == number && suspension.holdsOthers && selectedThread?.isHeld == true
    if isElsewhere, !isOneStop {
      if suspension.isHeld { return [] }
      let frame = suspension.frames[0]
      let line = shownLine(of: frame, of: number) ?? frame.line
      note("\(words(for: thread, of: number)) has stopped too, at \(fileNames.name(of: frame, self)):\(line)")
      return []
    }
    return select(number, thread, frame: firstOwnFrame(of: suspension))
  }

  /// A thread by its name, with its process where that is not the one that is shown.
  private func words(for thread: ThreadID, of number: ProcessNumber) -> String {
    let process = process(number)
    let label = process?.label ?? "process \(number)"
    let name = process?.thread(thread)?.name ?? ""
    if name.isEmpty { return label }
    return selection.process == number ? name : "\(name) of \(label)"
  }

  /// A pause often lands inside the standard library; the user's own frame is the one to look at.
  private func firstOwnFrame(of suspension: Suspension) -> Int {
    guard suspension.reason == .pause else { return 0 }
    return suspension.frames.firstIndex { !isLibrary($0) } ?? 0
  }

  func summary(_ number: ProcessNumber, _ thread: ThreadID, _ suspension: Suspension) -> StopSummary {
    let frame = suspension.frames[0]
    return StopSummary(
      process: number, thread: thread, reason: suspension.reason, file: localPath(for: frame.remoteFile),
      remoteFile: frame.remoteFile, line: frame.line, remoteLine: frame.line, function: frame.function,
      breakpoint: suspension.breakpoint,
      exception: suspension.exception, call: suspension.call)
  }

  mutating func resumed(_ number: ProcessNumber, _ thread: ThreadID) -> [Effect] {
    putBackOvertaken(number, thread)
    guard let known = process(number)?.thread(thread) else { return [] }
    var effects: [Effect] = []
    switch known.status {
    case .running, .pausing: return []
    case .resuming(let kind):
      if known.pausesWhenResumed { effects.append(.pause(number, thread)) }
      effects += endFailure(of: known.leaving, in: number)
      let isTold = known.smartStep?.isUnderWay != true && !known.takesBackPause
      update(number, thread) { thread in
        thread.status = thread.pausesWhenResumed ? .pausing : .running
        thread.pausesWhenResumed = false
        thread.takesBackPause = false
        if !kind.isStep { thread.leaving = nil }
      }
      if !isTold { return effects }
    case .suspended(let stop):
      effects += endFailure(of: stop, in: number)
      update(number, thread) { $0.status = .running }
    }
    return effects + [.announce(.resumed(number, thread))]
  }

  mutating func resumeRefused(_ number: ProcessNumber, _ thread: ThreadID, _ reason: String) -> [Effect] {
    guard let known = process(number)?.thread(thread), case .resuming = known.status else { return [] }
    update(number, thread) { thread in
      if let stop = thread.leaving { thread.status = .suspended(stop) }
      thread.leaving = nil
      thread.queuedSteps = []
    }
    return tell(number, "\(known.name) could not go on: \(reason)", isWarning: true)
  }

  mutating func dropVariables(where isGone: (FrameKey) -> Bool) {
    variables = variables.filter { !isGone($0.key) }
    computations = computations.filter { !isGone($0.key) }
  }
}
