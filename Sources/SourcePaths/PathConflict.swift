/// Two mappings for one remote folder.
public struct PathConflict: Hashable, Sendable {
  /// The earlier one, which has no effect.
  public let ignored: PathMapping
  public let winner: PathMapping

  public init(ignored: PathMapping, winner: PathMapping) {
    self.ignored = ignored
    self.winner = winner
  }
}
