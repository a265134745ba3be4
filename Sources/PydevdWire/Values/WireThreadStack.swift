/// Where a thread is (152); it may be running.
public struct WireThreadStack: Equatable, Sendable {
  public let threadID: String
  /// Innermost first.
  public let frames: [WireStackFrame]

  init(_ elements: [XMLElement], _ dialect: Dialect) throws {
    guard let id = elements.first(where: { $0.isNamed("thread") })?["id"] else {
      throw WireError.malformed(.getThreadStack, "a stack without its thread")
    }
    threadID = id
    frames = WireStackFrame.list(elements, dialect)
  }
}
