/// 113: the value of an expression in a frame (`pydevd_comm.py`, `InternalEvaluateExpression`). An expression that raises is
/// answered all the same, by a variable that says so.
public struct Evaluate: PydevdRequest {
  let thread: String
  let frame: String
  let expression: String
  let trim: Bool

  /// - Parameter trim: let the process cut a long value.
  public init(thread: String, frame: String, expression: String, trim: Bool) {
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
    return "\(thread)\t\(frame)\tFRAME\t\(Quoting.escapeExpression(text))\t\(trim ? 1 : 0)\t"
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireVariable {
    guard let value = try frame.variables(dialect).first else {
      throw WireError.malformed(frame.command, "an evaluation without a value")
    }
    return value
  }
}

/// 115: runs statements in a frame (`pydevd_vars.py`, `evaluate_expression` with `is_exec`). What they raise is thrown.
public struct Execute: PydevdRequest {
  let thread: String
  let frame: String
  let statement: String

  public init(thread: String, frame: String, statement: String) {
    self.thread = thread
    self.frame = frame
    self.statement = statement
  }

  public var command: CommandID { .execExpression }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    let text = dialect.isNonASCIIFragile ? ASCIIExpression.makeStatement(statement) : statement
    return "\(thread)\t\(frame)\tFRAME\t\(Quoting.escapeExpression(text))\t1\t"
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireVariable {
    guard let value = try frame.variables(dialect).first else {
      throw WireError.malformed(frame.command, "an execution without an answer")
    }
    if value.isErrorOnEval { throw WireError.remote(value.value) }
    return value
  }
}
