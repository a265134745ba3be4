import DebuggerModel

/// A row of the evaluation pane.
struct EvaluationRow: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case expression, value, error, note }

  /// Lines of one value that are shown here; the whole value is a key away.
  static let mostLines = 200

  let kind: Kind
  let text: String
  /// Which evaluation it belongs to.
  let token: RequestToken

  static func rows(_ evaluations: [Evaluation]) -> [EvaluationRow] {
    evaluations.flatMap { evaluation in
      [EvaluationRow(kind: .expression, text: evaluation.expression, token: evaluation.token)] + answer(evaluation)
    }
  }

  private static func answer(_ evaluation: Evaluation) -> [EvaluationRow] {
    switch evaluation.value {
    case .underWay:
      [EvaluationRow(kind: .note, text: "… evaluating; Esc in this pane gives up", token: evaluation.token)]
    case .failed(let reason): lines(of: reason, .error, evaluation.token)
    case .loaded where evaluation.isStatement: []
    case .loaded(let variable): lines(of: variable.value, variable.isError ? .error : .value, evaluation.token)
    }
  }

  private static func lines(of text: String, _ kind: Kind, _ token: RequestToken) -> [EvaluationRow] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let rows = lines.prefix(mostLines).map { EvaluationRow(kind: kind, text: String($0), token: token) }
    let rest = lines.count - mostLines
    guard rest > 0 else { return rows }
    return rows + [
      EvaluationRow(kind: .note, text: "… " + RowText.count(rest, "more line", "more lines"), token: token)
    ]
  }
}
