/// 201: the lines of a frame that can be jumped to (`pydevd_process_net_command.py`, `cmd_get_next_statement_targets`). They are
/// right on pydevd; pydevd-pycharm on Python 3.11 and later gives wrong ones.
public struct GetNextStatementTargets: PydevdRequest {
  let thread: String
  let frame: String

  public init(thread: String, frame: String) {
    self.thread = thread
    self.frame = frame
  }

  public var command: CommandID { .getNextStatementTargets }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String { "\(thread)\t\(frame)" }

  /// Lines in their order, each once; the process gives them in any order.
  public func reply(from frame: Frame, dialect: Dialect) throws -> [Int] {
    let lines = try XMLScanner.elements(in: frame.accepted()).filter { $0.name == "line" }
    return Set(lines.compactMap { Int($0.text ?? "") }).sorted()
  }
}
