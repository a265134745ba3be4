public import SourcePaths

/// What happens to the debugger: the only way in which its state changes.
public enum DebuggerEvent: Equatable, Sendable {
  case listening(host: String, port: Int)
  /// No more processes can be taken in, or with `nil` they can again.
  case listenerFull(DebuggerState.ListenerLimit?)
  /// The debugger is about to go: what ends from now on was let go.
  case leaving
  /// The program that was started here is ended, to be started again.
  case restarting
  /// The handshake got as far as the dialect; the process waits for its settings and for RUN.
  case connected(ProcessNumber, ProcessIdentity)
  case processDescribed(ProcessNumber, python: String)
  /// The pids of a process's ancestors, its parent first, as far as they are known.
  case ancestors(ProcessNumber, [Int])
  case threadStarted(ProcessNumber, ThreadID, name: String)
  case threadEnded(ProcessNumber, ThreadID)
  case suspended(ProcessNumber, SuspensionReport)
  case resumed(ProcessNumber, ThreadID)
  /// The order to go on could not be delivered or was refused.
  case resumeRefused(ProcessNumber, ThreadID, String)
  case output(ProcessNumber, OutputCategory, String)
  /// Written by the program that Dialback started itself, straight from its own standard output and error.
  case launchedOutput(OutputCategory, String)
  /// The program that Dialback starts itself has come a step further.
  case program(ProgramPhase)
  case inputRequested(ProcessNumber, Bool)
  /// An exception that nobody handled ends the program.
  case endedByException(ProcessNumber, ExceptionSummary)
  case breakpointPlaced(ProcessNumber, BreakpointNumber, Breakpoint.Placement)
  /// The process says that a file of a breakpoint does not exist there.
  case breakpointFileMissing(ProcessNumber, RemotePath)
  /// The process was asked for the files of breakpoints; with those that it has. What it does not have was reported before.
  case breakpointFilesChecked(ProcessNumber, [RemotePath], present: [RemotePath])
  /// The process's own filters leave a file of a breakpoint out.
  case breakpointFileExcluded(ProcessNumber, RemotePath)
  /// Whether the local file differs from what the process has under that name, and whether that file is newer than what the
  /// process runs. After a reload the old frames run code from before it.
  case fileCompared(
    ProcessNumber, RemotePath, LocalPath?, differs: Bool, isNewer: Bool, oldFrames: Set<FrameID> = [])
  /// A local file has changed since it was compared last.
  case fileChanged(LocalPath)
  /// Files of the project with a function of that name.
  case definitionFound(String, [LocalPath])
  /// The files of the project, and once more with what is defined in them.
  case projectIndexed(ProjectIndex)
  /// The process has looked at a line of a template: it goes to another one, or nowhere.
  case breakpointLineChecked(ProcessNumber, RemotePath, line: Int, movedTo: Int?)
  /// An expression of a breakpoint raised.
  case breakpointFailed(ProcessNumber, BreakpointFailure)
  /// A process that was let go softly runs, all of it, and has no breakpoints.
  case released(ProcessNumber)
  /// Seconds for which the machine of a process has acknowledged nothing of what waits for that; `nil` where nothing waits.
  case linkSilent(ProcessNumber, seconds: Int?)
  case disconnected(ProcessNumber, EndReason)
  /// Somebody connected who is not pydevd.
  case knocked(peer: String, what: String)
  /// Somebody connected who may not, and was told to run on.
  case refused(peer: String, reason: String)

  case variables(VariableRequest, Result<VariableList, CommandFailure>)
  /// A stopped thread still computes what it was asked for.
  case computing(Computation)
  /// The variables that are there while the others are computed.
  case variablesSoFar(VariableRequest, VariableList)
  case assigned(AssignmentRequest, Result<Variable, CommandFailure>)
  /// The text that an entry of the console has printed so far, and whether it is of statements only.
  case entryPrinted(RequestToken, String, isStatement: Bool)
  case evaluated(EvaluationRequest, Result<Variable, CommandFailure>)
  case stacks(StacksRequest, [ThreadStack])
  case answered(Inquiry, Result<Inquiry.Answer, CommandFailure>)
  /// With the reason of a refusal; `nil` where the jump was accepted.
  case jumpAnswered(JumpRequest, CommandFailure?)
  /// No `fileCompared` follows: a text can't be read, the thread went on, or the same texts were compared before.
  case comparisonOver(ProcessNumber, RemotePath)
  case sourceRead(SourceFile, Result<String, CommandFailure>)
  /// A local file is another name, by links, of a file; reported before its text.
  case sourceIdentified(LocalPath, LocalPath)
  case sourceFetched(SourceRequest, Result<SourceReading, CommandFailure>)

  case exceptionExamined(ExceptionQuery, Result<ExceptionAnswer, CommandFailure>)
  case breakpointsRestored([BreakpointRecord])
  case exceptionsRestored([ExceptionRecord])
  /// Another Dialback has changed what is kept of the project.
  case keptElsewhere(KeptChanges)
  case command(RequestToken, DebuggerCommand)
  /// A line of Dialback's own for the console alone: the banner.
  case consoleLine(String)
  /// Something of Dialback's own that the user should read.
  case notice(ProcessNumber?, String, isWarning: Bool)
}

extension DebuggerEvent {
  /// It is something that a program has printed.
  public var isOutput: Bool {
    switch self {
    case .output, .launchedOutput: true
    default: false
    }
  }
}
