import DebuggerModel

/// The settings that `set` knows, in the order of the help.
public enum OptionTable {
  public static let entries: [OptionEntry] = [
    OptionEntry("timeout", "SECONDS", "How long to wait for a value", read: timeout),
    OptionEntry("return_values", "List what functions returned among the variables") { .returnValues($0) },
  ]

  /// - Parameter name: `-` is as good as `_`.
  public static func entry(named name: String) -> OptionEntry? {
    let name = String(name.map { $0 == "-" ? "_" : $0 })
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
}
