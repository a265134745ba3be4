extension DebuggerState {
  /// Lets a stopped thread go on.
  mutating func resume(_ number: ProcessNumber, _ thread: ThreadID, _ kind: ResumeKind) -> [Effect] {
    let waiting = computations.first { $0.key.process == number && $0.key.thread == thread && $0.value.isInC }?.value
    if let waiting { note(waiting.delay) }
    update(number, thread) { thread in
      thread.overtaken = nil
      thread.leaving = thread.suspension
      thread.status = .resuming(kind)
    }
    return [.resume(number, thread, kind)]
  }

  mutating func resume(_ kind: ResumeKind, _ scope: DebuggerCommand.CommandScope, _ token: RequestToken) -> [Effect] {
    switch scope {
    case .all:
      return resume(processes, kind, token)
    case .process:
      guard let process = selectedProcess else { return fail(token, noProcess) }
      return resume([process], kind, token)
    case .selected:
      return resumeSelected(kind, token)
    }
  }

  private mutating func resumeSelected(_ kind: ResumeKind, _ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess, let thread = selectedThread else { return fail(token, notStopped) }
    if let refusal = refusal(to: kind, thread) { return fail(token, refusal) }
    switch thread.status {
    case .suspended:
      var effects: [Effect] = []
      let group = kind.isStep ? [thread] : stopGroup(of: thread, in: process)
      for thread in group { effects += resume(process.number, thread.id, kind) }
      let goesOnWithOthers = process.holdsThreads && group.contains { $0.suspension?.holdsOthers == true }
      if !kind.isStep, goesOnWithOthers { effects += takeBackPauses(of: process, isPausing: \.mayBeHeld) }
      return effects + succeed(token, .null)
    case .resuming(let present) where !kind.isStep && thread.pausesWhenResumed:
      update(process.number, thread.id) { $0.pausesWhenResumed = false }
      return present.isStep ? queue(kind, token) : succeed(token, .null)
    case .resuming(let present) where present.isStep:
      return queue(kind, token)
    case .running where thread.leaving != nil:
      return queue(kind, token)
    case .pausing where !kind.isStep:
      return takeBackPauses(of: process, isPausing: { $0.id == thread.id }) + succeed(token, .null)
    case .running, .pausing, .resuming:
      return fail(token, notStopped)
    }
  }

  /// A step, or the order to run on, that was given while a step is under way waits for its end.
  private mutating func queue(_ kind: ResumeKind, _ token: RequestToken) -> [Effect] {
    guard let process = selection.process, let thread = selection.thread else { return fail(token, notStopped) }
    queue(kind, process, thread)
    return succeed(token, .null)
  }

  mutating func queue(_ kind: ResumeKind, _ process: ProcessNumber, _ thread: ThreadID) {
    update(process, thread) { if $0.queuedSteps.count < 1000 { $0.queuedSteps.append(kind) } }
  }

  mutating func dropQueuedSteps(_ token: RequestToken) -> [Effect] {
    for process in processes {
      for thread in process.threads where !thread.queuedSteps.isEmpty {
        update(process.number, thread.id) { $0.queuedSteps = [] }
      }
    }
    return succeed(token, .null)
  }

  mutating func runTo(_ place: PlaceText?, _ token: RequestToken) -> [Effect] {
    guard let frame = selectedFrame, selectedSuspension != nil, let process = selection.process else {
      return fail(token, notStopped)
    }
    switch place.map(resolve) ?? nextLine(after: frame) {
    case .failure(let failure): return fail(token, failure.message)
    case .success(let (file, line)):
      if case .failed(let reason)? = sources[file], case .local = file {
        return fail(token, "can't run to \(file.name):\(line): \(reason)")
      }
      if let place, case .local = file, document(file) == nil, file != shownSource {
        awaitingRuns.append(AwaitingRun(file: file, place: place, token: token))
        return load(file, from: process)
      }
      if let problem = document(file)?.problem(atLine: line) {
        return fail(token, "can't run to line \(line): \(problem)")
      }
      let names = remotes(of: file)
      if !names.isEmpty, names.allSatisfy({ remoteLine(of: line, in: file, $0, of: process) == nil }) {
        return fail(token, "can't run to line \(line): the process runs another text, which doesn't have it")
      }
      // A plain breakpoint that is there does it too; one with a condition may let the process run through.
      let isThere = breakpoints.contains { breakpoint in
        let options = breakpoint.options
        return isSame(breakpoint.file, file) && breakpoint.effectiveLine == line
          && breakpoint.placements[process] == .set
          && options.condition == nil && options.hitCondition == nil && options.logMessage == nil
      }
      let setting = isThere ? [] : setBreakpoint(file, line: line, BreakpointOptions(), isInternal: true).1
      return setting + resumeSelected(.continue, token)
    }
  }

  /// Runs to the places whose file has been read, or can't be.
  mutating func runToAwaited(_ file: SourceFile) -> [Effect] {
    let due = awaitingRuns.filter { $0.file == file }
    awaitingRuns.removeAll { $0.file == file }
    return due.flatMap { runTo($0.place, $0.token) }
  }

  /// The first line with code after a frame's.
  private func nextLine(after frame: StackFrame) -> Result<(SourceFile, Int), CommandFailure> {
    let file = sourceFile(for: frame.remoteFile)
    let present = shownPlace(of: frame, of: selection.process)
    guard let document = document(file) else { return .success((file, present + 1)) }
    let rest = present + 1..<max(present + 1, document.lines.count + 1)
    guard let line = rest.first(where: { document.problem(atLine: $0) == nil }) else {
      return .failure(CommandFailure("there is no line of code after this one"))
    }
    return .success((file, line))
  }

  mutating func pause(_ scope: DebuggerCommand.CommandScope, _ token: RequestToken) -> [Effect] {
    switch scope {
    case .all:
      guard !attachedProcesses.isEmpty else { return fail(token, noProcess) }
      var effects: [Effect] = []
      for process in attachedProcesses { effects += pauseAll(process) }
      return effects + succeed(token, .null)
    case .process:
      guard let process = selectedProcess else { return fail(token, noProcess) }
      return pauseAll(process) + succeed(token, .null)
    case .selected:
      guard let process = selectedProcess else { return fail(token, noProcess) }
      guard let thread = selectedThread else { return pauseAll(process) + succeed(token, .null) }
      guard thread.suspension == nil else { return fail(token, "\(thread.name) is stopped already") }
      return pause(process.number, thread) + succeed(token, .null)
    }
  }

  /// Pauses a thread that runs; one that is being resumed is paused when it has said that it runs.
  mutating func pause(_ number: ProcessNumber, _ thread: ThreadState) -> [Effect] {
    if thread.takesBackPause { update(number, thread.id) { $0.takesBackPause = false } }
    switch thread.status {
    case .suspended, .pausing: return []
    case .resuming:
      update(number, thread.id) { thread in
        thread.queuedSteps = []
        thread.pausesWhenResumed = true
      }
      return []
    case .running:
      update(number, thread.id) { thread in
        thread.queuedSteps = []
        thread.status = .pausing
      }
      return [.pause(number, thread.id)]
    }
  }

  /// Pauses all threads of a process, those too that were not heard of yet; but each by itself where one is being resumed.
  mutating func pauseAll(_ process: ProcessState) -> [Effect] {
    let isResuming = process.threads.contains { if case .resuming = $0.status { true } else { false } }
    var effects: [Effect] = []
    for thread in process.threads { effects += pause(process.number, thread) }
    return isResuming ? effects : [.pauseAll(process.number)]
  }

  mutating func quit(_ token: RequestToken) -> [Effect] {
    isQuitting = true
    return succeed(token, .null) + [.quit]
  }
}

/// A run to a line of a file that is being read.
struct AwaitingRun: Equatable, Sendable {
  let file: SourceFile
  let place: PlaceText
  let token: RequestToken
}
