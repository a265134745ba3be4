extension Breakpoint {
  /// The stop was made because its condition raised.
  public func failed(at stop: StopID) -> Bool { failedStops.values.contains(stop) }
}

extension DebuggerState {
  /// Marks the breakpoint whose expression raised. pydevd tells of it behind the stop that it makes, pydevd-pycharm before it.
  mutating func breakpointFailed(_ failure: BreakpointFailure, in process: ProcessNumber) -> [Effect] {
    if let number = failure.breakpoint { return mark(number, failure, nil, in: process) }
    guard let thread = failure.thread else {
      return tell(process, "A breakpoint's expression failed: \(failure.error)", isWarning: true)
    }
    guard let stop = stop(of: thread, in: process) else {
      update(process, thread) { $0.failure = failure }
      return []
    }
    return stop.breakpoint.map { mark($0, failure, stop, in: process) } ?? []
  }

  /// What was told ahead of the stop.
  mutating func takeFailure(of stop: Suspension, _ thread: ThreadID, in process: ProcessNumber) -> [Effect] {
    if let index = breakpoints.firstIndex(where: { $0.number == stop.breakpoint }),
      breakpoints[index].failing.remove(process) != nil
    {
      breakpoints[index].failedStops[process] = stop.stop
    }
    guard let failure = self.process(process)?.thread(thread)?.failure else { return [] }
    update(process, thread) { $0.failure = nil }
    return stop.breakpoint.map { mark($0, failure, stop, in: process) } ?? []
  }

  /// A stop that ends without a failure takes the mark of an earlier one away: the condition works again.
  mutating func endFailure(of stop: Suspension?, in process: ProcessNumber) -> [Effect] {
    guard let stop, let number = stop.breakpoint, let index = breakpoints.firstIndex(where: { $0.number == number }),
      let failed = breakpoints[index].failedStops[process], failed != stop.stop
    else { return [] }
    breakpoints[index].failedStops[process] = nil
    return placed(number, in: process, .set)
  }

  /// Says so on the status bar too: a thread that stops for a failed condition looks like any other hit.
  private mutating func mark(
    _ number: BreakpointNumber, _ failure: BreakpointFailure, _ stop: Suspension?, in process: ProcessNumber
  ) -> [Effect] {
    // Taken back meanwhile, or changed.
    guard let index = breakpoints.firstIndex(where: { $0.number == number }),
      breakpoints[index].placements[process] != nil
    else { return [] }
    if stop == nil, !failure.isLog, !breakpoints[index].options.isLog { breakpoints[index].failing.insert(process) }
    breakpoints[index].failedStops[process] = stop?.stop
    let words = "breakpoint \(number): \(failure.words)"
    note(words, isWarning: true)
    // Nothing stops, so that nobody may see the note.
    if breakpoints[index].options.isLog, breakpoints[index].placements[process] != .error(failure.words) {
      console.append(words.asSentence + "\n", process: process, category: .warning)
    }
    return placed(number, in: process, .error(failure.words))
  }

  /// The stop that a failure made: the thread's present one, or the one that it is leaving already.
  private func stop(of thread: ThreadID, in process: ProcessNumber) -> Suspension? {
    guard let thread = self.process(process)?.thread(thread) else { return nil }
    if case .resuming = thread.status { return thread.leaving }
    return thread.suspension
  }
}
