/// 120: what a name may go on with in a frame (`pydevd_process_net_command.py`, `cmd_get_completions`). The process filters by the
/// last name's beginning, without regard to case.
public struct GetCompletions: PydevdRequest {
  let thread: String
  let frame: String
  let token: String

  /// - Parameter token: the dotted name before the caret; nothing else is completed, and an empty one gives everything.
  public init(thread: String, frame: String, token: String) {
    self.thread = thread
    self.frame = frame
    self.token = token
  }

  public var command: CommandID { .getCompletions }

  public var threadID: String? { thread }

  /// The token has to stay as it is, see ``Dialect/needsGuard(_:)``.
  public func payload(for dialect: Dialect) -> String { "\(thread)\t\(frame)\tFRAME\t\(token)" }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireCompletion] {
    try XMLScanner.list(frame.accepted()) { WireCompletion($0) }
  }
}
