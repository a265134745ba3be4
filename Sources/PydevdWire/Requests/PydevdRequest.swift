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
