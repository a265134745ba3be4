/// One message as it came in: the outer percent coding is undone, that of single attributes is not.
public struct Frame: Equatable, Sendable {
  public let command: CommandID
  /// Odd for replies to the debugger's requests, even for what the process originates.
  public let sequence: Int
  public let payload: String

  public init(command: CommandID, sequence: Int, payload: String) {
    self.command = command
    self.sequence = sequence
    self.payload = payload
  }
}
