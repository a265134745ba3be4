import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire

extension SessionDriver {
  /// Seconds after the end of its time in which an evaluation that is given up says so.
  static let endingSeconds = 2.0

  /// Sends an evaluation in the form that the dialect takes. A watch has the limit of values in the process.
  func send(
    _ request: EvaluationRequest, _ dialect: Dialect,
    _ done: @escaping @Sendable (Result<WireVariable, any Error>) -> Void
  ) {
    let number = request.frame.process
    let thread = request.frame.thread.rawValue
    let frame = request.frame.frame.rawValue
    let plain = Self.text(of: request, dialect)
    if let entry = entryNumber(request, dialect) {
      let evaluate = Evaluate(thread: thread, frame: frame, expression: plain, trim: true, manner: .entry(entry))
      return compute(evaluate, for: request.frame, entry: request, done)
    }
    let text = request.isStatement ? plain : request.keptNumber.map { KeptValue.keep(plain, $0) } ?? plain
    let isErrand = settings.awaitsWatches && request.isWatch
    if isErrand { errandBegins(number, thread) }
    let finish: @Sendable (Result<WireVariable, any Error>) -> Void = { [weak self] result in
      done(result)
      if isErrand { self?.assumeIsolated { $0.errandEnded(number, thread) } }
    }
    if request.isStatement {
      compute(Execute(thread: thread, frame: frame, statement: text), for: request.frame, finish)
    } else {
      compute(
        Evaluate(
          thread: thread, frame: frame, expression: text, trim: true, manner: request.isWatch ? .limited : .plain),
        for: request.frame, finish)
    }
  }

  /// The number of a request that the helper in the process takes as an entry of the console; `nil` for other ones. A text
  /// that has to be sent in ASCII is an expression after that.
  private func entryNumber(_ request: EvaluationRequest, _ dialect: Dialect) -> Int? {
    // The thread comes to the hook before it comes to what is sent after it.
    guard request.isEntry, let process = processes[request.frame.process], process.hasReport, !process.lacksHelpers,
      case .command(let token) = request.purpose
    else { return nil }
    let isSentAsItIs = !dialect.isNonASCIIFragile || ASCIIExpression.isASCII(request.expression)
    return isSentAsItIs || !request.isStatement ? token.rawValue : nil
  }

  /// Has a stopped thread run code of the program for what the user asked for: says what takes long, and has the process end it
  /// when its time is over.
  func compute<R: PydevdRequest>(
    _ request: R, for frame: FrameKey, entry: EvaluationRequest? = nil,
    _ done: @escaping @Sendable (Result<WireVariable, any Error>) -> Void
  ) where R.Reply == WireVariable {
    let number = frame.process
    let limit = evaluationTimeout
    let deadline = NIODeadline.now() + .milliseconds(Int64(limit * 1000))
    let ending = scheduleGivingUp(number)
    with(number) { connection in
      connection.request(
        request, within: limit + Self.endingSeconds, isLimited: true,
        onReport: { [weak self] report in
          self?.assumeIsolated { driver in
            if let entry, let news = report.entry { driver.reported(news, of: entry) }
            driver.reported(report, frame)
          }
        },
        completion: { result in
          ending.cancel()
          done(NIODeadline.now() < deadline ? result : Self.late(result, limit))
        })
    }
  }

  /// Has a process end what it computes when the time of an evaluation is over.
  func scheduleGivingUp(_ number: ProcessNumber) -> Scheduled<Void> {
    eventLoop.scheduleTask(in: .milliseconds(Int64(evaluationTimeout * 1000))) { [weak self] in
      self?.assumeIsolated { driver in driver.with(number) { $0.send(GiveUp()) } }
    }
  }

  private func reported(_ news: WireComputation.Entry, of request: EvaluationRequest) {
    guard case .command(let token) = request.purpose else { return }
    emit(.entryPrinted(token, news.printed, isStatement: news.isStatement))
  }

  /// Passes on that something takes long, or that it was interrupted, which each process says once.
  func reported(_ report: WireComputation, _ frame: FrameKey) {
    // The last report of an entry names no place.
    if report.entry != nil, report.place.isEmpty { return }
    guard report.isInterrupted else { return emit(.computing(Computation(report, frame: frame))) }
    let name = report.name.isEmpty ? "what was evaluated" : report.name
    emit(
      .notice(
        frame.process,
        "\(name) was interrupted (\(report.place)): what its code was changing may be left half done."
          + " `set value-timeout off` interrupts no value by itself.", isWarning: true))
  }

  /// Gives the end of the time as the reason, not what the process says of it.
  private static func late(_ result: Result<WireVariable, any Error>, _ limit: Double) -> Result<
    WireVariable, any Error
  > {
    switch result {
    case .failure(ClientError.timedOut(_, let what)):
      return .failure(ClientError.timedOut(seconds: limit, what: what))
    case .failure(let error) where "\(error)".contains(givenUp): return .failure(OutOfTime(seconds: limit))
    case .success(let value) where value.isErrorOnEval && value.value.contains(givenUp):
      return .failure(OutOfTime(seconds: limit))
    case .success, .failure: return result
    }
  }

  /// How the process says that an evaluation was ended from outside (`dialback_variables.py`, `Outcome`).
  private static let givenUp = "given up after "

  /// An evaluation that was given up when its time was over.
  private struct OutOfTime: Error, CustomStringConvertible {
    let seconds: Double

    var description: String {
      "no value after \(Int(seconds.rounded(.up))) s; `set timeout SECONDS` waits longer"
    }
  }

  /// `await` is carried out beside the program where the process itself can't.
  private static func text(of request: EvaluationRequest, _ dialect: Dialect) -> String {
    let text = request.expression
    guard !request.isStatement, !dialect.evaluatesAwait, text.hasPrefix("await") else { return text }
    let operand = text.dropFirst("await".count)
    guard let first = operand.first, first.isWhitespace || first == "(" else { return text }
    return ValueInquiry.awaited(String(operand))
  }

  /// Says what an evaluation that has not ended means for the rest of the session.
  func evaluationFailure(_ error: any Error, _ number: ProcessNumber, _ dialect: Dialect) -> CommandFailure {
    guard case .timedOut(let seconds, _)? = error as? ClientError else { return Self.failure(error) }
    if processes[number]?.isLinkSilent == true {
      return CommandFailure("no value after \(Int(seconds.rounded(.up))) s; the link to the process is silent")
    }
    let time = "no value after \(Int(seconds.rounded(.up))) s; "
    return CommandFailure(
      time
        + (dialect.evaluationBlocksAll
          ? "until it ends, \(dialect.displayName) answers nothing else in this process"
          : "the thread is busy with it until it ends; `set timeout SECONDS` waits longer"))
  }
}

extension EvaluationRequest {
  /// Under which the value is kept there until its whole text was fetched; `nil` where nobody wants that.
  var keptNumber: Int? {
    guard isFull, isEntry || !isStatement, case .command(let token) = purpose else { return nil }
    return token.rawValue
  }

  fileprivate var isWatch: Bool {
    switch purpose {
    case .command: false
    case .watch: true
    }
  }
}
