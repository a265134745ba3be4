import CommandLanguage
import DebuggerModel
import TerminalGrid

/// What was evaluated and what came of it, the newest at the bottom.
struct EvaluationPane: ListPane {
  let name = PaneName.evaluation
  private(set) var rows: [EvaluationRow] = []
  var cursor = ListCursor()
  var size = Size.zero
  private var evaluations: [Evaluation] = []

  func title(_ state: DebuggerState) -> String { "Eval" }

  func remark(_ state: DebuggerState) -> String { state.selectedFrame.map { "frame \($0.function)()" } ?? "" }

  func placeholder(_ state: DebuggerState) -> String { "nothing evaluated yet" }

  mutating func absorb(_ state: DebuggerState) {
    guard evaluations != state.evaluations else { return }
    evaluations = state.evaluations
    rows = EvaluationRow.rows(evaluations)
    place(rows.count - 1)
  }

  func draw(_ row: EvaluationRow, with pen: inout RowPen, in grid: inout Grid, _ context: PaneContext) {
    pen.put(" ", in: &grid)
    switch row.kind {
    case .expression:
      pen.put(">>> ", .prompt, in: &grid)
      pen.put(row.text, in: &grid)
    case .value: pen.put(row.text, in: &grid)
    case .error: pen.put("\(context.glyphs.error) \(row.text)", .error, in: &grid)
    case .note: pen.put(row.text, .dim, in: &grid)
    }
  }

  func text(of row: EvaluationRow) -> String { row.text }

  func commands(_ context: PaneContext) -> [ViewCommand] {
    current == nil ? [.evaluate] : [.evaluate, .showFullValue, .addWatch, .copy, .search]
  }

  mutating func act(_ command: ViewCommand, _ context: PaneContext) -> [ViewAction]? {
    guard let row = current, let evaluation = evaluations.first(where: { $0.token == row.token }) else { return nil }
    if command == .open || command == .showFullValue {
      return [.showText(title: evaluation.expression, evaluation.text)]
    }
    if command == .copy { return [.copy(evaluation.text)] }
    return command == .addWatch ? [.command(.addWatch(evaluation.expression))] : nil
  }
}

extension Evaluation {
  /// The value, or what went wrong.
  fileprivate var text: String {
    switch value {
    case .underWay: ""
    case .failed(let reason): reason
    case .loaded(let variable): variable.value
    }
  }
}
