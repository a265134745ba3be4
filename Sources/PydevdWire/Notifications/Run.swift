/// 101: ends the handshake; `settrace` returns.
public struct Run: PydevdNotification {
  public init() {}

  public var command: CommandID { .run }

  public func payload(for dialect: Dialect) -> String { "" }
}
