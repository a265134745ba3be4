/// Questions about one value.
public enum ValueInquiry {
  private static let helper = Helper(modules: [("dialback_inquiries", PackageResources.dialback_inquiries_py)])
  private static let awaiting = Helper(modules: [("dialback_awaiting", PackageResources.dialback_awaiting_py)])

  /// An expression whose value is signature and docstring; those of the type, where the value itself has none.
  public static func documentation(of expression: String) -> String {
    helper.value("documentation", ["(\(expression))"])
  }

  /// An expression whose value is the whole text of a value behind its length, cut at `limit` characters.
  /// - Parameter isShown: it is for people to read: a string without its quotes, a container over several lines.
  public static func wholeText(of expression: String, limit: Int, isShown: Bool) -> String {
    helper.value("whole_text", ["(\(expression))", "\(limit)", isShown ? "True" : "False"])
  }

  /// An expression whose value is that of another one; it raises what keeps the inside of that from being listed.
  public static func inside(of expression: String) -> String { helper.value("inside", ["(\(expression))"]) }

  /// An expression whose value is a part of a container as one of its kind, so that the elements have the names that they have there.
  public static func elements(of container: String, from first: Int, to end: Int) -> String {
    helper.value("elements", ["(\(container))", "\(first)", "\(end)"])
  }

  /// An expression whose value is that of an awaitable, awaited in a thread with an event loop of its own.
  public static func awaited(_ expression: String) -> String { awaiting.value("awaited", ["(\(expression))"]) }
}
