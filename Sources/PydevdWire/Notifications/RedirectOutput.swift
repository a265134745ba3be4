/// 200: from now on the process tells what it prints (`pydevd_process_net_command.py`, `cmd_redirect_output`). It can't be taken
/// back.
public struct RedirectOutput: PydevdNotification {
  let output: Bool
  let errors: Bool

  public init(output: Bool = true, errors: Bool = true) {
    self.output = output
    self.errors = errors
  }

  public var command: CommandID { .redirectOutput }

  public func payload(for dialect: Dialect) -> String {
    ((output ? ["STDOUT"] : []) + (errors ? ["STDERR"] : [])).joined(separator: " ")
  }
}
