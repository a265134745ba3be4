/// 123: takes an exception breakpoint back (`pydevd_process_net_command.py`, `cmd_remove_exception_break`).
public struct RemoveExceptionBreakpoint: PydevdNotification {
  let name: ExceptionName

  public init(name: ExceptionName) { self.name = name }

  public var command: CommandID { .removeExceptionBreak }

  public func payload(for dialect: Dialect) -> String { name.text }
}
