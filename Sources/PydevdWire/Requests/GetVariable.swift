/// 110: the children of a variable, named by its path from the frame, or from an expression
/// (`pydevd_vars.py`, `resolve_compound_variable_fields`).
public struct GetVariable: PydevdRequest {
  public enum Scope: Equatable, Sendable {
    case frame
    /// The first name of the path is a Python expression.
    case expression
  }

  let thread: String
  let frame: String
  let scope: Scope
  let path: [String]
  let offset: Int
  let group: VariableGroup

  /// - Parameters:
  ///   - path: the names as the process gave them.
  ///   - offset: how many children to leave out; used where the dialect pages so.
  ///   - group: which of the children, where the dialect takes a group.
  public init(
    thread: String, frame: String, scope: Scope, path: [String], offset: Int = 0,
    group: VariableGroup = .normal
  ) {
    self.thread = thread
    self.frame = frame
    self.scope = scope
    self.path = path
    self.offset = offset
    self.group = group
  }

  /// A Python expression for what a path leads to.
  public static func expression(for path: [String]) -> String {
    guard let first = path.first else { return "locals()" }
    return path.dropFirst().reduce(first) { VariablePath.child($1, of: $0) }
  }

  public var command: CommandID { .getVariable }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    var path = VariablePath(path, isExpression: scope == .expression)
    if dialect.isNonASCIIFragile { path = path.inASCII() }
    if path.isExpression, let first = path.names.first {
      path.names[0] = Quoting.escapeExpression(first)
    }
    let place = [thread, frame, path.isExpression ? "EXPRESSION" : "FRAME"]
    let group = dialect.takesGroup ? [String(group.rawValue)] : []
    let page = dialect.pagesByOffset && offset > 0 ? [String(offset)] : []
    return (place + group + page + path.names).joined(separator: "\t")
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireVariable] {
    try frame.variables(dialect)
  }
}
