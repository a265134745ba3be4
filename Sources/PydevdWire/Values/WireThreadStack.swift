/// Where a thread is (152); it may be running.
public struct WireThreadStack: Equatable, Sendable {
  public let threadID: String
  /// Innermost first.
  public let frames: [WireStackFrame]

  init(_ payload: String, _ dialect: Dialect) throws {
    let (id, frames) = try WireStackFrame.list(payload, dialect) { $0["id"] }
    guard let id else { throw WireError.malformed(.getThreadStack, "a stack without its thread") }
    threadID = id
    self.frames = frames
  }
}
