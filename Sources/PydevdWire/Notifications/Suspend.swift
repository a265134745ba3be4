/// 105: stops a thread at its next line of Python, or all of them.
public struct Suspend: PydevdNotification {
  let thread: String?

  /// - Parameter thread: `nil` for all, where the dialect has that.
  public init(thread: String?) { self.thread = thread }

  public var command: CommandID { .threadSuspend }

  public func payload(for dialect: Dialect) -> String { thread ?? "*" }
}
