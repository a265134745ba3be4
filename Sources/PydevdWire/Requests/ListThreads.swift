/// 102: the threads of the process (`pydevd_process_net_command.py`, `cmd_list_threads`), answered by a 502. Releases without
/// ``Dialect/listsThreads`` answer with an error, which is an answer too.
public struct ListThreads: PydevdRequest {
  public init() {}

  public var command: CommandID { .listThreads }

  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { "" }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireThread] {
    try XMLScanner.list(frame.accepted()) { WireThread($0) }
  }
}
