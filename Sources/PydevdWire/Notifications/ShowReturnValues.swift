/// 146: whether what functions return is listed beside the variables (`pydevd_process_net_command.py`, `cmd_show_return_values`).
public struct ShowReturnValues: PydevdNotification {
  let isOn: Bool

  public init(isOn: Bool) { self.isOn = isOn }

  public var command: CommandID { .showReturnValues }

  /// The first field is not read.
  public func payload(for dialect: Dialect) -> String { "CMD_SHOW_RETURN_VALUES\t\(isOn ? 1 : 0)" }
}
