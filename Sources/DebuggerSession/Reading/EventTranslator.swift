import DebuggerModel
import PydevdWire
import SourcePaths

/// Turns the wire's events of one process into the model's.
struct EventTranslator {
  let process: ProcessNumber
  let dialect: Dialect
  private(set) var hasStopped = false
  /// Sent before or after the stop that it belongs to, depending on the side (138).
  private var exception: ExceptionSummary?

  init(process: ProcessNumber, dialect: Dialect) {
    self.process = process
    self.dialect = dialect
  }

  mutating func translate(_ event: WireEvent) -> [DebuggerEvent] {
    switch event {
    case .threadCreated(let threads):
      threads.filter { isUsers($0.id) }.map { .threadStarted(process, ThreadID($0.id), name: $0.name) }
    case .threadKilled(let id): isUsers(id) ? [.threadEnded(process, ThreadID(id))] : []
    case .threadSuspended(let suspension): suspended(suspension)
    case .threadResumed(let id, _): isUsers(id) ? [.resumed(process, ThreadID(id))] : []
    case .output(let text, let isError): output(text, isError: isError)
    case .inputRequested(let isWaiting): [.inputRequested(process, isWaiting)]
    case .endedByException(let type, let message):
      [.endedByException(process, ExceptionSummary(type: type, message: message))]
    case .exceptionTrace(let trace): remember(trace)
    case .exceptionTraceProceeded: forget()
    case .breakpointConditionFailed(let failure): [.breakpointFailed(process, BreakpointFailure(failure))]
    case .remoteError(let text): [.notice(process, "pydevd says: \(Self.firstLine(text))", isWarning: true)]
    case .exit, .signatureTrace, .showConsole, .concurrency, .processCreated, .cythonWarning, .singleSuspend,
      .singleResume, .unknown:
      []
    }
  }

  /// pydevd's own threads are called `pydevd.…` and have the id -1 on some releases.
  private func isUsers(_ id: String) -> Bool { id != "-1" && !id.isEmpty }

  private mutating func suspended(_ suspension: WireSuspension) -> [DebuggerEvent] {
    let isFirst = !hasStopped
    hasStopped = true
    let cause = cause(of: suspension.stopReason, isFirst: isFirst)
    let isException = cause == .caughtException || cause == .uncaughtException
    let summary = isException ? exception ?? ExceptionSummary(type: suspension.message, message: "") : nil
    let report = SuspensionReport(
      thread: ThreadID(suspension.threadID), cause: cause, frames: StackFrame.list(suspension.frames),
      exception: summary)
    guard suspension.frames.contains(where: { !$0.isLineKnown }) else { return [.suspended(process, report)] }
    return [.suspended(process, report), .notice(process, Self.impossibleLine, isWarning: true)]
  }

  private static let impossibleLine =
    "A frame of this stop has a line number that no source can have; it is shown as line 0."

  /// protocol.md, section 8.
  private func cause(of reason: Int, isFirst: Bool) -> SuspensionReport.Cause {
    switch reason {
    case CommandID.setBreak.rawValue: .breakpointOrEntry
    case CommandID.threadSuspend.rawValue: isFirst && dialect.reportsEntryAsPause ? .breakpointOrEntry : .pause
    case CommandID.addExceptionBreak.rawValue: .uncaughtException
    case CommandID.stepCaughtException.rawValue: .caughtException
    case CommandID.setNextStatement.rawValue: .jump
    case CommandID.stopOnStart.rawValue: .entry
    case CommandID.stepIntoMyCode.rawValue where isFirst: .entry
    default: .step
    }
  }

  private func output(_ text: String, isError: Bool) -> [DebuggerEvent] {
    guard isError else { return [.output(process, .stdout, text)] }
    return OutputFilter.sift(text).map { finding in
      switch finding {
      case .text(let text): .output(process, .stderr, text)
      case .missingFile(let path): .breakpointFileMissing(process, path)
      case .checkedLine(let path, let line, let movedTo):
        .breakpointLineChecked(process, path, line: line, movedTo: movedTo)
      case .excludedFile(let path): .breakpointFileExcluded(process, path)
      }
    }
  }

  private mutating func remember(_ trace: WireExceptionTrace) -> [DebuggerEvent] {
    exception = ExceptionSummary(type: trace.type, message: trace.message)
    return []
  }

  private mutating func forget() -> [DebuggerEvent] {
    exception = nil
    return []
  }

  static func firstLine(_ text: String) -> String { String(text.prefix { !$0.isNewline }) }
}
