/// The program that Dialback starts itself: before its process, with it, after it.
public enum ProgramPhase: Equatable, Sendable {
  case preparing(Preparation)
  case started
  /// With the words about its end.
  case ended(String)
}

/// The progress of getting what the program needs.
public struct Preparation: Equatable, Sendable {
  /// The thing that is fetched or made; `nil` while Dialback only looks for what is there.
  public var goal: String?
  /// In their order; the last one is under way.
  public var steps: [String]

  public init(goal: String? = nil, steps: [String] = []) {
    self.goal = goal
    self.steps = steps
  }
}
