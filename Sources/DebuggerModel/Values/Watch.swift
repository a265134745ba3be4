/// An expression that is evaluated anew in the selected frame at each stop.
public struct Watch: Equatable, Sendable {
  public let number: Int
  public let expression: String
  public var value: Loading<Variable>?
  /// The frame that it is asked in, or was asked in last.
  public var frame: FrameKey?
  /// The frame that `value` is of: an earlier one until the answer is there.
  public internal(set) var answered: FrameKey?
}

/// One line of the evaluation pane: what was asked and what came.
public struct Evaluation: Equatable, Sendable {
  public let token: RequestToken
  public let expression: String
  /// There is no value.
  public internal(set) var isStatement: Bool
  /// The text that it has printed, as far as that is known.
  public internal(set) var printed = ""
  /// Where it was evaluated.
  public let frame: FrameKey
  public var value: Loading<Variable>
  /// The process was asked to end it.
  var isGivenUp = false

  init(token: RequestToken, expression: String, isStatement: Bool, frame: FrameKey, value: Loading<Variable>) {
    self.token = token
    self.expression = expression
    self.isStatement = isStatement
    self.frame = frame
    self.value = value
  }

  /// Evaluating it once more, to look into the value, changes nothing: it calls nothing.
  public var isRepeatable: Bool { !isStatement && !expression.contains { "(=;\n".contains($0) } }
}
