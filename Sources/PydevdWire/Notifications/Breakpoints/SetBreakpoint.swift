/// 111: sets a line breakpoint (`pydevd_process_net_command.py`, `cmd_set_break`). The same id replaces.
public struct SetBreakpoint: PydevdNotification {
  public enum SuspendPolicy: Equatable, Sendable { case thread, all }

  public let id: Int
  public let file: String
  public let line: Int
  public let type: BreakpointType
  let function: String?
  let condition: String?
  let hitCondition: String?
  let logMessage: String?
  public let suspendPolicy: SuspendPolicy
  let serial: Int
  /// Those that share the line, when there are several.
  var parts: [SetBreakpoint] = []

  /// - Parameters:
  ///   - function: the only one whose frames are looked at; `nil` for any, empty for the module's own level.
  ///   - condition: an expression.
  ///   - hitCondition: an expression in which `@HIT@` is the number of hits: of the passes where the condition holds.
  ///   - logMessage: an expression whose value is written.
  ///   - serial: differs each time that a breakpoint is sent, so that it counts and reports from the start.
  public init(
    id: Int, file: String, line: Int, type: BreakpointType = .python, function: String? = nil,
    condition: String? = nil,
    hitCondition: String? = nil, logMessage: String? = nil, suspendPolicy: SuspendPolicy = .thread, serial: Int = 0
  ) {
    self.id = id
    self.file = file
    self.line = line
    self.type = type
    self.function = function
    self.condition = condition
    self.hitCondition = hitCondition
    self.logMessage = logMessage
    self.suspendPolicy = suspendPolicy
    self.serial = serial
  }

  public var command: CommandID { .setBreak }

  public func payload(for dialect: Dialect) -> String {
    guard parts.isEmpty else { return merged().payload(for: dialect) }
    let place = [String(id), type.rawValue, file, String(line), function ?? "None"]
    let log = field(logsNatively(dialect) ? logMessage.map { BreakpointHelper.text($0, key: key) } : nil, dialect)
    let plain = field(plainCondition(dialect), dialect)
    // Seven fields and no more: the last takes everything that follows.
    guard dialect.takesHitCondition else { return (place + [plain, log]).joined(separator: "\t") }
    let hits = countsNatively(dialect) ? hitCondition.map { ASCIIExpression.plain($0, dialect) } : nil
    let isLogpoint = logsNatively(dialect) ? "True" : "False"
    let policy = suspendPolicy == .all ? "ALL" : "NONE"
    return (place + [plain, log, hits ?? "None", isLogpoint, policy]).joined(separator: "\t")
  }

  /// Names this breakpoint, as it was sent this time, to the helper in the process.
  var key: String { "\(id).\(serial)" }

  private func field(_ expression: String?, _ dialect: Dialect) -> String {
    ASCIIExpression.breakpointField(expression, dialect)
  }

  /// The log's own form is of use where it does not stop, and where nothing else has to hold: it is evaluated first.
  private func logsNatively(_ dialect: Dialect) -> Bool {
    logMessage != nil && dialect.logsWithoutStopping && condition == nil && hitCondition == nil
  }

  /// The process counts every pass, and stops where either of the conditions holds (`pydevd.py`,
  /// `handle_breakpoint_condition`), so its own count is of use where nothing else has to hold.
  private func countsNatively(_ dialect: Dialect) -> Bool {
    dialect.takesHitCondition && hitCondition != nil && condition == nil && logMessage == nil
  }

  /// The field of the condition, which has all that the process does not do as it should.
  private func plainCondition(_ dialect: Dialect) -> String? {
    if logsNatively(dialect) || countsNatively(dialect) { return nil }
    return hitCondition == nil && logMessage == nil ? condition : checked
  }

  /// Condition, hits and log in one expression.
  var checked: String {
    BreakpointHelper.check(key: key, condition: condition, hits: hitCondition, log: logMessage)
  }
}
