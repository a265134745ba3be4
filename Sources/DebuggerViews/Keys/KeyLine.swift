/// One line of a file of keys, as it stands there: `"n" = "next"` under `[keys]` or `[keys.PANE]`.
public struct KeyLine: Equatable, Sendable {
  /// What follows `keys.` in the heading; empty for `[keys]`.
  public let context: String
  public let key: String
  /// A command of the language; empty to unbind the key.
  public let command: String
  /// 1-based; `nil` where it isn't known, or the line comes from no file.
  public let line: Int?

  public init(context: String = "", key: String, command: String, line: Int? = nil) {
    self.context = context
    self.key = key
    self.command = command
    self.line = line
  }
}
