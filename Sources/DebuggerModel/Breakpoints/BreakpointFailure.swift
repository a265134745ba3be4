/// An expression of a breakpoint raised in a process. Some processes tell which breakpoint it was, others which thread stops.
public struct BreakpointFailure: Equatable, Sendable {
  public let breakpoint: BreakpointNumber?
  public let thread: ThreadID?
  /// The log expression, not the condition.
  public let isLog: Bool
  public let condition: String?
  /// The exception's type and message.
  public let error: String

  public init(
    breakpoint: BreakpointNumber? = nil, thread: ThreadID? = nil, isLog: Bool = false, condition: String? = nil,
    error: String
  ) {
    self.breakpoint = breakpoint
    self.thread = thread
    self.isLog = isLog
    self.condition = condition
    self.error = error
  }

  /// What is said of the breakpoint.
  var words: String { "the \(isLog ? "log expression" : "condition") raised \(error)" }
}
