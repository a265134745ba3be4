/// 106: lets a stopped thread go on, or all of them.
public struct Resume: PydevdNotification {
  let thread: String?

  /// - Parameter thread: `nil` for all, where the dialect has that.
  public init(thread: String?) { self.thread = thread }

  public var command: CommandID { .threadRun }

  public func payload(for dialect: Dialect) -> String { thread ?? "*" }
}
