/// 155: the exception at which a thread stands (`pydevd_process_net_command.py`, `cmd_get_exception_details`).
public struct GetExceptionDetails: PydevdRequest {
  let thread: String

  public init(thread: String) { self.thread = thread }

  public var command: CommandID { .getExceptionDetails }

  /// The reader answers by itself.
  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { thread }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireExceptionDetails? {
    try WireExceptionDetails(frame.accepted(), dialect)
  }
}
