public import DebuggerModel

extension ExceptionBreakpoint.Options {
  /// The options as they are typed after the class of a `catch` command.
  public var commandText: String {
    var parts = ExceptionBreakpoint.Moment.allCases.filter(moments.contains).map(\.rawValue)
    if ignoresLibraries { parts.append("ignorelib") }
    if let condition { parts.append("if \(condition)") }
    if let logMessage { parts.append("log \(logMessage)") }
    if !isEnabled { parts.append("off") }
    return parts.joined(separator: " ")
  }

  /// Reads `raised uncaught user ignorelib if COND log EXPR off`: the plain words first.
  init(parsing arguments: CommandArguments, _ text: String) throws(CommandError) {
    self.init(moments: [])
    var rest = Substring(text)
    while let word = rest.split(whereSeparator: \.isWhitespace).first {
      if let moment = ExceptionBreakpoint.Moment(rawValue: String(word)) {
        moments.insert(moment)
      } else if word == "ignorelib" || word == "nolib" {
        ignoresLibraries = true
      } else {
        break
      }
      rest = rest[word.endIndex...]
    }
    if moments.isEmpty { moments = [.uncaught] }
    let others = try BreakpointOptionsParser(arguments: arguments).options(rest.trimmed, startsWithCondition: false)
    guard others.hitCondition == nil, !others.isTemporary, others.suspendPolicy == .thread else {
      throw arguments.bad(rest.trimmed, expected: "if COND, log EXPR or off")
    }
    condition = others.condition
    logMessage = others.logMessage
    isEnabled = others.isEnabled
  }
}
