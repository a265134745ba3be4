import DebuggerModel

/// The settings that `set` knows, in the order of the help.
public enum OptionTable {
  public static let entries: [OptionEntry] = [
    OptionEntry("timeout", "SECONDS", "How long to wait for a value", read: timeout),
    OptionEntry("return-values", "List what the last step's functions returned") { .returnValues($0) },
    OptionEntry(
      "property-trace", "on|off|getter,setter,deleter",
      "What is stepped into of properties; it holds for classes made later",
      read: properties),
    OptionEntry("dont-trace-comments", "Pass over functions with a comment `# @DontTrace` at their head") {
      .dontTraceComments($0)
    },
    OptionEntry(
      "redirect", "What the processes print: from those that ask for it, from all, or nothing", Redirection.self
    ) {
      .redirect($0)
    },
    OptionEntry(
      "project-roots", "auto|FOLDER,...", "What is my code, as the remote machine names it; auto: by the path mappings",
      read: roots),
    OptionEntry("filter-libraries", "Step over, and don't stop at exceptions of, what is not my code") {
      .filterLibraries($0)
    },
    OptionEntry("unit-tests", "Stop at assertions that fail in tests (pydevd-pycharm)") { .unitTests($0) },
    OptionEntry("condition-errors", "What a condition that raises does", ConditionErrors.self) { .conditionErrors($0) },
    OptionEntry("accelerate", "Steps of pydevd-pycharm without its two waits of 10 ms, by a change inside the process")
    {
      .accelerate($0)
    },
    OptionEntry("value-timeout", "0.05-3600|off", "How many seconds a value may take; off: until Esc ends it") { text in
      text == "off" ? .setOption(.values(.timeout(nil))) : limit(text).map { .setOption(.values(.timeout($0))) }
    },
    OptionEntry("value-total", "0.05-3600", "How many seconds all values of a frame may take together") { text in
      limit(text).map { .setOption(.values(.total($0))) }
    },
    OptionEntry(
      "properties", "Whether opening a value computes its properties; ask: only `p` does", ValueOptions.Properties.self
    ) {
      .values(.properties($0))
    },
    OptionEntry("value-output", "Show what a computed value prints in the console") { .values(.output($0)) },
    OptionEntry(
      "link-timeout", "SECONDS", "How long the link to a process may be silent before the process is lost"
    ) { text in
      guard text.first?.isNumber == true, let seconds = Double(text), LinkOptions.timeouts.contains(seconds) else {
        return nil
      }
      return .setOption(.link(.timeout(seconds)))
    },
    OptionEntry("link-release", "A process whose link is silent for so long goes on by itself, without the debugger") {
      .link(.release($0))
    },
  ]

  /// - Parameter name: `_` is as good as `-`.
  public static func entry(named name: String) -> OptionEntry? {
    let name = String(name.map { $0 == "_" ? "-" : $0 })
    return entries.first { $0.name == name }
  }

  /// For the help of `set`: a line each.
  static var help: String {
    entries.map { "  \($0.name) \($0.form): \($0.summary)" }.joined(separator: "\n")
  }

  @Sendable private static func timeout(_ text: String) -> DebuggerCommand? {
    guard text.first?.isNumber == true, let seconds = Double(text), seconds.isFinite else { return nil }
    return .setEvaluationTimeout(seconds)
  }

  private static func limit(_ text: String) -> Double? {
    guard text.first?.isNumber == true, let seconds = Double(text), ValueOptions.limits.contains(seconds) else {
      return nil
    }
    return seconds
  }

  @Sendable private static func properties(_ text: String) -> DebuggerCommand? {
    switch text {
    case "on": return .setOption(.propertyTrace(Set(PropertyPart.allCases)))
    case "off": return .setOption(.propertyTrace([]))
    default:
      let words = words(text)
      let parts = words.compactMap(PropertyPart.init(rawValue:))
      return parts.isEmpty || parts.count != words.count ? nil : .setOption(.propertyTrace(Set(parts)))
    }
  }

  @Sendable private static func roots(_ text: String) -> DebuggerCommand? {
    if text == "auto" { return .setOption(.projectRoots(.automatic)) }
    let paths = words(text)
    guard !paths.isEmpty, paths.allSatisfy(isAbsolute) else { return nil }
    return .setOption(.projectRoots(.paths(paths)))
  }

  /// As POSIX or Windows has it.
  private static func isAbsolute(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("\\\\") || path.dropFirst().hasPrefix(":")
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      let text = word.drop { $0 == " " }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
