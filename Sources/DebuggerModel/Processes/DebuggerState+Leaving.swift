/// How a process is left: softly, for good, or ended.
extension DebuggerState {
  mutating func detach(isHard: Bool, _ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess else { return fail(token, noProcess) }
    if isHard {
      let removals = disarm(process.number)
      update(process.number) { $0.leaving = .detached }
      return removals + [.detach(process.number)] + succeed(token, .null)
    }
    guard process.attachment == .attached else {
      return fail(token, "\(process.label) is detached already; `detach hard` closes its connection, too")
    }
    let removals = disarm(process.number)
    update(process.number) { process in
      process.attachment = .leaving
      for index in process.threads.indices { process.threads[index].letGo() }
    }
    return removals + [.release(process.number)] + succeed(token, .null)
  }

  mutating func released(_ number: ProcessNumber) -> [Effect] {
    guard let process = process(number), process.attachment == .leaving else { return [] }
    update(number) { process in
      process.attachment = .detached
      for index in process.threads.indices { process.threads[index].status = .running }
    }
    breakpoints.removeAll { $0.isInternal && $0.placements.isEmpty }
    dropVariables { $0.process == number }
    memory.forget(number)
    let text = "\(process.label.asSentence) runs on without the debugger, until its next settrace"
    note(text)
    console.append(text + "\n", process: number, category: .message)
    let effects: [Effect] = [.announce(.ended(number, .detached))]
    return selection.process == number ? effects + selectNewest() : effects
  }

  /// The program of a detached process has called `settrace` again, or was paused: it is debugged as before.
  mutating func attachAgain(_ number: ProcessNumber) -> [Effect] {
    update(number) { $0.attachment = .attached }
    guard let process = process(number) else { return [] }
    console.append(
      "Connected again: process \(number) (\(process.identity.summary))\n", process: number, category: .message)
    if selectedProcess == nil { select(process: number) }
    return [.announce(.connected(number, process.identity))] + arm(number)
  }

  /// The stop that attaches again is `settrace`'s own, whatever the release calls it, unless it was asked for.
  func firstStop(_ report: SuspensionReport, in process: ProcessState) -> SuspensionReport {
    if process.thread(report.thread)?.status == .pausing { return report }
    return SuspensionReport(thread: report.thread, cause: .entry, frames: report.frames, exception: report.exception)
  }

  /// The ends of the program's processes are those that were asked for.
  mutating func restarting() -> [Effect] {
    for process in processes where process.attachment == .attached {
      update(process.number) { $0.leaving = .killed }
    }
    return []
  }

  /// Its end was told when it was detached.
  mutating func detachedEnded(_ process: ProcessState) -> [Effect] {
    forget(process.number)
    let effects = tell(process.number, "\(process.label.asSentence) has ended", isWarning: false)
    return effects + (selection.process == process.number ? selectNewest() : [])
  }

  /// Ends the selected process: from inside where it is stopped; else from outside, or at its next line of Python.
  mutating func kill(_ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess else { return fail(token, noProcess) }
    guard process.attachment == .attached else {
      return fail(token, "\(process.label) is detached, and not ended by `kill`; its next settrace attaches it again")
    }
    update(process.number) { $0.leaving = .killed }
    if let stopped = process.suspendedThreads.first {
      return [.kill(process.number, stopped.id)] + succeed(token, .null)
    }
    update(process.number) { process in
      for index in process.threads.indices { process.threads[index].letGo(to: .pausing) }
    }
    return [.killRunning(process.number)] + succeed(token, .null)
  }
}

extension ThreadState {
  /// Nothing of the debugger's holds it any more.
  mutating func letGo(to next: Status = .running) {
    queuedSteps = []
    isFrozen = false
    runsWhenThawed = false
    pausesWhenResumed = false
    leaving = nil
    status = suspension == nil ? next : .resuming(.continue)
  }
}

extension String {
  /// With a capital first letter.
  var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
