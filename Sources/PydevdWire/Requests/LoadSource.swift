/// 124: the text of a file as the process can read it (`pydevd_process_net_command.py`, `cmd_load_source`).
public struct LoadSource: PydevdRequest {
  let path: String

  public init(path: String) { self.path = path }

  public var command: CommandID { .loadSource }

  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { path }

  public func reply(from frame: Frame, dialect: Dialect) throws -> String { try frame.accepted() }
}
