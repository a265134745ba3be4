import DebuggerModel
import SourcePaths

/// A row of the stack pane.
enum StackRow: Equatable, Sendable {
  case frame(StackFrame, number: Int, isSelected: Bool, isLibrary: Bool)
  /// So many frames of libraries in a row, folded.
  case hidden(Int)

  /// The rows for a stack. The selected frame is never folded.
  /// - Parameter isLibrary: asked once for each file.
  static func rows(
    _ frames: [StackFrame], selected: Int, foldsLibraries: Bool, isLibrary: (StackFrame) -> Bool
  ) -> [StackRow] {
    var rows: [StackRow] = []
    rows.reserveCapacity(frames.count)
    var known: [RemotePath: Bool] = [:]
    var isOther = false
    for (number, frame) in frames.enumerated() {
      // Frames of one file mostly stand together.
      if number == 0 || frame.remoteFile != frames[number - 1].remoteFile {
        isOther = known[frame.remoteFile] ?? isLibrary(frame)
        known[frame.remoteFile] = isOther
      }
      guard foldsLibraries, number != selected, isOther else {
        rows.append(.frame(frame, number: number, isSelected: number == selected, isLibrary: isOther))
        continue
      }
      if case .hidden(let count)? = rows.last {
        rows[rows.count - 1] = .hidden(count + 1)
      } else {
        rows.append(.hidden(1))
      }
    }
    return rows
  }
}
