/// 154: stop at the program's first line; before RUN (`cmd_stop_on_start`).
public struct StopOnStart: PydevdNotification {
  public init() {}

  public var command: CommandID { .stopOnStart }

  public func payload(for dialect: Dialect) -> String { "true" }
}
