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
  let suspendPolicy: SuspendPolicy
  let serial: Int
  /// Those that share the line, when there are several.
  var parts: [SetBreakpoint] = []

  /// - Parameters:
  ///   - function: the only one whose frames are looked at; `nil` for any, empty for the module's own level.
  ///   - condition: an expression; when there is a hit condition too, both have to hold.
  ///   - hitCondition: an expression in which `@HIT@` is the number of hits; left out where the dialect has none.
  ///   - logMessage: an expression whose value is told.
  ///   - serial: differs each time that a breakpoint is sent, so that it counts and reports anew.
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
    guard dialect.takesHitCondition else {
      // Seven fields and no more: the last takes everything that follows.
      return (place + [field(countedCondition(dialect), dialect), log]).joined(separator: "\t")
    }
    let plain = field(hitCondition == nil ? effectiveCondition(dialect) : nil, dialect)
    let isLogpoint = logsNatively(dialect) ? "True" : "False"
    let policy = suspendPolicy == .all ? "ALL" : "NONE"
    return (place + [plain, log, hitField(dialect), isLogpoint, policy]).joined(separator: "\t")
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

  /// The condition, with the log in it where the log's own form is of no use: it writes, and never holds.
  private func effectiveCondition(_ dialect: Dialect) -> String? {
    guard let logMessage, !logsNatively(dialect) else { return condition }
    let log = BreakpointHelper.log(logMessage, key: key)
    return condition.map { "\(BreakpointHelper.condition($0, key: key, stops: false)) and \(log)" } ?? log
  }

  /// The hit condition's field. The process stops when either of two conditions holds; both are wanted, so this one takes the
  /// other one in, which is caught: what a hit condition raises is swallowed there.
  private func hitField(_ dialect: Dialect) -> String {
    guard let hitCondition else { return "None" }
    let hit = ASCIIExpression.plain(hitCondition, dialect)
    guard let condition = caughtCondition(dialect) else { return hit }
    return "(\(hit)) and \(condition)"
  }

  /// Both conditions where there is no field for hits: they are counted by the helper.
  private func countedCondition(_ dialect: Dialect) -> String? {
    guard let hitCondition else { return effectiveCondition(dialect) }
    let hits = BreakpointHelper.hits(key: key)
    let counted = hitCondition.split(separator: "@HIT@", omittingEmptySubsequences: false).joined(separator: hits)
    return caughtCondition(dialect).map { "(\(counted)) and \($0)" } ?? counted
  }

  private func caughtCondition(_ dialect: Dialect) -> String? {
    if logMessage != nil { return effectiveCondition(dialect) }
    return condition.map { BreakpointHelper.condition($0, key: key, stops: true) }
  }
}
