import DebuggerModel
import TerminalGrid

/// A row of the evaluation pane.
struct EvaluationRow: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case expression, value, error, note
    /// A further line of what was entered.
    case continuation
    case printed
    /// The first line of a value that can be opened.
    case container(isExpanded: Bool)
    case inside(VariableRow)
  }

  /// Lines of one value that are shown here; the whole value is a key away.
  static let mostLines = 200

  /// Bytes of one value that are looked at for them: a long one must not make each stop slow.
  private static let mostBytes = 40_000

  let kind: Kind
  let text: String
  /// Which evaluation it belongs to.
  let token: RequestToken

  /// - Parameter frame: the selected one: values of this frame can be opened.
  static func rows(
    _ evaluations: [Evaluation], frame: FrameKey?, lists: [VariablePath: Loading<VariableList>],
    expanded: Set<TreeNode>,
    computations: [FrameKey: Computation]
  ) -> [EvaluationRow] {
    evaluations.flatMap { evaluation in
      entry(evaluation) + lines(of: Self.plain(evaluation.printed), .printed, evaluation.token)
        + answer(evaluation, frame, lists, expanded, computations[evaluation.frame])
    }
  }

  private static func entry(_ evaluation: Evaluation) -> [EvaluationRow] {
    let lines = evaluation.expression.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      EvaluationRow(kind: index == 0 ? .expression : .continuation, text: String(line), token: evaluation.token)
    }
  }

  /// Text as a terminal would have it in the end, without its colours.
  private static func plain(_ printed: String) -> String {
    guard !printed.isEmpty else { return "" }
    var builder = AnsiLineBuilder()
    let lines = builder.append(printed) + builder.finish()
    return lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
  }

  private static func answer(
    _ evaluation: Evaluation, _ frame: FrameKey?, _ lists: [VariablePath: Loading<VariableList>],
    _ expanded: Set<TreeNode>, _ computation: Computation?
  ) -> [EvaluationRow] {
    let token = evaluation.token
    switch evaluation.value {
    case .underWay:
      let words = computation.map { "… " + $0.text } ?? "… evaluating; Esc gives up"
      return [EvaluationRow(kind: .note, text: words, token: token)]
    case .failed(let reason): return lines(of: reason, .error, token)
    case .loaded where evaluation.isStatement: return []
    // As at Python's own prompt: the text is what came of it.
    case .loaded(let variable) where variable.type == "NoneType" && !evaluation.printed.isEmpty: return []
    case .loaded(let variable):
      guard evaluation.canBeOpened(in: frame) else {
        return lines(of: variable.value, variable.isError ? .error : .value, token)
      }
      let isExpanded = expanded.contains(.variable(evaluation.path))
      let head = EvaluationRow(
        kind: .container(isExpanded: isExpanded), text: String(variable.value.prefix { !$0.isNewline }), token: token)
      let rest = lines(of: variable.value, .value, token).dropFirst()
      guard isExpanded else { return [head] + rest }
      let inside = VariableOutline(inside: evaluation.path, lists, expanded: expanded).rows
      return [head] + inside.map { EvaluationRow(kind: .inside($0), text: $0.text, token: token) }
    }
  }

  private static func lines(of text: String, _ kind: Kind, _ token: RequestToken) -> [EvaluationRow] {
    if text.isEmpty, kind == .printed { return [] }
    let beginning = String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self)
    let lines = beginning.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let rows = lines.prefix(mostLines).map { EvaluationRow(kind: kind, text: String($0), token: token) }
    let rest = lines.count - mostLines
    let isCut = beginning.utf8.count < text.utf8.count
    guard rest > 0 || isCut else { return rows }
    let more = isCut ? "more" : RowText.count(rest, "more line", "more lines")
    return rows + [EvaluationRow(kind: .note, text: "… " + more, token: token)]
  }
}

extension Evaluation {
  var path: VariablePath { VariablePath([expression], scope: .expression) }

  /// In another frame the expression may mean something else, and after the stop there is nothing to ask.
  func canBeOpened(in frame: FrameKey?) -> Bool {
    guard case .loaded(let variable) = value else { return false }
    return variable.expandable && !variable.isError && self.frame == frame && isRepeatable
  }
}
