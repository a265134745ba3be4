/// A message that is not answered, unless it is refused.
public protocol PydevdNotification: Sendable {
  var command: CommandID { get }

  func payload(for dialect: Dialect) -> String
}
