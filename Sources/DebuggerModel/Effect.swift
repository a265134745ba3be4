public import SourcePaths

/// What the state wants done outside; the session driver does it and answers with events.
public enum Effect: Equatable, Sendable {
  case announce(Announcement)

  case setBreakpoint(ProcessNumber, WireBreakpoint)
  case removeBreakpoint(ProcessNumber, BreakpointNumber, RemotePath, line: Int)
  /// Asks, at a stop, whether these files of breakpoints are there; also a process that says so by itself where they can't be
  /// read here.
  case checkFiles(FrameKey, [RemotePath], areUnread: Bool)
  case setException(ProcessNumber, WireExceptionBreakpoint)
  case removeException(ProcessNumber, String)
  case examineException(ExceptionQuery)
  case saveExceptions([ExceptionRecord])
  /// Ends the handshake: the process runs from here on.
  case run(ProcessNumber)
  case resume(ProcessNumber, ThreadID, ResumeKind)
  case pause(ProcessNumber, ThreadID)
  case pauseAll(ProcessNumber)
  case loadVariables(VariableRequest)
  case evaluate(EvaluationRequest)
  /// Ends what the stopped threads of a process compute.
  case giveUp(ProcessNumber)
  case assign(AssignmentRequest)
  case loadStacks(StacksRequest)
  case inquire(Inquiry)
  case jump(JumpRequest)
  /// Seconds that evaluations may take from now on.
  case setEvaluationTimeout(Double)
  /// Compares a file of a process with the local one that stands for it, and with what the process runs.
  case compareFile(FrameKey, RemotePath, LocalPath?)
  /// Tells a process how it is to be debugged.
  case configure(ProcessNumber, DebuggeeSetting)
  /// Lets all threads of a process run, and keeps the connection; `released` comes back.
  case release(ProcessNumber)
  /// Lets the process run without breakpoints and closes its connection.
  case detach(ProcessNumber)
  /// Ends the process, from a thread that is stopped.
  case kill(ProcessNumber, ThreadID)
  /// Ends a process none of whose threads is stopped: by a signal where it is on this machine, else a pause is asked for.
  case killRunning(ProcessNumber)

  /// Looks for the files below a folder that define a function of that name.
  case findDefinition(String, root: LocalPath)
  /// Lists the files below a folder and what is defined in them.
  case indexProject(LocalPath)
  /// A line for the program that was started here; `nil` closes its input.
  case sendInput(String?)
  case readSource(LocalPath)
  case fetchSource(SourceRequest)
  case saveBreakpoints([BreakpointRecord])
  case quit
}

/// A breakpoint in the words of one process.
public struct WireBreakpoint: Equatable, Sendable {
  public let number: BreakpointNumber
  public let file: RemotePath
  public let line: Int
  public let options: BreakpointOptions
  /// For a line of a template, those that may render it, the likeliest first.
  public let engines: [TemplateEngine]
}

/// An exception breakpoint for one process. Its condition and its log expression are tried from here, at the stop.
public struct WireExceptionBreakpoint: Equatable, Sendable {
  public let exception: String
  public let moments: Set<ExceptionBreakpoint.Moment>
  public let ignoresLibraries: Bool
}

/// Asks for the children of a variable, or for the variables of a frame.
public struct VariableRequest: Equatable, Hashable, Sendable {
  public enum Part: Equatable, Hashable, Sendable {
    /// What is looked at first: without those that the process keeps back, and of a long container its beginning.
    case first
    /// The same, with those that the process keeps back.
    case all
    /// Only those.
    case folded
    /// Elements of a container by their place in it.
    case elements(Range<Int>)
  }

  public let frame: FrameKey
  /// `.root` for the frame's own variables.
  public let path: VariablePath
  public let part: Part
  /// The command that waits for it; `nil` for the screen.
  public let token: RequestToken?

  public init(frame: FrameKey, path: VariablePath, part: Part = .first, token: RequestToken? = nil) {
    self.frame = frame
    self.path = path
    self.part = part
    self.token = token
  }
}

/// Asks for a value, or for a statement to be run, in a frame of a stopped thread.
public struct EvaluationRequest: Equatable, Sendable {
  public enum Purpose: Equatable, Sendable {
    case command(RequestToken)
    case watch(Int)
  }

  public let frame: FrameKey
  public let expression: String
  /// Run it as statements; there is no value then.
  public let isStatement: Bool
  /// The whole value, however long.
  public let isFull: Bool
  /// An entry of the console: it may have statements as well, and what it prints is reported.
  public let isEntry: Bool
  public let purpose: Purpose

  public init(
    frame: FrameKey, expression: String, isStatement: Bool = false, isFull: Bool = false, isEntry: Bool = false,
    purpose: Purpose
  ) {
    self.isEntry = isEntry
    self.frame = frame
    self.expression = expression
    self.isStatement = isStatement
    self.isFull = isFull
    self.purpose = purpose
  }
}

/// Asks for a variable, an attribute or an element to be given another value.
public struct AssignmentRequest: Equatable, Sendable {
  public let frame: FrameKey
  /// A Python expression that can stand before `=`.
  public let target: String
  /// A Python expression.
  public let value: String
  public let token: RequestToken

  public init(frame: FrameKey, target: String, value: String, token: RequestToken) {
    self.frame = frame
    self.target = target
    self.value = value
    self.token = token
  }
}
