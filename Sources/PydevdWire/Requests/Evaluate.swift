/// 113: the value of an expression in a frame (`pydevd_comm.py`, `InternalEvaluateExpression`). An expression that raises is
/// answered all the same, by a variable that says so.
public struct Evaluate: PydevdRequest {
  let thread: String
  let frame: String
  let expression: String
  let trim: Bool
  let isLimited: Bool

  /// - Parameters:
  ///   - trim: let the process cut a long value.
  ///   - isLimited: give it the limit of values, where the helper in the process is (`dialback_values.py`); to others the mark
  ///     is a comment.
  public init(thread: String, frame: String, expression: String, trim: Bool, isLimited: Bool = false) {
    self.isLimited = isLimited
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
      "\(thread)\t\(frame)\tFRAME\t\(Quoting.escapeExpression(text))\(isLimited ? Self.limit : "")\t\(trim ? 1 : 0)\t"
  }

  private static let limit = " #dialback:limited"

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireVariable {
    try frame.variable(dialect)
  }
}
