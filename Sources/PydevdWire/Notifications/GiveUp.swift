/// 991: ends what stopped threads compute for the front end, for the helper in the process (`dialback_values.py`).
public struct GiveUp: PydevdNotification {
  public init() {}

  public var command: CommandID { .giveUp }

  public func payload(for dialect: Dialect) -> String { "" }
}
