public import DebuggerModel

/// What the session hands over in one go, usually one read burst of one process.
public struct SessionBatch: Sendable {
  public let events: [DebuggerEvent]
  /// The connection that the events came by, and how many bytes they were: to be given back when they are worked off.
  public let receipt: Receipt?

  public struct Receipt: Sendable {
    public let process: ProcessNumber
    public let bytes: Int
  }

  public init(events: [DebuggerEvent], receipt: Receipt? = nil) {
    self.events = events
    self.receipt = receipt
  }
}
