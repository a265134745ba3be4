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

  /// - Parameters:
  ///   - path: the names as the process gave them.
  ///   - offset: how many children to leave out; used where the dialect pages so.
  public init(thread: String, frame: String, scope: Scope, path: [String], offset: Int = 0) {
    self.thread = thread
    self.frame = frame
    self.scope = scope
    self.path = path
    self.offset = offset
  }

  public var command: CommandID { .getVariable }

  public var threadID: String? { thread }

  public func payload(for dialect: Dialect) -> String {
    var names = path.map(locator)
    var isExpression = scope == .expression
    if dialect.isNonASCIIFragile, names.contains(where: { !ASCIIExpression.isASCII($0) }) {
      (names, isExpression) = safe(names, isExpression)
    }
    if isExpression, let first = names.first { names[0] = Quoting.escapeExpression(first) }
    let group = dialect.takesGroup ? ["0"] : []
    let page = dialect.pagesByOffset && offset > 0 ? [String(offset)] : []
    return ([thread, frame, isExpression ? "EXPRESSION" : "FRAME"] + group + page + names).joined(separator: "\t")
  }

  /// A key's text may hold anything; the number behind it is what counts, and is enough
  /// (`pydevd_resolver.py`, `DictResolver.resolve`).
  private func locator(_ name: String) -> String {
    guard name.contains(where: { $0 == "\t" || $0.isNewline || !$0.isASCII }), name.hasSuffix(")"),
      let open = name.lastIndex(of: "("), name[name.index(after: open)...].dropLast().allSatisfy(\.isNumber)
    else { return name }
    return String(name[open...])
  }

  /// The first name as an expression in ASCII. Names further in can only be attributes here, and go into the expression too.
  private func safe(_ names: [String], _ isExpression: Bool) -> ([String], Bool) {
    guard let first = names.first else { return (names, isExpression) }
    guard let last = names.lastIndex(where: { !ASCIIExpression.isASCII($0) }), last > 0 else {
      return ([ASCIIExpression.make(first)] + names.dropFirst(), true)
    }
    let inner = names[1...last].map { ".\($0)" }.joined()
    return ([ASCIIExpression.make("(\(first))\(inner)")] + names.dropFirst(last + 1), true)
  }

  public func reply(from frame: Frame, dialect: Dialect) throws -> [WireVariable] { try frame.variables(dialect) }
}
