/// 117: gives a variable a value (`pydevd_process_net_command.py`, `cmd_change_variable`), answered by a 502.
///
/// The reply is not to be trusted: an expression that raises is answered by the value `None`, and an item of a container stays as
/// it was on most releases. ``Execute`` of an assignment tells its errors, and then the variable can be read again.
public struct ChangeVariable: PydevdRequest {
  let thread: String
  let frame: String
  let path: [String]
  let value: String

  /// - Parameters:
  ///   - path: the variable's name, then attributes.
  ///   - value: an expression.
  public init(thread: String, frame: String, path: [String], value: String) {
    self.thread = thread
    self.frame = frame
    self.path = path
    self.value = value
  }

  public var command: CommandID { .changeVariable }

  public var threadID: String? { thread }

  /// Names have to stay as they are, see ``Dialect/needsGuard(_:)``.
  public func payload(for dialect: Dialect) -> String {
    let text = dialect.isNonASCIIFragile ? ASCIIExpression.make(value) : value
    return ([thread, frame, "FRAME"] + path + [Quoting.escapeExpression(text)]).joined(
      separator: "\t")
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireVariable {
    try frame.variable(dialect)
  }
}
