/// The number of a message's kind, with pydevd's own constants (`pydevd_comm_constants.py`, `CMD_…`).
public struct CommandID: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  private init(_ rawValue: Int) { self.rawValue = rawValue }

  public static let portDispatch = CommandID(99)
  public static let run = CommandID(101)
  public static let listThreads = CommandID(102)
  public static let threadCreate = CommandID(103)
  public static let threadKill = CommandID(104)
  public static let threadSuspend = CommandID(105)
  public static let threadRun = CommandID(106)
  public static let stepInto = CommandID(107)
  public static let stepOver = CommandID(108)
  public static let stepReturn = CommandID(109)
  public static let getVariable = CommandID(110)
  public static let setBreak = CommandID(111)
  public static let removeBreak = CommandID(112)
  public static let evaluateExpression = CommandID(113)
  public static let getFrame = CommandID(114)
  public static let execExpression = CommandID(115)
  public static let writeToConsole = CommandID(116)
  public static let changeVariable = CommandID(117)
  public static let addExceptionBreak = CommandID(122)
  public static let loadSource = CommandID(124)
  public static let setNextStatement = CommandID(127)
  public static let exit = CommandID(129)
  public static let signatureCallTrace = CommandID(130)
  public static let getBreakpointException = CommandID(136)
  public static let stepCaughtException = CommandID(137)
  public static let sendCurrExceptionTrace = CommandID(138)
  public static let sendCurrExceptionTraceProceeded = CommandID(139)
  public static let showConsole = CommandID(142)
  public static let stepIntoMyCode = CommandID(144)
  public static let concurrencyEvent = CommandID(145)
  public static let inputRequested = CommandID(147)
  public static let processCreated = CommandID(149)
  public static let showCythonWarning = CommandID(150)
  public static let stopOnStart = CommandID(154)
  public static let threadSuspendSingleNotification = CommandID(157)
  public static let threadResumeSingleNotification = CommandID(158)
  public static let stepOverMyCode = CommandID(159)
  public static let version = CommandID(501)
  public static let returnValue = CommandID(502)
  public static let error = CommandID(901)
}
