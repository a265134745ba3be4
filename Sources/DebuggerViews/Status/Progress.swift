import DebuggerModel

/// What is waited for, once it takes long enough to be noticed.
struct Progress: Sendable {
  /// Seconds after which it is said.
  static let patience = 0.3

  /// A sentence for the status line; `nil` while nothing takes long.
  private(set) var words: String?
  private var since: (what: String, clock: Double)?

  /// - Parameters:
  ///   - clock: seconds since the start.
  ///   - cancelKey: what gives up, as it is bound.
  mutating func update(_ state: DebuggerState, clock: Double, cancelKey: String?) {
    guard let work = Self.work(state) else {
      since = nil
      words = nil
      return
    }
    if since?.what != work.what { since = (work.what, clock) }
    let seconds = clock - (since?.clock ?? clock)
    guard seconds >= Self.patience else { return words = nil }
    let mend = work.canGiveUp ? cancelKey.map { "; \($0) gives up" } ?? "" : ""
    words = "\(work.what)…" + (seconds >= 1 ? " \(Int(seconds)) s" : "") + mend
  }

  /// Seconds after which the words are others; `nil` where nothing is waited for.
  var next: Double? { since.map { _ in words == nil ? Self.patience : 1 } }

  private static func work(_ state: DebuggerState) -> (what: String, canGiveUp: Bool)? {
    if let evaluation = state.evaluationsUnderWay.last {
      return (
        "evaluating \(RowText.cut(RowText.flat(evaluation.expression, lineBreak: " ", atMost: 41), to: 40))", true
      )
    }
    if let key = state.selectedFrameKey, state.selectedSuspension != nil {
      if let computation = state.computation(in: key) {
        let name = computation.name.isEmpty ? "a value" : RowText.cut(computation.name, to: 30)
        return ("computing \(name)", !computation.isInC)
      }
      if case .underWay? = state.variables[key]?.roots { return ("loading the variables", false) }
      if let watch = state.watches.first(where: { $0.frame == key && $0.answered != key }) {
        return ("evaluating the watch \(RowText.cut(watch.expression, to: 30))", false)
      }
    }
    if let file = state.shownSource, case .underWay? = state.sources[file] { return ("loading \(file.name)", false) }
    return state.isIndexing ? ("listing the project's files", false) : nil
  }
}
