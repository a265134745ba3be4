/// 141: whether functions with an `@DontTrace` comment are passed over (`pydevd_dont_trace.py`, `trace_filter`).
public struct EnableDontTrace: PydevdNotification {
  let isOn: Bool

  public init(isOn: Bool) { self.isOn = isOn }

  public var command: CommandID { .enableDontTrace }

  public func payload(for dialect: Dialect) -> String { "\(isOn)" }
}
