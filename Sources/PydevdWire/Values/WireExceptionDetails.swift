/// The exception at which a thread stands (155; `make_get_exception_details_message`).
public struct WireExceptionDetails: Equatable, Sendable {
  public let threadID: String
  /// The class: `ValueError`, `package.module.Name`.
  public let type: String
  public let message: String
  /// From the place where it was raised, innermost first.
  public let frames: [WireStackFrame]

  /// `nil` when the thread does not stand at an exception.
  init?(_ elements: [XMLElement], _ dialect: Dialect) throws {
    guard let thread = elements.first(where: { $0.isNamed("thread") }), let id = thread["id"] else {
      throw WireError.malformed(.getExceptionDetails, "an exception without its thread")
    }
    guard let type = thread["exc_type"], !type.isEmpty else { return nil }
    threadID = id
    self.type = ExceptionClass.name(type)
    message = thread["exc_desc"] ?? ""
    frames = WireStackFrame.list(elements, dialect)
  }
}
