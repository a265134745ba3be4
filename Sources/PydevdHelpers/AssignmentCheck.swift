/// Expressions that find out whether Python took what was assigned to an attribute or an item. A setter or a `__setitem__` may
/// ignore it, and a copy may have taken it, as in chained assignments to a table of pandas.
public struct AssignmentCheck: Sendable {
  /// Tells one assignment of a process from the next.
  private let number: Int

  public init(number: Int) { self.number = number }

  private static let helper = Helper(modules: [("dialback_assignments", PackageResources.dialback_assignments_py)])

  /// An expression that remembers what the target is before the assignment. Its value is `None`.
  public func old(_ target: String) -> String { Self.helper.value("keep_old", ["(\(target))", "\(number)"]) }

  /// An expression with the value of another one, which is remembered as what is assigned.
  public func new(_ value: String) -> String { Self.helper.value("keep_new", ["(\(value))", "\(number)"]) }

  /// An expression for after the assignment: `still` with the text of what the target is where nothing
  /// changed, `now` with it where Python made something else of the value, and an empty text where Python took it.
  public func outcome(_ target: String) -> String { Self.helper.value("outcome", ["(\(target))", "\(number)"]) }
}
