/// 113 without anybody who waits for its answer, for a thread that was just told to go on.
///
/// Since 3.0 a stopped thread of pydevd looks only each 200 ms whether it may go on, unless its event is set (`pydevd.py`,
/// `_do_wait_suspend`), and 106 sets the event of some thread, seldom of the one that it names
/// (`pydevd_additional_thread_info_regular.py`, `_update_stepping_info`: its loops overwrite `info`). A request for the thread
/// sets the right one. The thread then leaves without having served it, and serves it first thing at its next stop.
public struct WakeUp: PydevdNotification {
  let thread: String
  let frame: String

  /// - Parameter frame: any that the thread stands in; in one that is gone by then the answer is `None`.
  public init(thread: String, frame: String) {
    self.thread = thread
    self.frame = frame
  }

  public var command: CommandID { .evaluateExpression }

  public func payload(for dialect: Dialect) -> String {
    Evaluate(thread: thread, frame: frame, expression: "0", trim: true).payload(for: dialect)
  }
}
