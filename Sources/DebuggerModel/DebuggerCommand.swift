/// Where a breakpoint, a listing or a run-to goes, as it was typed: still to be resolved against what is shown.
public enum PlaceText: Equatable, Sendable {
  /// `FILE:LINE`, or `LINE` of the file that is shown.
  case line(file: String?, line: Int)
  /// The name of a function.
  case function(String)
}

/// What can be asked of the debugger, by a key, by `:`, by a script. Text to this is `CommandLanguage`'s work.
public enum DebuggerCommand: Equatable, Sendable {
  case listBreakpoints
  case setBreakpoint(PlaceText, BreakpointOptions)
  case toggleBreakpoint(SourceFile, line: Int)
  /// All of them, or none where one of the numbers is nobody's.
  case enableBreakpoints([BreakpointNumber], Bool)
  case changeBreakpoint(BreakpointNumber, BreakpointChange)
  case clearBreakpoints([BreakpointNumber])
  case clearBreakpointsAt(PlaceText)
  case clearAllBreakpoints
  /// `nil` toggles.
  case mute(Bool?)
  case exceptions(ExceptionCommand)

  case resume(ResumeKind, scope: CommandScope)
  /// Steps into one call of the statement, or lists them with `nil`.
  case stepIntoCall(Int?)
  /// Goes on from another line of the innermost frame.
  case jump(Int)
  case listJumpTargets
  /// To a line of the file that is shown, or, with `nil`, to a line after the present one.
  case runTo(PlaceText?)
  case pause(scope: CommandScope)
  /// Drops the steps that wait for the present one to end.
  case dropQueuedSteps
  /// Says what can be seen of a stop: nothing else is asked for.
  case setVisibility(StopVisibility)

  /// With `nil`, the selected thread: it stays stopped when others go on.
  case freeze(String?)
  case thaw(String?)

  case showStack
  /// The stack of every thread of every process, running ones too.
  case showStacks
  case selectFrame(FrameSelection)
  case listThreads
  case selectThread(ThreadSelection)
  case listProcesses
  case selectProcess(ProcessNumber)

  case evaluate(String, pretty: Bool)
  case execute(String)
  /// An entry of the console: statements, an expression, or both.
  /// - Parameter isStatement: what it seems to be, for processes that can't tell.
  case enter(String, isStatement: Bool)
  /// Gives what an expression leads to another value.
  case assign(String, value: String)
  /// The whole of a value as text.
  case showValue(VariablePath)
  /// The whole of a value as Python's `repr` has it.
  case copyValue(VariablePath)
  /// A text that evaluates to an expression's value, for the prompt that changes it.
  case offerLiteral(String)
  /// A part of an array, a table or a nested list.
  case array(String, ArrayWindow.Part)
  /// What refers to the value of an expression.
  case referrers(String)
  case typeOf(String)
  /// Takes in a module's new text, functions that run included.
  case reloadModule(String)
  /// What the dotted name at the end of a text can become.
  case complete(String)
  case document(String)
  /// Stops waiting for the evaluations that are under way.
  case giveUpEvaluations
  case listWatches
  /// Seconds to wait for a value.
  case setEvaluationTimeout(Double)
  case setOption(DebuggeeOption)
  case listOptions
  case locals
  case globals
  case expand(String, range: Range<Int>?)
  /// Loads the children of a variable of the selected frame for the screen.
  case open(VariablePath, offset: Int)
  /// Loads the special variables of the selected frame, where the process keeps them back.
  case openFolded
  case addWatch(String)
  case removeWatch(Int)

  case list(PlaceText?)
  case showSource(String)
  /// Lists the files and the functions of the project.
  case indexProject
  case addMapping(String)
  case removeMapping(String)
  case listMappings

  /// A line for the program that Dialback started; `nil` is the end of its input.
  case programInput(String?)

  /// To the newest stop.
  case catchUp
  /// Takes the breakpoints from a process and lets it run; hard closes its connection, too.
  case detach(isHard: Bool)
  case kill
  case quit

  /// What is done about exceptions.
  public enum ExceptionCommand: Equatable, Sendable {
    case list
    case set(String, ExceptionBreakpoint.Options)
    case remove(String)
    case removeAll
    /// The exception that the selected thread stopped at, with those that led to it.
    case describe
  }

  public enum BreakpointChange: Equatable, Sendable {
    /// `nil` takes the condition away.
    case condition(String?)
    case hitCondition(String?)
    case logMessage(String?)
    case enabled(Bool)
    case options(BreakpointOptions)
  }

  public enum CommandScope: Equatable, Sendable {
    /// The selected thread.
    case selected
    /// Every thread of the selected process.
    case process
    /// Every thread of every process.
    case all
  }

  public enum FrameSelection: Equatable, Sendable {
    case number(Int)
    /// Towards the caller (pdb's `up`) by so many frames; negative towards the innermost.
    case up(Int)
  }

  public enum ThreadSelection: Equatable, Sendable {
    case id(String)
    /// The next (or with a negative number an earlier) one of the process.
    case relative(Int)
  }
}

extension DebuggerCommand {
  /// Whether a process goes on with it.
  public var resumes: Bool {
    switch self {
    case .resume, .stepIntoCall, .runTo: true
    case _: false
    }
  }
}
