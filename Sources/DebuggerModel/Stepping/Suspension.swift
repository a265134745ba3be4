public import SourcePaths

/// Why a thread stopped.
public enum StopReason: String, Equatable, Sendable {
  case breakpoint, step, pause, exception, uncaught, jump
  /// The stop where the process connects.
  case entry
  /// The program asked for it, see ``ProgramCall``.
  case call
}

/// The function that a program calls to stop.
public enum ProgramCall: String, Equatable, Sendable {
  case settrace, breakpoint
}

/// One stop of one thread: where, why, and its stack. It is replaced as a whole by the next stop.
public struct Suspension: Equatable, Sendable {
  public let stop: StopID
  public let reason: StopReason
  /// Innermost first; never empty.
  public let frames: [StackFrame]
  /// The breakpoint that was hit.
  public let breakpoint: BreakpointNumber?
  public let exception: ExceptionSummary?
  /// The function that the program called, where that is the reason.
  public let call: ProgramCall?
  /// Its breakpoint stops all threads of the process: they go on with it.
  public let holdsOthers: Bool
  /// Nobody asked for it, and it is no hit: another thread's breakpoint stops all threads.
  public internal(set) var isHeld: Bool

  public init(
    stop: StopID, reason: StopReason, frames: [StackFrame], breakpoint: BreakpointNumber? = nil,
    exception: ExceptionSummary? = nil, call: ProgramCall? = nil, holdsOthers: Bool = false, isHeld: Bool = false
  ) {
    self.call = call
    self.holdsOthers = holdsOthers
    self.isHeld = isHeld
    self.stop = stop
    self.reason = reason
    self.frames = frames
    self.breakpoint = breakpoint
    self.exception = exception
  }
}

/// What was raised where a thread stopped.
public struct ExceptionSummary: Equatable, Sendable {
  public let type: String
  public let message: String

  public init(type: String, message: String) {
    self.type = type
    self.message = message
  }

  var firstLine: String { String(message.prefix { !$0.isNewline }) }
}

/// One frame of a stopped thread's stack.
public struct StackFrame: Equatable, Sendable {
  public let id: FrameID
  public let function: String
  /// As the process names the file.
  public let remoteFile: RemotePath
  /// 1-based.
  public let line: Int

  public init(id: FrameID, function: String, remoteFile: RemotePath, line: Int) {
    self.id = id
    self.function = function
    self.remoteFile = remoteFile
    self.line = line
  }
}

/// What the wire says of a stop, before the model has made sense of its reason.
public struct SuspensionReport: Equatable, Sendable {
  /// Which command or event made the thread stop, in the model's own words.
  public enum Cause: Equatable, Sendable {
    /// A breakpoint, or the `settrace` call itself: the wire does not tell them apart.
    case breakpointOrEntry
    case step, pause, caughtException, uncaughtException, jump, entry
    case call(ProgramCall)
  }

  public let thread: ThreadID
  public let cause: Cause
  public let frames: [StackFrame]
  public let exception: ExceptionSummary?
  /// The name of the innermost frame's file under which its breakpoint was set, where it is another one: a link.
  public let breakpointFile: RemotePath?
  /// What was raised has been asked for.
  public let isExamined: Bool

  public init(
    thread: ThreadID, cause: Cause, frames: [StackFrame], exception: ExceptionSummary? = nil,
    breakpointFile: RemotePath? = nil, isExamined: Bool = false
  ) {
    self.breakpointFile = breakpointFile
    self.isExamined = isExamined
    self.thread = thread
    self.cause = cause
    self.frames = frames
    self.exception = exception
  }
}
