/// 205: shows the token that the process wants to see before it obeys (`pydevd_process_net_command.py`,
/// `cmd_authenticate`; pydevd only). The reply is the token that the process shows of itself.
public struct Authenticate: PydevdRequest {
  let token: String

  public init(token: String) { self.token = token }

  public var command: CommandID { .authenticate }

  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String { token }

  public func reply(from frame: Frame, dialect: Dialect) throws -> String { try frame.accepted() }

  /// Whether an error is that of a process that waits for its token.
  public static func isWanted(after error: any Error) -> Bool {
    guard case .remote(let text)? = error as? WireError else { return false }
    return text.contains("not authenticated")
  }
}
