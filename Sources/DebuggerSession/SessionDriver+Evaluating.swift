import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire

extension SessionDriver {
  /// Sends an evaluation in the form that the dialect takes. Where an endless one would block the session for good, those that
  /// were typed are ended from inside when their time is over.
  func send(
    _ request: EvaluationRequest, _ dialect: Dialect,
    _ done: @escaping @Sendable (Result<WireVariable, any Error>) -> Void
  ) {
    let isGuarded = dialect.evaluationBlocksAll && request.isTyped
    let seconds = evaluationTimeout
    let thread = request.frame.thread.rawValue
    let frame = request.frame.frame.rawValue
    let arm = Evaluate(thread: thread, frame: frame, expression: PythonHelper.arm(seconds: seconds), trim: true)
    let disarm = Evaluate(thread: thread, frame: frame, expression: PythonHelper.disarm, trim: true)
    let plain = Self.text(of: request, dialect)
    let text = request.keptNumber.map { PythonHelper.keep(plain, $0) } ?? plain
    let limit = isGuarded ? seconds + 2 : seconds
    with(request.frame.process) { connection in
      if isGuarded { connection.request(arm, within: limit) { _ in } }
      if request.isStatement {
        connection.request(
          Execute(thread: thread, frame: frame, statement: text), within: limit, completion: done)
      } else {
        connection.request(
          Evaluate(thread: thread, frame: frame, expression: text, trim: true), within: limit, completion: done)
      }
      if isGuarded { connection.request(disarm, within: limit) { _ in } }
    }
  }

  /// `await` is carried out beside the program where the process itself can't.
  private static func text(of request: EvaluationRequest, _ dialect: Dialect) -> String {
    let text = request.expression
    guard !request.isStatement, !dialect.evaluatesAwait, text.hasPrefix("await") else { return text }
    let operand = text.dropFirst("await".count)
    guard let first = operand.first, first.isWhitespace || first == "(" else { return text }
    return PythonHelper.awaiting(String(operand))
  }

  /// Says what an evaluation that has not ended means for the rest of the session.
  func evaluationFailure(_ error: any Error, _ dialect: Dialect) -> CommandFailure {
    guard case .timedOut(let seconds, _)? = error as? ClientError else { return Self.failure(error) }
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
    guard isFull, case .command(let token) = purpose else { return nil }
    return token.rawValue
  }

  fileprivate var isTyped: Bool {
    switch purpose {
    case .command: true
    case .watch: false
    }
  }
}
