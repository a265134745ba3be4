/// What a process says by itself.
public enum WireEvent: Equatable, Sendable {
  case threadCreated([WireThread])
  case threadKilled(String)
  case threadSuspended(WireSuspension)
  /// With the reason as it stands there: -1 for continue, else the step's command.
  case threadResumed(String, reason: String)
  case output(String, isError: Bool)
  case exit
  case signatureTrace(String)
  case breakpointConditionFailed(WireConditionFailure)
  case exceptionTrace(WireExceptionTrace)
  case exceptionTraceProceeded(String)
  case showConsole(String)
  case concurrency(String)
  /// The process waits in a read of its standard input, or is done with it.
  case inputRequested(Bool)
  case processCreated(sequence: Int)
  /// Nobody handled an exception, and the program ends (`dialback_ending.py`).
  case endedByException(type: String, message: String)
  case cythonWarning
  case singleSuspend(String)
  case singleResume(String)
  case remoteError(String)
  case unknown(Frame)

  public static func decode(_ frame: Frame, dialect: Dialect) throws -> WireEvent {
    var memory = StackMemory()
    return try decode(frame, dialect: dialect, memory: &memory)
  }

  /// - Parameter memory: the stack that the same process told last.
  public static func decode(_ frame: Frame, dialect: Dialect, memory: inout StackMemory) throws -> WireEvent {
    let payload = frame.payload
    switch frame.command {
    case .threadCreate:
      return .threadCreated(try XMLScanner.list(payload) { WireThread($0) })
    case .threadKill: return .threadKilled(payload)
    case .threadSuspend: return .threadSuspended(try WireSuspension(payload, dialect, &memory))
    case .threadRun: return resumed(payload)
    case .writeToConsole: return try output(payload)
    case .exit: return .exit
    case .signatureCallTrace: return .signatureTrace(payload)
    case .getBreakpointException: return .breakpointConditionFailed(WireConditionFailure(payload))
    case .sendCurrExceptionTrace: return .exceptionTrace(try WireExceptionTrace(payload, dialect))
    case .sendCurrExceptionTraceProceeded: return .exceptionTraceProceeded(payload)
    case .showConsole: return .showConsole(payload)
    case .concurrencyEvent: return .concurrency(payload)
    case .inputRequested: return .inputRequested(payload.hasPrefix("True"))
    case .endedByException: return try ended(payload)
    case .processCreated: return .processCreated(sequence: frame.sequence)
    case .showCythonWarning: return .cythonWarning
    case .threadSuspendSingleNotification: return .singleSuspend(payload)
    case .threadResumeSingleNotification: return .singleResume(payload)
    case .error: return .remoteError(payload)
    default: return .unknown(frame)
    }
  }

  private static func resumed(_ payload: String) -> WireEvent {
    let fields = payload.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    return .threadResumed(
      String(fields.first ?? ""), reason: fields.count > 1 ? String(fields[1]) : "")
  }

  private static func ended(_ payload: String) throws -> WireEvent {
    let found = try XMLScanner.list(payload) { tag in
      tag.isNamed("ended") ? (type: tag.percentDecoded("type"), message: tag.percentDecoded("message")) : nil
    }
    guard let type = found.first?.type else {
      throw WireError.malformed(.endedByException, "an end without its exception")
    }
    return .endedByException(type: type, message: found.first?.message ?? "")
  }

  private static func output(_ payload: String) throws -> WireEvent {
    let pieces = try XMLScanner.list(payload) { tag in
      tag.isNamed("io") ? (text: tag.percentDecoded("s"), isError: tag.has("ctx", "2")) : nil
    }
    guard let piece = pieces.first, let text = piece.text else {
      throw WireError.malformed(.writeToConsole, "output without its text")
    }
    return .output(text, isError: piece.isError)
  }
}
