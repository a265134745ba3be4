/// A stop at an exception is told once it is known what was raised, and whether the breakpoint's condition wants it. All
/// releases are asked the same way: some tell the exception before the stop, some after, and some only where it was handled;
/// and pydevd tries a condition when `__exception__` is not there yet (`pydevd_frame.py`, `should_stop_on_exception`).
extension DebuggerState {
  /// Holds a stop at an exception back and asks about it; `nil` for another stop, or one that was asked about.
  mutating func examine(_ number: ProcessNumber, _ report: SuspensionReport) -> [Effect]? {
    guard report.cause.isException, !report.isExamined else { return nil }
    update(number, report.thread) { $0.held = HeldException(report: report) }
    return [ask(number, report, .details)]
  }

  private func ask(
    _ number: ProcessNumber, _ report: SuspensionReport, _ question: ExceptionQuery.Question
  ) -> Effect {
    .examineException(
      ExceptionQuery(process: number, thread: report.thread, frame: report.frames[0].id, question: question))
  }

  mutating func examined(
    _ query: ExceptionQuery, _ result: Result<ExceptionAnswer, CommandFailure>
  ) -> [Effect] {
    if case .chain(let token) = query.question { return described(token, result) }
    guard let process = process(query.process), let held = process.thread(query.thread)?.held,
      held.report.frames[0].id == query.frame
    else { return [] }
    if process.attachment != .attached || process.leaving != nil { return pass(query) }
    switch (query.question, result) {
    case (.details, .success(.details(let details))): return learned(details, held, query)
    case (.condition, .success(.condition(let isTrue))): return isTrue ? accept(held, query) : pass(query)
    case (.log, .success(.log(let text))): return write(log: text, held, query)
    case (.condition(let text), .failure(let failure)):
      return failed(text, failure, held, query) + tell(held, query)
    case (.log(let text), .failure(let failure)): return failed(text, failure, held, query) + pass(query)
    case (.details, _), (.condition, _), (.log, _), (.chain, _): return tell(held, query)
    }
  }

  private mutating func learned(
    _ details: ExceptionDetails, _ held: HeldException, _ query: ExceptionQuery
  ) -> [Effect] {
    var held = held
    held.details = details
    let isOnItsWay = isOnItsWay(held, query)
    guard let breakpoint = breakpoint(for: details, held.report, in: query.process) else {
      update(query.process, query.thread) { $0.held = held }
      return tell(held, query)
    }
    held.breakpoint = breakpoint.number
    update(query.process, query.thread) { $0.held = held }
    guard wants(breakpoint, held), !(isOnItsWay && breakpoint.stopsOnce) else { return pass(query) }
    if let condition = breakpoint.options.condition {
      return [ask(query.process, held.report, .condition(condition))]
    }
    return accept(held, query)
  }

  /// It was told where it was raised, and comes by in a frame further out: some sides stop there again, after a filtered frame,
  /// and in each frame of a template's engine.
  private mutating func isOnItsWay(_ held: HeldException, _ query: ExceptionQuery) -> Bool {
    let report = held.report
    guard report.cause == .caughtException, let details = held.details else { return false }
    let isTemplate = report.frames[0].engine != nil
    let stop = RaisedStop(summary: details.summary, frames: report.frames.dropFirst(isTemplate ? 1 : 0).map(\.id))
    let earlier = process(query.process)?.thread(query.thread)?.raised
    update(query.process, query.thread) { $0.raised = stop }
    guard let frame = stop.frames.first, let earlier, isTemplate || details.origin != nil else { return false }
    return earlier.summary == stop.summary && earlier.frames.dropFirst().contains(frame)
  }

  /// The one whose class is nearest, as pydevd chooses.
  private func breakpoint(
    for details: ExceptionDetails, _ report: SuspensionReport, in process: ProcessNumber
  ) -> ExceptionBreakpoint? {
    if let engine = report.frames[0].engine {
      return exceptionBreakpoints.first { $0.engine == engine && $0.placements.contains(process) }
    }
    let fitting = exceptionBreakpoints.filter { breakpoint in
      let isUncaught = breakpoint.options.moments.contains(.uncaught)
      let isRaised = breakpoint.options.moments.contains { $0 != .uncaught }
      return breakpoint.placements.contains(process) && (report.cause == .uncaughtException ? isUncaught : isRaised)
    }
    let distances = fitting.compactMap { breakpoint in
      breakpoint.distance(to: details).map { (breakpoint: breakpoint, distance: $0) }
    }
    return distances.min { $0.distance < $1.distance }?.breakpoint
  }

  /// What the sides do not know by themselves: the way out of the user's own code, and that `sys.exit` is no error.
  private func wants(_ breakpoint: ExceptionBreakpoint, _ held: HeldException) -> Bool {
    if held.report.cause == .uncaughtException {
      return breakpoint.exception != "*" || held.details?.ancestors.contains { $0.hasSuffix(".SystemExit") } != true
    }
    if breakpoint.options.ignoresLibraries, let origin = held.details?.origin, isOutsideProject(origin) { return false }
    let moments = breakpoint.options.moments
    guard moments.contains(.user), !moments.contains(.raised) else { return true }
    let frames = held.report.frames
    return !isLibrary(frames[0]) && (frames.count < 2 || isLibrary(frames[1]))
  }

  private mutating func accept(_ held: HeldException, _ query: ExceptionQuery) -> [Effect] {
    guard let number = held.breakpoint, let breakpoint = exceptionBreakpoint(number) else { return tell(held, query) }
    if case .condition = query.question { clearProblem(number) }
    if let log = breakpoint.options.logMessage { return [ask(query.process, held.report, .log(log))] }
    return count(number) + tell(held, query)
  }

  private mutating func write(log text: String, _ held: HeldException, _ query: ExceptionQuery) -> [Effect] {
    let counted = held.breakpoint.map { count($0) } ?? []
    return counted + output(query.process, .stdout, text + "\n") + pass(query)
  }

  private mutating func count(_ number: BreakpointNumber) -> [Effect] {
    guard let index = exceptionBreakpoints.firstIndex(where: { $0.number == number }) else { return [] }
    exceptionBreakpoints[index].hits += 1
    return []
  }

  private mutating func clearProblem(_ number: BreakpointNumber) {
    guard let index = exceptionBreakpoints.firstIndex(where: { $0.number == number }) else { return }
    exceptionBreakpoints[index].problem = nil
  }

  /// Told on the breakpoint. A condition that fails stops, so that no exception is lost by it; a log never stops.
  private mutating func failed(
    _ expression: String, _ failure: CommandFailure, _ held: HeldException, _ query: ExceptionQuery
  ) -> [Effect] {
    guard let number = held.breakpoint,
      let index = exceptionBreakpoints.firstIndex(where: { $0.number == number })
    else { return [] }
    exceptionBreakpoints[index].problem = "\(expression): \(failure.message)"
    return report(exception: number) + count(number)
  }

  private mutating func tell(_ held: HeldException, _ query: ExceptionQuery) -> [Effect] {
    update(query.process, query.thread) { $0.held = nil }
    let report = held.report
    return suspended(
      query.process,
      SuspensionReport(
        thread: report.thread, cause: report.cause, frames: wholeStack(held),
        exception: held.details?.summary ?? report.exception, isExamined: true))
  }

  /// The frames of a stop at an uncaught exception. pydevd-pycharm reports those that the last one was called by, which ends at a
  /// generator that is over (`pydevd_breakpoints.py`, `stop_on_unhandled_exception`); it knows the others too.
  private func wholeStack(_ held: HeldException) -> [StackFrame] {
    let reported = held.report.frames
    // Those of files that are filtered out, which are further in, stay out.
    guard held.report.cause == .uncaughtException, let first = reported.first,
      let passed = held.details?.frames.drop(while: { $0.id != first.id }), !passed.isEmpty
    else { return reported }
    let known = Set(reported.map(\.id))
    guard passed.contains(where: { !known.contains($0.id) }) else { return reported }
    let all = Set(passed.map(\.id))
    return [first] + passed.dropFirst() + reported.filter { !all.contains($0.id) }
  }

  /// Nothing that anybody asked for: a step that was under way goes on as a step.
  private mutating func pass(_ query: ExceptionQuery) -> [Effect] {
    var kind = ResumeKind.continue
    if case .resuming(let step)? = process(query.process)?.thread(query.thread)?.status { kind = step }
    update(query.process, query.thread) { $0.held = nil }
    return [.resume(query.process, query.thread, kind)]
  }
}

extension ExceptionBreakpoint {
  /// At the raise alone, not in each frame on the way out.
  fileprivate var stopsOnce: Bool { engine != nil || !options.moments.contains(.user) }
}

extension SuspensionReport.Cause {
  var isException: Bool { self == .caughtException || self == .uncaughtException }
}
