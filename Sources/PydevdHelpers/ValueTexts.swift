/// Expressions whose values are texts of other values.
public enum ValueTexts {
  private static let helper = Helper(modules: [("dialback_literals", PackageResources.dialback_literals_py)])

  /// An expression whose value is a text that evaluates to an equal value of the same types; an empty one where no literal
  /// does.
  public static func literal(of expression: String) -> String { helper.value("literal", ["(\(expression))"]) }

  /// An expression whose value is the `repr()` of a value behind its length, cut at `limit` characters.
  public static func whole(of expression: String, limit: Int) -> String {
    helper.value("whole", ["(\(expression))", "\(limit)"])
  }
}
