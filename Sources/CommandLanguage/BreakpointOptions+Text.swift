public import DebuggerModel

extension BreakpointOptions {
  /// The options as they are typed after the place of a `break` command; empty for the plain breakpoint.
  public var commandText: String {
    var parts: [String] = []
    if let condition { parts.append("if \(condition)") }
    if let hitCondition { parts.append("hit \(hitCondition)") }
    if let logMessage { parts.append("log \(logMessage)") }
    if isTemporary { parts.append("once") }
    if suspendPolicy == .all { parts.append("all") }
    if !isEnabled { parts.append("off") }
    if let template { parts.append(template.rawValue) }
    return parts.joined(separator: " ")
  }

  /// Reads the options alone, as they are typed after the place of a `break` command. A text that begins with no option is a
  /// condition, with options after it.
  public init(parsing text: String) throws(CommandError) {
    let arguments = CommandArguments(
      text, usage: "[if COND] [hit N|>=N|%N] [log EXPR] [once] [thread|all] [off] [django|jinja2]")
    let isCondition = arguments.words.first.map { BreakpointOptionsParser.Option(rawValue: String($0)) == nil } ?? false
    self = try BreakpointOptionsParser(arguments: arguments).options(arguments.text, startsWithCondition: isCondition)
  }
}
