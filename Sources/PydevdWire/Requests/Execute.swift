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
    let value = try frame.variable(dialect)
    if value.isErrorOnEval { throw WireError.remote(value.value) }
    return value
  }
}
