/// 133: which functions of properties are stepped into (`pydevd_process_net_command.py`, `cmd_set_property_trace`; on
/// pydevd-pycharm `process_net_command`). The first one replaces Python's `property`: it holds for the classes that are made
/// after it, and for as long as the process lives.
public struct SetPropertyTrace: PydevdNotification {
  let getter: Bool
  let setter: Bool
  let deleter: Bool

  /// - Parameters: whether they are stepped into.
  public init(getter: Bool, setter: Bool, deleter: Bool) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
  }

  public var command: CommandID { .setPropertyTrace }

  /// The words say what is passed over.
  public func payload(for dialect: Dialect) -> String { "true;\(!getter);\(!setter);\(!deleter)" }
}
