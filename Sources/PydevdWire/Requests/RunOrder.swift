/// 101 as the very first message: a process that wants an access token refuses it (`pydevd_process_net_command.py`,
/// `process_net_command`), any other one runs on and has no reply.
public struct RunOrder: PydevdRequest {
  public init() {}

  public var command: CommandID { .run }

  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { "" }

  public func reply(from frame: Frame, dialect: Dialect) throws { _ = try frame.accepted() }
}
