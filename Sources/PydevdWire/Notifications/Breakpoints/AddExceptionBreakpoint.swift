/// 122: stops where an exception is raised (`pydevd_process_net_command.py`, `cmd_add_exception_break`). A class that can't be
/// imported when this arrives is dropped by the process, with a line on its standard error.
public struct AddExceptionBreakpoint: PydevdNotification {
  public enum Handled: Int, Sendable {
    case never = 0
    /// In every frame that it passes through.
    case everyFrame = 1
    /// Only where it is raised first.
    case firstRaise = 2
  }

  let name: ExceptionName
  let condition: String?
  let expression: String?
  let handled: Handled
  let stopsOnUnhandled: Bool
  let ignoresLibraries: Bool

  /// - Parameters:
  ///   - condition: an expression; its failure stops too.
  ///   - expression: its value becomes the stop's message.
  ///   - ignoresLibraries: only code below the project roots counts, see ``SetProjectRoots``.
  public init(
    name: ExceptionName, condition: String? = nil, expression: String? = nil,
    handled: Handled = .never,
    stopsOnUnhandled: Bool = true, ignoresLibraries: Bool = false
  ) {
    self.name = name
    self.condition = condition
    self.expression = expression
    self.handled = handled
    self.stopsOnUnhandled = stopsOnUnhandled
    self.ignoresLibraries = ignoresLibraries
  }

  public var command: CommandID { .addExceptionBreak }

  public func payload(for dialect: Dialect) -> String {
    [
      name.text, ASCIIExpression.breakpointField(condition, dialect),
      ASCIIExpression.breakpointField(expression, dialect), String(handled.rawValue),
      stopsOnUnhandled ? "1" : "0",
      ignoresLibraries ? "1" : "0",
    ].joined(separator: "\t")
  }
}
