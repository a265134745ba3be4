/// 501: tells our version, the operating system whose paths we use, and that breakpoints are kept by id. It is the first message
/// of all; the reply is the other side's version (`pydevd_process_net_command.py`, `cmd_version`).
public struct Version: PydevdRequest {
  public init() {}

  public var command: CommandID { .version }

  public var threadID: String? { nil }

  /// All three fields, always: without them the host's own system and breakpoints by line are assumed.
  public func payload(for dialect: Dialect) -> String { "0.1\tUNIX\tID" }

  /// A process that was given an access token refuses here, `Client not authenticated.`
  public func reply(from frame: Frame, dialect: Dialect) throws -> String {
    let version = try frame.accepted()
    guard frame.command == .version else {
      throw WireError.malformed(frame.command, "501 was to be answered by 501")
    }
    return version
  }
}
