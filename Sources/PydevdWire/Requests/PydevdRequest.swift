/// A message that the process answers. The reply is matched by its number alone: its command may be another one.
public protocol PydevdRequest: Sendable {
  associatedtype Reply: Sendable

  var command: CommandID { get }
  /// The stopped thread that has to serve it, if one has to.
  var threadID: String? { get }

  func payload(for dialect: Dialect) -> String

  /// Reads the reply. A 901 is thrown as ``WireError/remote(_:)``.
  func reply(from frame: Frame, dialect: Dialect) throws -> Reply
}

/// A message that is not answered, unless it is refused.
public protocol PydevdNotification: Sendable {
  var command: CommandID { get }

  func payload(for dialect: Dialect) -> String
}

extension Frame {
  /// The payload of a reply, or the error that it is.
  func accepted() throws -> String {
    guard command != .error else { throw WireError.remote(payload) }
    return payload
  }

  /// The variables of a reply.
  func variables(_ dialect: Dialect) throws -> [WireVariable] {
    try XMLScanner.elements(in: accepted()).filter { $0.name == "var" }.map { WireVariable($0, dialect) }
  }
}
