/// 111: sets a line breakpoint (`pydevd_process_net_command.py`, `cmd_set_break`). The same id replaces.
public struct SetBreakpoint: PydevdNotification {
  public enum SuspendPolicy: Equatable, Sendable { case thread, all }

  let id: Int
  let file: String
  let line: Int
  let type: BreakpointType
  let function: String?
  let condition: String?
  let hitCondition: String?
  let logMessage: String?
  let suspendPolicy: SuspendPolicy

  /// - Parameters:
  ///   - function: the only one whose frames are looked at; `nil` for any, empty for the module's own level.
  ///   - condition: an expression; when there is a hit condition too, both have to hold.
  ///   - hitCondition: an expression in which `@HIT@` is the number of hits; left out where the dialect has none.
  ///   - logMessage: an expression whose value is told.
  public init(
    id: Int, file: String, line: Int, type: BreakpointType = .python, function: String? = nil,
    condition: String? = nil,
    hitCondition: String? = nil, logMessage: String? = nil, suspendPolicy: SuspendPolicy = .thread
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
  }

  public var command: CommandID { .setBreak }

  public func payload(for dialect: Dialect) -> String {
    let log = ASCIIExpression.breakpointField(dialect.logsWithoutStopping ? logMessage : nil, dialect)
    let place = [String(id), type.rawValue, file, String(line), function ?? "None"]
    guard dialect.takesHitCondition else {
      // Seven fields and no more: the last takes everything that follows.
      return (place + [ASCIIExpression.breakpointField(effectiveCondition(dialect), dialect), log]).joined(
        separator: "\t")
    }
    let isLogpoint = logMessage != nil && dialect.logsWithoutStopping
    let policy = suspendPolicy == .all ? "ALL" : "NONE"
    return
      (place + conditions(dialect) + [
        log, hitField(dialect), isLogpoint ? "True" : "False", policy,
      ])
      .joined(separator: "\t")
  }

  /// The condition's field. The process stops when either of two conditions holds; both are wanted, so the hit condition takes
  /// the other one in and this one stays empty.
  private func conditions(_ dialect: Dialect) -> [String] {
    [ASCIIExpression.breakpointField(hitCondition == nil ? effectiveCondition(dialect) : nil, dialect)]
  }

  /// The condition, with the log in it where the log's own form would stop the thread: it writes, and never holds.
  private func effectiveCondition(_ dialect: Dialect) -> String? {
    guard let logMessage, !dialect.logsWithoutStopping else { return condition }
    let log = "__import__('sys').stdout.write(str(\(ASCIIExpression.plain(logMessage, dialect))) + chr(10)) and False"
    return condition.map { "(\(ASCIIExpression.plain($0, dialect))) and \(log)" } ?? log
  }

  /// The hit condition's field. Escapes are not undone in it, so what would need one goes as a literal.
  private func hitField(_ dialect: Dialect) -> String {
    guard let hitCondition else { return "None" }
    let hit = ASCIIExpression.plain(hitCondition, dialect)
    guard let condition = effectiveCondition(dialect) else { return hit }
    return "(\(hit)) and (\(ASCIIExpression.plain(condition, dialect)))"
  }
}
