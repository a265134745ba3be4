/// The number of a message's kind, with pydevd's own constants (`pydevd_comm_constants.py`, `CMD_…`).
public struct CommandID: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  init(_ rawValue: Int) { self.rawValue = rawValue }

  /// The port for the session, told to the dispatcher of `--multiproc` (`pydevd.py`, `DispatchReader`).
  public static let portDispatch = CommandID(99)
  /// CMD_RUN
  public static let run = CommandID(101)
  /// CMD_LIST_THREADS
  public static let listThreads = CommandID(102)
  /// CMD_THREAD_CREATE
  public static let threadCreate = CommandID(103)
  /// CMD_THREAD_KILL
  public static let threadKill = CommandID(104)
  /// CMD_THREAD_SUSPEND
  public static let threadSuspend = CommandID(105)
  /// CMD_THREAD_RUN
  public static let threadRun = CommandID(106)
  /// CMD_STEP_INTO
  public static let stepInto = CommandID(107)
  /// CMD_STEP_OVER
  public static let stepOver = CommandID(108)
  /// CMD_STEP_RETURN
  public static let stepReturn = CommandID(109)
  /// CMD_GET_VARIABLE
  public static let getVariable = CommandID(110)
  /// CMD_SET_BREAK
  public static let setBreak = CommandID(111)
  /// CMD_REMOVE_BREAK
  public static let removeBreak = CommandID(112)
  /// CMD_EVALUATE_EXPRESSION
  public static let evaluateExpression = CommandID(113)
  /// CMD_GET_FRAME
  public static let getFrame = CommandID(114)
  /// CMD_EXEC_EXPRESSION
  public static let execExpression = CommandID(115)
  /// CMD_WRITE_TO_CONSOLE
  public static let writeToConsole = CommandID(116)
  /// CMD_CHANGE_VARIABLE
  public static let changeVariable = CommandID(117)
  /// CMD_RUN_TO_LINE
  public static let runToLine = CommandID(118)
  /// CMD_RELOAD_CODE
  public static let reloadCode = CommandID(119)
  /// CMD_GET_COMPLETIONS
  public static let getCompletions = CommandID(120)
  /// CMD_CONSOLE_EXEC
  public static let consoleExec = CommandID(121)
  /// CMD_ADD_EXCEPTION_BREAK
  public static let addExceptionBreak = CommandID(122)
  /// CMD_REMOVE_EXCEPTION_BREAK
  public static let removeExceptionBreak = CommandID(123)
  /// CMD_LOAD_SOURCE
  public static let loadSource = CommandID(124)
  /// CMD_ADD_DJANGO_EXCEPTION_BREAK
  public static let addDjangoExceptionBreak = CommandID(125)
  /// CMD_REMOVE_DJANGO_EXCEPTION_BREAK
  public static let removeDjangoExceptionBreak = CommandID(126)
  /// CMD_SET_NEXT_STATEMENT
  public static let setNextStatement = CommandID(127)
  /// CMD_SMART_STEP_INTO
  public static let smartStepInto = CommandID(128)
  /// CMD_EXIT
  public static let exit = CommandID(129)
  /// CMD_SIGNATURE_CALL_TRACE
  public static let signatureCallTrace = CommandID(130)
  /// CMD_SET_PY_EXCEPTION
  public static let setPyException = CommandID(131)
  /// CMD_GET_FILE_CONTENTS
  public static let getFileContents = CommandID(132)
  /// CMD_SET_PROPERTY_TRACE
  public static let setPropertyTrace = CommandID(133)
  /// CMD_EVALUATE_CONSOLE_EXPRESSION
  public static let evaluateConsoleExpression = CommandID(134)
  /// CMD_RUN_CUSTOM_OPERATION
  public static let runCustomOperation = CommandID(135)
  /// CMD_GET_BREAKPOINT_EXCEPTION
  public static let getBreakpointException = CommandID(136)
  /// CMD_STEP_CAUGHT_EXCEPTION
  public static let stepCaughtException = CommandID(137)
  /// CMD_SEND_CURR_EXCEPTION_TRACE
  public static let sendCurrExceptionTrace = CommandID(138)
  /// CMD_SEND_CURR_EXCEPTION_TRACE_PROCEEDED
  public static let sendCurrExceptionTraceProceeded = CommandID(139)
  /// CMD_IGNORE_THROWN_EXCEPTION_AT
  public static let ignoreThrownExceptionAt = CommandID(140)
  /// CMD_ENABLE_DONT_TRACE
  public static let enableDontTrace = CommandID(141)
  /// CMD_SHOW_CONSOLE
  public static let showConsole = CommandID(142)
  /// CMD_GET_ARRAY
  public static let getArray = CommandID(143)
  /// CMD_STEP_INTO_MY_CODE
  public static let stepIntoMyCode = CommandID(144)
  /// CMD_GET_CONCURRENCY_EVENT
  public static let concurrencyEvent = CommandID(145)
  /// CMD_SHOW_RETURN_VALUES
  public static let showReturnValues = CommandID(146)
  /// CMD_INPUT_REQUESTED
  public static let inputRequested = CommandID(147)
  /// CMD_GET_DESCRIPTION
  public static let getDescription = CommandID(148)
  /// CMD_PROCESS_CREATED
  public static let processCreated = CommandID(149)
  /// CMD_SHOW_CYTHON_WARNING
  public static let showCythonWarning = CommandID(150)
  /// CMD_LOAD_FULL_VALUE
  public static let loadFullValue = CommandID(151)
  /// CMD_GET_THREAD_STACK
  public static let getThreadStack = CommandID(152)
  /// CMD_THREAD_DUMP_TO_STDERR
  public static let threadDumpToStderr = CommandID(153)
  /// CMD_STOP_ON_START
  public static let stopOnStart = CommandID(154)
  /// CMD_GET_EXCEPTION_DETAILS
  public static let getExceptionDetails = CommandID(155)
  /// CMD_PYDEVD_JSON_CONFIG
  public static let pydevdJSONConfig = CommandID(156)
  /// CMD_THREAD_SUSPEND_SINGLE_NOTIFICATION
  public static let threadSuspendSingleNotification = CommandID(157)
  /// CMD_THREAD_RESUME_SINGLE_NOTIFICATION
  public static let threadResumeSingleNotification = CommandID(158)
}
