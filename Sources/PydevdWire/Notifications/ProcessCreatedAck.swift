/// 159 to pydevd-pycharm: a new process was noticed, the one that starts it may go on (``Dialect/processCreatedNeedsAck``).
/// pydevd would take it for a step, so there it must not be sent.
public struct ProcessCreatedAck: PydevdNotification {
  let sequence: Int

  /// - Parameter sequence: the number of the 149.
  public init(sequence: Int) { self.sequence = sequence }

  public var command: CommandID { .processCreatedReceived }

  public func payload(for dialect: Dialect) -> String { String(sequence) }
}
