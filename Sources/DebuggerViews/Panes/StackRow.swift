import DebuggerModel

/// A row of the stack pane.
enum StackRow: Equatable, Sendable {
  case frame(StackFrame, number: Int, isSelected: Bool)
  /// So many frames of libraries in a row, folded.
  case hidden(Int)

  /// The rows for a stack. The selected frame is never folded.
  static func rows(
    _ frames: [StackFrame], selected: Int, foldsLibraries: Bool, isLibrary: (StackFrame) -> Bool
  ) -> [StackRow] {
    var rows: [StackRow] = []
    for (number, frame) in frames.enumerated() {
      guard foldsLibraries, number != selected, isLibrary(frame) else {
        rows.append(.frame(frame, number: number, isSelected: number == selected))
        continue
      }
      if case .hidden(let count)? = rows.last { rows[rows.count - 1] = .hidden(count + 1) } else { rows.append(.hidden(1)) }
    }
    return rows
  }
}
