extension DebuggerState {
  /// The calls of the statement that the selected thread stands at, in the order in which they are carried out.
  public var callsAtStop: [SourceCall] { sourceCalls?.calls ?? [] }

  /// How many of them have been made, at a stop in the middle of the statement; `nil` where that isn't known.
  public var callsOver: Int? {
    guard let frame = selectedFrameKey, callProgress?.frame == frame, let found = sourceCalls else { return 0 }
    switch callProgress?.progress {
    case .start, nil: return 0
    case .unknown: return nil
    case .end(let line, let column):
      if found.mayRepeat { return nil }
      return found.calls.prefix { ($0.endLine, $0.endColumn) <= (line, column) }.count
    }
  }

  public static let callsUnknown =
    "some calls of this statement have been made, and which is not known: `step` enters the next one"

  /// Only a step, or a pause, ends in the middle of a statement.
  public var mustAskForProgress: Bool {
    guard let stop = selectedSuspension, stop.reason == .step || stop.reason == .pause else { return false }
    return selection.frame == 0 && callProgress?.frame != selectedFrameKey
  }

  private var sourceCalls: SourceCalls? {
    guard let frame = selectedSuspension?.frames.first, let document = document(runningSource(of: frame))
    else { return nil }
    return SourceCalls(in: document, at: frame.line)
  }

  /// The text that a frame of the selected thread runs: that of the process, where the one here is another.
  private func runningSource(of frame: StackFrame) -> SourceFile {
    let differs = selectedProcess?.differingFiles.contains(frame.remoteFile) == true
    return differs ? .remote(frame.remoteFile) : sourceFile(for: frame.remoteFile)
  }

  /// Lists the calls, or steps into one of them.
  /// - Parameter number: from 1.
  mutating func stepInto(call number: Int?, _ token: RequestToken) -> [Effect] {
    guard let process = selection.process, let thread = selection.thread, let stop = selectedSuspension else {
      return fail(token, notStopped)
    }
    guard let found = sourceCalls else {
      if isSourceOnItsWay(stop.frames[0]) {
        awaitingCalls.append(AwaitingCall(number: number, token: token))
        return []
      }
      return fail(token, "the source can't be read here: `step` enters the next call")
    }
    if mustAskForProgress, let key = selectedFrameKey {
      awaitingCalls.append(AwaitingCall(number: number, token: token))
      return [.inquire(Inquiry(frame: key, question: .progress, token: token))]
    }
    guard let over = callsOver else {
      return fail(token, Self.callsUnknown)
    }
    guard let number else {
      return succeed(token, .list(found.calls.enumerated().dropFirst(over).map(callResult)))
    }
    guard found.calls.indices.contains(number - 1) else {
      return fail(
        token,
        found.calls.isEmpty
          ? "line \(stop.frames[0].line) calls nothing that can be stepped into"
          : "no call \(number): line \(stop.frames[0].line) has \(found.calls.count); `into` lists them")
    }
    guard number > over else {
      return fail(token, "\(found.calls[number - 1].text)() has been called already; `into` lists the calls to come")
    }
    let plan = SmartStep(into: number - 1, of: found, depth: stop.frames.count, over: over)
    update(process, thread) { $0.smartStep = plan }
    return resume(process, thread, .stepInto) + succeed(token, callResult(number - 1, plan.call))
  }

  private func isSourceOnItsWay(_ frame: StackFrame) -> Bool {
    if case .underWay = sources[runningSource(of: frame)] { true } else { false }
  }

  /// A text has come, or can't be had: what waited for it is asked again.
  mutating func answerAwaitingCalls() -> [Effect] {
    let waiting = awaitingCalls
    awaitingCalls = []
    return waiting.flatMap { stepInto(call: $0.number, $0.token) }
  }

  /// The answer is there, or can't be had: the calls that waited for it are chosen from.
  mutating func tookProgress(
    of frame: FrameKey, _ result: Result<Inquiry.Answer, CommandFailure>
  ) -> [Effect] {
    let answer: CallProgress = if case .success(.progress(let progress)) = result { progress } else { .unknown }
    if isCurrent(frame) { callProgress = KnownProgress(frame: frame, progress: answer) }
    return answerAwaitingCalls()
  }

  private func callResult(_ index: Int, _ call: SourceCall) -> ResultValue {
    .object([
      .init("number", .int(index + 1)), .init("name", .string(call.name)), .init("text", .string(call.text)),
      .init("line", .int(call.line)),
    ])
  }

  /// Takes a stop in the middle of a step into one of several calls.
  mutating func continueSmartStep(_ number: ProcessNumber, _ report: SuspensionReport) -> SmartStep.Turn {
    guard var plan = process(number)?.thread(report.thread)?.smartStep else { return .stops([]) }
    guard report.cause == .step else {
      update(number, report.thread) { $0.smartStep = nil }
      return .stops([])
    }
    let isPaused = process(number)?.thread(report.thread)?.pausesWhenResumed == true
    switch plan.judge(report.frames) {
    case .goOn(let kind) where !isPaused:
      update(number, report.thread) { thread in
        thread.smartStep = plan
        thread.status = .resuming(kind)
      }
      return .steps([.resume(number, report.thread, kind)])
    case .goOn, .arrived:
      update(number, report.thread) { $0.smartStep = nil }
      return .stops([])
    case .missed:
      update(number, report.thread) { $0.smartStep = nil }
      let text =
        "\(plan.call.text)() was not entered: this statement did not call it, or it is not written in Python. A generator "
        + "calls when it is consumed; a breakpoint in the function stops then"
      return .stops(tell(number, text, isWarning: true))
    }
  }
}

/// A command that waits for the text of the program.
struct AwaitingCall: Equatable, Sendable {
  let number: Int?
  let token: RequestToken
}

/// How far a frame was found to be in its statement.
struct KnownProgress: Equatable, Sendable {
  let frame: FrameKey
  let progress: CallProgress
}
