extension SetBreakpoint {
  /// One breakpoint for all of a line: pydevd keeps one for each, the last (`pydevd.py`, `consolidate_breakpoints`).
  /// - Parameter parts: those of one line and type; `nil` for none.
  public static func merging(_ parts: [SetBreakpoint]) -> SetBreakpoint? {
    guard var merged = parts.min(by: { $0.id < $1.id }), parts.count > 1 else { return parts.first }
    merged.parts = parts.sorted { $0.id < $1.id }
    return merged
  }

  /// Returns one that stops when one of them does; all are evaluated, so that each logs and counts.
  func merged() -> SetBreakpoint {
    SetBreakpoint(
      id: id, file: file, line: line, type: type, function: function,
      condition: parts.map { "(\($0.standalone))" }.joined(separator: " | "),
      suspendPolicy: parts.contains { $0.suspendPolicy == .all } ? .all : .thread, serial: serial)
  }

  /// `True` where it stops, `False` where it does not, and nothing else.
  private var standalone: String {
    guard condition != nil || hitCondition != nil || logMessage != nil else { return "True" }
    return checked
  }
}
