/// 127: jumps to a line of the innermost frame (`pydevd_process_net_command.py`, `_cmd_set_next`). When it is accepted, a 106 and
/// a 105 with reason 127 follow; when it is refused, the thread stays as it is.
public struct SetNextStatement: PydevdRequest {
  public enum Answer: Equatable, Sendable {
    case accepted
    /// With Python's reason, which may be empty.
    case refused(String)
  }

  let thread: String
  let line: Int
  let function: String

  /// - Parameters:
  ///   - line: 1-based.
  ///   - function: the innermost frame's, as the stop told it.
  public init(thread: String, line: Int, function: String) {
    self.thread = thread
    self.line = line
    self.function = function
  }

  public var command: CommandID { .setNextStatement }

  public var threadID: String? { thread }

  /// The module's own level is an empty name here.
  public func payload(for dialect: Dialect) -> String {
    "\(thread)\t\(line)\t" + (function == "<module>" ? "" : function)
  }

  /// `True TAB` or `False TAB reason`.
  public func reply(from frame: Frame, dialect: Dialect) throws -> Answer {
    let fields = try frame.accepted().split(
      separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    switch fields.first {
    case "True": return .accepted
    case "False": return .refused(fields.count > 1 ? String(fields[1]) : "")
    default: throw WireError.malformed(frame.command, "a jump that is neither accepted nor refused")
    }
  }
}
