/// 141 with nothing in it, which does nothing and is not answered on any release. It makes the kernel acknowledge what was read.
public struct NoOperation: PydevdNotification {
  public init() {}

  public var command: CommandID { .enableDontTrace }

  public func payload(for dialect: Dialect) -> String { "" }
}
