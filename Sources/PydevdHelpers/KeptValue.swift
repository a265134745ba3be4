/// Values that a process remembers under a number, the newest sixteen: of several that are under way each has its own.
public enum KeptValue {
  private static let helper = Helper(modules: [("dialback_kept", PackageResources.dialback_kept_py)])

  /// An expression whose value is that of another one, which is remembered.
  public static func keep(_ expression: String, _ number: Int) -> String {
    helper.value("keep", ["(\(expression))", "\(number)"])
  }

  /// An expression whose value is the remembered one, which is forgotten with that.
  public static func taken(_ number: Int) -> String { helper.value("take", ["\(number)"]) }

  /// An expression whose value is `yes` where another one's is the remembered one, which is forgotten with that, and `no` where
  /// it isn't.
  public static func isKept(_ expression: String, _ number: Int) -> String {
    helper.value("is_kept", ["(\(expression))", "\(number)"])
  }
}
