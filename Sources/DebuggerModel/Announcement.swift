public import SourcePaths

/// What the outside is told: a line of batch mode each, a notice or a console line on the screen.
public enum Announcement: Equatable, Sendable {
  case listening(host: String, port: Int)
  case connected(ProcessNumber, ProcessIdentity)
  case stopped(StopSummary)
  case resumed(ProcessNumber, ThreadID)
  case threadStarted(ProcessNumber, ThreadID, name: String)
  case threadEnded(ProcessNumber, ThreadID)
  case output(ProcessNumber, OutputCategory, String)
  case breakpoint(BreakpointReport)
  case exceptionBreakpoint(ExceptionBreakpointReport)
  case result(RequestToken, Result<ResultValue, CommandFailure>)
  /// A watch was evaluated, after a stop or where another frame was selected.
  case display(WatchReport)
  case warning(ProcessNumber?, String)
  /// Somebody connected who is not pydevd, or was turned away.
  case knock(peer: String, what: String)
  /// With the exception that ended the program, where one did.
  case ended(ProcessNumber, EndReason, ExceptionSummary? = nil)
}

/// A stop, as it is told to the outside.
public struct StopSummary: Equatable, Sendable {
  public let process: ProcessNumber
  public let thread: ThreadID
  public let reason: StopReason
  /// `nil` where no local file stands for the remote one.
  public let file: LocalPath?
  public let remoteFile: RemotePath
  /// The line of the local file, or that of the process's where it isn't certain.
  public private(set) var line: Int
  /// The line that the process reports.
  public let remoteLine: Int
  public let function: String
  public let breakpoint: BreakpointNumber?
  public let exception: ExceptionSummary?
  public let call: ProgramCall?

  func on(line: Int) -> Self {
    var stop = self
    stop.line = line
    return stop
  }
}

/// The value of a watch in a frame.
public struct WatchReport: Equatable, Sendable {
  public let process: ProcessNumber
  public let thread: ThreadID
  public let number: Int
  public let expression: String
  /// In the form of a variable of `locals`, or why there is none.
  public let value: Result<ResultValue, CommandFailure>
}

/// The state of a breakpoint, told whenever it changes.
public struct BreakpointReport: Equatable, Sendable {
  public let number: BreakpointNumber
  public let file: String
  /// 0 where the function is still to be found.
  public let line: Int
  public let function: String?
  /// `pending`, `set`, `unbound`, `moved`, `error`, or `cleared` when it is gone.
  public let state: String
  public let message: String?
}

/// The state of an exception breakpoint, told whenever it changes.
public struct ExceptionBreakpointReport: Equatable, Sendable {
  public let number: BreakpointNumber
  public let exception: String
  public let state: String
  public let message: String?
}
