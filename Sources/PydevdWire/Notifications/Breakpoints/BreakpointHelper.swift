import PydevdHelpers

/// The checks of breakpoints that the process makes with functions of ours: they write logs without a stop, report by 136 an
/// expression that raises, and count hits where the condition holds.
enum BreakpointHelper {
  /// Begins the payloads of 136 that come from there; the breakpoint, the part of it and the error follow, parted by TABs.
  static let mark = "dialback"

  enum Part: String { case condition, log }

  /// Returns an expression that is true where the breakpoint stops: the condition comes first, then the hits. With a log
  /// expression it writes the value, and is never true.
  /// - Parameters:
  ///   - key: names the breakpoint, as it was sent this time.
  ///   - hits: an expression in which `@HIT@` is the number of hits.
  static func check(key: String, condition: String?, hits: String?, log: String?) -> String {
    call("check", [quoted(key), literal(condition), hits.map(test) ?? "None", literal(log)])
  }

  /// Returns an expression for the text of the log, which is empty where it raises.
  static func text(_ log: String, key: String) -> String { call("text", [quoted(key), literal(log)]) }

  /// Returns a function of the number of hits.
  private static func test(_ hits: String) -> String {
    "lambda hits: " + hits.split(separator: "@HIT@", omittingEmptySubsequences: false).joined(separator: "hits")
  }

  private static func call(_ function: String, _ arguments: [String]) -> String {
    InstalledModule.breakpoints.call(function, arguments + ["globals()", "locals()"])
  }

  private static func literal(_ expression: String?) -> String { expression.map(ASCIIExpression.literal) ?? "None" }

  private static func quoted(_ key: String) -> String { "'\(key)'" }
}
