public import SourcePaths

/// A question about the exception that a thread stopped at, asked in the frame that it stopped in.
public struct ExceptionQuery: Equatable, Sendable {
  public enum Question: Equatable, Sendable {
    case details
    /// Whether an expression is true.
    case condition(String)
    /// The text of an expression's value.
    case log(String)
    /// The exceptions that led to it, with their frames: for a command.
    case chain(RequestToken)
  }

  public let process: ProcessNumber
  public let thread: ThreadID
  public let frame: FrameID
  public let question: Question

  public init(process: ProcessNumber, thread: ThreadID, frame: FrameID, question: Question) {
    self.process = process
    self.thread = thread
    self.frame = frame
    self.question = question
  }
}

/// The answer to an ``ExceptionQuery``.
public enum ExceptionAnswer: Equatable, Sendable {
  case details(ExceptionDetails)
  case condition(Bool)
  case log(String)
  /// The exception that was raised last comes first.
  case chain([RaisedException])
}

/// An exception, and what its class is made from.
public struct ExceptionDetails: Equatable, Sendable {
  public let summary: ExceptionSummary
  /// The class and those that it is made from, as `module.Name`, the class itself first.
  public let ancestors: [String]
  /// The file that it was raised in, where that was not in the frame that stopped.
  public let origin: RemotePath?
  /// Those that it has passed, the innermost first, with the lines where they stood.
  public let frames: [StackFrame]

  public init(
    summary: ExceptionSummary, ancestors: [String], origin: RemotePath? = nil, frames: [StackFrame] = []
  ) {
    self.frames = frames
    self.summary = summary
    self.ancestors = ancestors
    self.origin = origin
  }
}

/// What an exception was, and the frames that it had before it.
struct RaisedStop: Equatable, Sendable {
  let summary: ExceptionSummary
  let frames: [FrameID]
}

/// A stop at an exception that is not told yet: whether it is one depends on answers that are under way.
struct HeldException: Equatable, Sendable {
  let report: SuspensionReport
  var details: ExceptionDetails?
  var breakpoint: BreakpointNumber?
}
