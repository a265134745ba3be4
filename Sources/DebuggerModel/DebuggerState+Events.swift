extension DebuggerState {
  /// Takes in what happened and says what is to be done, in order.
  public mutating func handle(_ event: DebuggerEvent) -> [Effect] {
    switch event {
    case .listening(let host, let port): listening(host: host, port: port)
    case .listenerFull(let limit): listenerFull(limit)
    case .leaving: leaving()
    case .restarting: restarting()
    case .connected(let process, let identity): connected(process, identity)
    case .processDescribed(let process, let python): described(process, python: python)
    case .ancestors(let process, let pids): descends(process, from: pids)
    case .threadStarted(let process, let thread, let name): threadStarted(process, thread, name: name)
    case .threadEnded(let process, let thread): threadEnded(process, thread)
    case .suspended(let process, let report): suspended(process, report)
    case .resumed(let process, let thread): resumed(process, thread)
    case .resumeRefused(let process, let thread, let reason): resumeRefused(process, thread, reason)
    case .output(let process, let category, let text): output(process, category, text)
    case .launchedOutput(let category, let text): launchedOutput(category, text)
    case .program(let phase): programChanged(phase)
    case .endedByException(let process, let exception): endedByException(process, exception)
    case .inputRequested(let process, let isWaiting): inputRequested(process, isWaiting)
    case .breakpointPlaced(let process, let number, let placement): placed(number, in: process, placement)
    case .breakpointFileMissing(let process, let file): fileMissing(file, in: process)
    case .breakpointFilesChecked(let process, let files, let present):
      filesChecked(files, present: present, in: process)
    case .fileCompared(let process, let remote, let local, let differs, let isNewer, let oldFrames):
      fileCompared(remote, local, differs: differs, isNewer: isNewer, oldFrames, in: process)
    case .fileChanged(let local): fileChanged(local)
    case .breakpointFileExcluded(let process, let file): fileExcluded(file, in: process)
    case .breakpointLineChecked(let process, let file, let line, let movedTo):
      lineChecked(file, line: line, movedTo: movedTo, in: process)
    case .definitionFound(let name, let files): definitionFound(name, files)
    case .projectIndexed(let index): projectIndexed(index)
    case .breakpointFailed(let process, let failure): breakpointFailed(failure, in: process)
    case .released(let process): released(process)
    case .linkSilent(let process, let seconds): linkSilent(process, seconds)
    case .disconnected(let process, let reason): disconnected(process, reason)
    case .variables(let request, let result): variablesArrived(request, result)
    case .computing(let computation): computing(computation)
    case .variablesSoFar(let request, let list): variablesSoFar(request, list)
    case .entryPrinted(let token, let text, let isStatement): entryPrinted(token, text, isStatement: isStatement)
    case .evaluated(let request, let result): evaluated(request, result)
    case .assigned(let request, let result): assigned(request, result)
    case .stacks(let request, let stacks): stacksArrived(request, stacks)
    case .answered(let inquiry, let result): answered(inquiry, result)
    case .jumpAnswered(let request, let failure): jumpAnswered(request, failure)
    case .comparisonOver(let process, let file): comparisonEnded(file, in: process)
    case .sourceRead(let file, let result): sourceRead(file, result)
    case .sourceIdentified(let path, let real): identified(path, as: real)
    case .sourceFetched(let request, let result): sourceFetched(request, result)
    case .exceptionExamined(let query, let result): examined(query, result)
    case .breakpointsRestored(let records): restoreBreakpoints(records)
    case .exceptionsRestored(let records): restore(records)
    case .keptElsewhere(let changes): takeOver(changes)
    case .command(let token, let command): (check(command, token) ?? perform(command, token)) + checkFiles()
    case .consoleLine(let text): write(text)
    case .knocked(let peer, let what):
      knocked(peer, what, "Somebody at \(peer) connected and did not speak as pydevd does: \(what)")
    case .refused(let peer, let reason):
      knocked(peer, "refused: \(reason)", "A process at \(peer) was refused: \(reason)")
    case .notice(let process, let text, let isWarning): tell(process, text, isWarning: isWarning)
    }
  }

  mutating func listening(host: String, port: Int) -> [Effect] {
    listener = Listener(host: host, port: port)
    return [.announce(.listening(host: host, port: port))]
  }

  private mutating func knocked(_ peer: String, _ what: String, _ text: String) -> [Effect] {
    note(text, isWarning: true)
    console.append(text + "\n", process: nil, category: .warning)
    return [.announce(.knock(peer: peer, what: what))]
  }

  mutating func programChanged(_ phase: ProgramPhase) -> [Effect] {
    program = phase
    return []
  }

  mutating func leaving() -> [Effect] {
    isQuitting = true
    return []
  }

  /// Whoever dials in now waits in the kernel's queue: said once, and shown as long as it is so.
  mutating func listenerFull(_ limit: ListenerLimit?) -> [Effect] {
    listenerLimit = limit
    guard let limit else {
      if let notice, notice.count == limitNotice { note("there is room for more processes again") }
      return []
    }
    guard limitNotice == nil else { return [] }
    let words =
      "\(limit.processes) connections are open, as many as the limit of \(limit.files) open files allows: more wait until "
      + "one leaves; `ulimit -n` before the start raises the limit"
    let effects = tell(nil, words, isWarning: true)
    limitNotice = notice?.count
    return effects
  }

  /// Puts a line on the status bar and in the console.
  mutating func tell(_ process: ProcessNumber?, _ text: String, isWarning: Bool) -> [Effect] {
    note(text, isWarning: isWarning)
    console.append(text + "\n", process: process, category: isWarning ? .warning : .message)
    return isWarning ? [.announce(.warning(process, text))] : []
  }

  private mutating func write(_ line: String) -> [Effect] {
    console.append(line + "\n", process: nil, category: .message)
    return []
  }

  /// Puts a line on the status bar only.
  mutating func note(_ text: String, isWarning: Bool = false) {
    notice = Notice(text: text, isWarning: isWarning, count: (notice?.count ?? 0) + 1)
  }

  /// Changes a process in place; nothing happens where it is gone.
  mutating func update(_ number: ProcessNumber, _ change: (inout ProcessState) -> Void) {
    guard let index = index(of: number) else { return }
    change(&processes[index])
  }

  /// Changes a thread in place, which is made where it was not known yet: pydevd may report a stop before the thread's start.
  mutating func update(_ number: ProcessNumber, _ thread: ThreadID, _ change: (inout ThreadState) -> Void) {
    update(number) { $0.threads.update(thread, change) }
  }
}
