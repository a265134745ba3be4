/// What of a stop is on the screen. What is not is not asked for: each question costs the process work, and a round trip.
public struct StopVisibility: Equatable, Sendable {
  /// In a list, or behind the lines of the source.
  public var variables: Bool
  public var watches: Bool

  public init(variables: Bool = true, watches: Bool = true) {
    self.variables = variables
    self.watches = watches
  }
}
