/// The exception at which a thread stands (155; `make_get_exception_details_message`).
public struct WireExceptionDetails: Equatable, Sendable {
  public let threadID: String
  /// The class: `ValueError`, `package.module.Name`.
  public let type: String
  public let message: String
  /// From the place where it was raised, innermost first.
  public let frames: [WireStackFrame]

  /// `nil` when the thread does not stand at an exception.
  init?(_ payload: String, _ dialect: Dialect) throws {
    let (thread, frames) = try WireStackFrame.list(payload, dialect) { tag in
      tag["id"].map { (id: $0, type: tag["exc_type"], message: tag["exc_desc"]) }
    }
    guard let thread else { throw WireError.malformed(.getExceptionDetails, "an exception without its thread") }
    guard let type = thread.type, !type.isEmpty else { return nil }
    threadID = thread.id
    self.type = ExceptionClass.name(type)
    message = thread.message ?? ""
    self.frames = frames
  }
}
