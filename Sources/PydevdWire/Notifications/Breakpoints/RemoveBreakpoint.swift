/// 112: takes a breakpoint back (`pydevd_process_net_command.py`, `cmd_remove_break`).
public struct RemoveBreakpoint: PydevdNotification {
  let id: Int
  let file: String
  let type: BreakpointType

  public init(id: Int, file: String, type: BreakpointType = .python) {
    self.id = id
    self.file = file
    self.type = type
  }

  public var command: CommandID { .removeBreak }

  public func payload(for dialect: Dialect) -> String { "\(type.rawValue)\t\(file)\t\(id)" }
}
