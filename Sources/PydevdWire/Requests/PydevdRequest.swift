/// A message that the process answers. The reply is matched by its number alone: its command may be another one.
public protocol PydevdRequest: Sendable {
  associatedtype Reply: Sendable

  var command: CommandID { get }
  /// The stopped thread that has to serve it, if one has to.
  var threadID: String? { get }

  func payload(for dialect: Dialect) -> String

  /// Reads the reply. A 901 is thrown as ``WireError/remote(_:)``.
  func reply(from frame: Frame, dialect: Dialect) throws -> Reply

  /// The request without what only its sending needs: it is held until the reply comes.
  var awaiting: Self { get }
}

extension PydevdRequest {
  public var awaiting: Self { self }
}
