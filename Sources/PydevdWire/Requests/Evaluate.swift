/// 113: the value of an expression in a frame (`pydevd_comm.py`, `InternalEvaluateExpression`). An expression that raises is
/// answered all the same, by a variable that says so.
public struct Evaluate: PydevdRequest {
  let thread: String
  let frame: String
  let expression: String
  let trim: Bool
  let manner: Manner

  /// The way in which the helper in the process treats an expression (`dialback_values.py`, `evaluate_expression`). A mark
  /// after the expression carries it, which is a comment to others.
  public enum Manner: Equatable, Sendable {
    /// Without a limit.
    case plain
    /// With the limit of values.
    case limited
    /// As an entry of a console, which may have statements; its value is kept under the number.
    case entry(Int)

    fileprivate var mark: String {
      switch self {
      case .plain: ""
      case .limited: " #dialback:limited"
      case .entry(let number): " #dialback:console:\(number)"
      }
    }
  }

  /// - Parameter trim: let the process cut a long value.
  public init(thread: String, frame: String, expression: String, trim: Bool, manner: Manner = .plain) {
    self.manner = manner
    self.thread = thread
    self.frame = frame
    self.expression = expression
    self.trim = trim
  }

  public var command: CommandID { .evaluateExpression }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    let text = dialect.isNonASCIIFragile ? ASCIIExpression.make(expression) : expression
    // The last field would name a variable to keep the value in: it stays empty, nothing of ours goes into the user's names.
    return
      "\(thread)\t\(frame)\tFRAME\t\(Quoting.escapeExpression(text))\(manner.mark)\t\(trim ? 1 : 0)\t"
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireVariable {
    try frame.variable(dialect)
  }
  /// The helpers come as expressions that are long.
  public var awaiting: Self { Self(thread: thread, frame: frame, expression: "", trim: trim, manner: manner) }
}
