/// 113 of no interest, for a thread that was told to go on.
///
/// A stopped thread of pydevd waits up to 200 ms, unless its event is set, before it looks whether it may go on (`pydevd.py`,
/// `_do_wait_suspend`). 106, and a step once the thread has read it, set the event of some thread, seldom of the one that is
/// meant (`pydevd_additional_thread_info_regular.py`, `_update_stepping_info`: its loops overwrite `info`). A request for the
/// thread sets the right one. The thread leaves without having served it, and serves it first thing at its next stop; before
/// that there may be no second one: each that waits takes an event, and the requests behind them would find none.
///
/// So it is since 3.0; before, threads look each 10 ms. No release of pydevd tells its version, so all get it.
public struct WakeUp: PydevdRequest {
  let thread: String
  let frame: String

  /// - Parameter frame: any that the thread stands in; in one that is gone by then the answer is `None`.
  public init(thread: String, frame: String) {
    self.thread = thread
    self.frame = frame
  }

  public var command: CommandID { .evaluateExpression }

  /// Nothing waits for the thread to have served it.
  public var threadID: String? { nil }

  public func payload(for dialect: Dialect) -> String {
    Evaluate(thread: thread, frame: frame, expression: "0", trim: true).payload(for: dialect)
  }

  public func reply(from frame: Frame, dialect: Dialect) throws { _ = try frame.variable(dialect) }
}
