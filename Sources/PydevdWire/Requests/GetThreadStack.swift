/// 152: where a thread is (`pydevd_process_net_command.py`, `cmd_get_thread_stack`). A running one is answered after the timeout,
/// with the place where it is then.
public struct GetThreadStack: PydevdRequest {
  let thread: String
  let timeout: Double

  /// - Parameter timeout: seconds to wait for the thread to stop; 0 answers at once.
  public init(thread: String, timeout: Double = 0) {
    self.thread = thread
    self.timeout = timeout
  }

  public var command: CommandID { .getThreadStack }

  /// The thread itself has no part in the answer.
  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { "\(thread)\t\(timeout)" }

  public func reply(from frame: Frame, dialect: Dialect) throws -> WireThreadStack {
    try WireThreadStack(frame.accepted(), dialect)
  }
}
