/// An exception's class with the kind of code that raises it, as 122 and 123 name it.
public struct ExceptionName: Equatable, Sendable {
  public enum Origin: String, Sendable { case python, django, jinja2 }

  public let name: String
  public let origin: Origin

  /// `nil` for a name with a `-`, which pydevd takes for the end of the origin (`pydevd_process_net_command.py`,
  /// `cmd_add_exception_break`), and for an empty one.
  /// - Parameter name: a builtin's, or `package.module.Name`.
  public init?(_ name: String, origin: Origin = .python) {
    guard !name.isEmpty, !name.utf8.contains(where: { $0 == 0x2d || $0 < 0x20 }) else { return nil }
    self.name = name
    self.origin = origin
  }

  var text: String { "\(origin.rawValue)-\(name)" }
}
