/// An expression that is evaluated anew in the selected frame at each stop.
public struct Watch: Equatable, Sendable {
  public let number: Int
  public let expression: String
  public var value: Loading<Variable>?
  /// The frame that `value` was asked in.
  public var frame: FrameKey?
}

/// One line of the evaluation pane: what was asked and what came.
public struct Evaluation: Equatable, Sendable {
  public let token: RequestToken
  public let expression: String
  public let isStatement: Bool
  public var value: Loading<Variable>
}
