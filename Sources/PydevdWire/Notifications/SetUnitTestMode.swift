/// 170: assertions that fail in tests stop there (pydevd-pycharm, `pydevd.py`, `set_unit_tests_debugging_mode`). It can't be taken
/// back.
public struct SetUnitTestMode: PydevdNotification {
  public init() {}

  public var command: CommandID { .setUnitTestDebuggingMode }

  public func payload(for dialect: Dialect) -> String { "" }
}
