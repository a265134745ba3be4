import DebuggerModel
import SourcePaths

/// The JSON objects of batch mode, as the contract names their fields.
enum BatchLine {
  typealias Field = ResultValue.Field

  /// - Parameters:
  ///   - time: seconds from the start.
  ///   - command: the text of the command that a result belongs to.
  static func value(of announcement: Announcement, time: Double, command: String?) -> ResultValue {
    .object([.init("event", .string(name(of: announcement))), timeField(time)] + fields(of: announcement, command))
  }

  static func name(of announcement: Announcement) -> String {
    switch announcement {
    case .listening: "listening"
    case .connected: "connected"
    case .stopped: "stopped"
    case .resumed: "resumed"
    case .threadStarted: "thread_started"
    case .threadEnded: "thread_ended"
    case .output: "output"
    case .breakpoint, .exceptionBreakpoint: "breakpoint"
    case .result: "result"
    case .display: "display"
    case .warning: "warning"
    case .knock: "knock"
    case .ended: "ended"
    }
  }

  private static func timeField(_ time: Double) -> Field {
    .init("time", .number(thousandths: Int((time * 1000).rounded())))
  }

  private static func fields(of announcement: Announcement, _ command: String?) -> [Field] {
    switch announcement {
    case .listening(let host, let port): [.init("host", .string(host)), .init("port", .int(port))]
    case .connected(let process, let identity): [process.field] + fields(of: identity)
    case .stopped(let summary): fields(of: summary)
    case .resumed(let process, let thread), .threadEnded(let process, let thread): [process.field, thread.field]
    case .threadStarted(let process, let thread, let name): [process.field, thread.field, .init("name", .string(name))]
    case .output(let process, let category, let text):
      [process.field, .init("category", .string(category.rawValue)), .init("text", .string(text))]
    case .breakpoint(let report): fields(of: report)
    case .exceptionBreakpoint(let report): fields(of: report)
    case .result(_, let result): fields(of: result, command ?? "")
    case .display(let report): fields(of: report)
    case .warning(let process, let text): (process.map { [$0.field] } ?? []) + [.init("message", .string(text))]
    case .knock(let peer, let what): [.init("peer", .string(peer)), .init("what", .string(what))]
    case .ended(let process, let reason, let exception):
      [process.field, .init("reason", .string(reason.rawValue))] + (exception.map { [$0.field] } ?? [])
    }
  }

  private static func fields(of identity: ProcessIdentity) -> [Field] {
    var fields: [Field] = [
      .init("peer", .string(identity.peer)), .init("pid", identity.pid.map { .int($0) } ?? .null),
      .init("pydevd", identity.pydevd.map { .string($0) } ?? .null), .init("dialect", .string(identity.dialect)),
    ]
    if let python = identity.python { fields.append(.init("python", .string(python))) }
    return fields
  }

  private static func fields(of stop: StopSummary) -> [Field] {
    var fields: [Field] = [
      stop.process.field, stop.thread.field, .init("reason", .string(stop.reason.rawValue)),
      .init("file", stop.file.map { .string($0.rawValue) } ?? .null),
      .init("remote_file", .string(stop.remoteFile.rawValue)), .init("line", .int(stop.line)),
      .init("function", .string(stop.function)),
    ]
    if stop.line != stop.remoteLine { fields.append(.init("remote_line", .int(stop.remoteLine))) }
    if let call = stop.call { fields.append(.init("call", .string(call.rawValue))) }
    if let number = stop.breakpoint { fields.append(.init("breakpoint", .int(number.rawValue))) }
    if let exception = stop.exception { fields.append(exception.field) }
    return fields
  }

  private static func fields(of report: BreakpointReport) -> [Field] {
    let isPlaced = report.line > 0
    return [
      .init("number", .int(report.number.rawValue)), .init("file", isPlaced ? .string(report.file) : .null),
      .init("line", isPlaced ? .int(report.line) : .null), .init("state", .string(report.state)),
      .init("message", report.message.map { .string($0) } ?? .null),
    ] + (report.function.map { [.init("function", .string($0))] } ?? [])
  }

  private static func fields(of report: ExceptionBreakpointReport) -> [Field] {
    [
      .init("number", .int(report.number.rawValue)), .init("exception", .string(report.exception)),
      .init("state", .string(report.state)), .init("message", report.message.map { .string($0) } ?? .null),
    ]
  }

  private static func fields(of report: WatchReport) -> [Field] {
    let value: Field =
      switch report.value {
      case .success(let value): .init("variable", value)
      case .failure(let failure): .init("error", .string(failure.message))
      }
    return [
      report.process.field, report.thread.field, .init("number", .int(report.number)),
      .init("expression", .string(report.expression)), value,
    ]
  }

  private static func fields(of result: Result<ResultValue, CommandFailure>, _ command: String) -> [Field] {
    switch result {
    case .success(let value):
      [.init("command", .string(command)), .init("ok", .bool(true)), .init("value", value)]
    case .failure(let failure):
      [.init("command", .string(command)), .init("ok", .bool(false)), .init("error", .string(failure.message))]
    }
  }
}

extension ProcessNumber {
  fileprivate var field: ResultValue.Field { .init("process", .int(rawValue)) }
}

extension ThreadID {
  fileprivate var field: ResultValue.Field { .init("thread", .string(rawValue)) }
}

extension ExceptionSummary {
  fileprivate var field: ResultValue.Field {
    .init("exception", .object([.init("type", .string(type)), .init("message", .string(message))]))
  }
}
