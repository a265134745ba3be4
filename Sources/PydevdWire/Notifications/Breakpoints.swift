/// 111: sets a line breakpoint (`pydevd_process_net_command.py`, `cmd_set_break`). The same id replaces.
public struct SetBreakpoint: PydevdNotification {
  public enum SuspendPolicy: Equatable, Sendable { case thread, all }

  let id: Int
  let file: String
  let line: Int
  let condition: String?
  let hitCondition: String?
  let logMessage: String?
  let suspendPolicy: SuspendPolicy

  /// - Parameter hitCondition: an expression in which `@HIT@` is the number of hits.
  public init(
    id: Int, file: String, line: Int, condition: String? = nil, hitCondition: String? = nil, logMessage: String? = nil,
    suspendPolicy: SuspendPolicy = .thread
  ) {
    self.id = id
    self.file = file
    self.line = line
    self.condition = condition
    self.hitCondition = hitCondition
    self.logMessage = logMessage
    self.suspendPolicy = suspendPolicy
  }

  public var command: CommandID { .setBreak }

  public func payload(for dialect: Dialect) -> String {
    let (condition, hit) = conditions
    // `None` for the function: any other name only narrows which frames are looked at.
    var fields = [String(id), "python-line", file, String(line), "None", field(condition, dialect)]
    guard dialect.takesHitCondition else { return (fields + [field(logMessage, dialect)]).joined(separator: "\t") }
    let isLogpoint = logMessage != nil && dialect.logsWithoutStopping
    fields += [field(logMessage, dialect), field(hit, dialect), isLogpoint ? "True" : "False"]
    fields.append(suspendPolicy == .all ? "ALL" : "NONE")
    return fields.joined(separator: "\t")
  }

  /// The process stops when either holds; both are wanted, so the hit condition takes the other one in.
  private var conditions: (condition: String?, hit: String?) {
    guard let hitCondition else { return (condition, nil) }
    guard let condition else { return (nil, hitCondition) }
    return (nil, "(\(hitCondition)) and (\(condition))")
  }

  private func field(_ text: String?, _ dialect: Dialect) -> String {
    guard let text, dialect.isNonASCIIFragile, !ASCIIExpression.isASCII(text) else {
      return Quoting.escapeBreakpointField(text)
    }
    return ASCIIExpression.make(text)
  }
}

/// 112: takes a breakpoint back (`cmd_remove_break`).
public struct RemoveBreakpoint: PydevdNotification {
  let id: Int
  let file: String

  public init(id: Int, file: String) {
    self.id = id
    self.file = file
  }

  public var command: CommandID { .removeBreak }

  public func payload(for dialect: Dialect) -> String { "python-line\t\(file)\t\(id)" }
}
