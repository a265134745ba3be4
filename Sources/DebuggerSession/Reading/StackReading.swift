import DebuggerModel
import PydevdHelpers
import PydevdWire
import SourcePaths

/// A thread's stack by way of an expression, for releases that have no request for it.
enum StackReading {
  /// An expression for ``frames(in:)``.
  /// - Parameter thread: pydevd's id; what follows its last `_` is Python's `id()` of the thread.
  static func expression(for thread: String) -> String {
    let number = thread.split(separator: "_").last.map(String.init) ?? ""
    return ThreadStackText.expression(identity: !number.isEmpty && number.allSatisfy(\.isNumber) ? number : "0")
  }

  static func frames(in text: String) -> [StackFrame] {
    let frames = text.split(separator: "\n").enumerated().compactMap { number, line -> StackFrame? in
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, let place = WireNumber.line(fields[0]), !isDebuggers(fields[2]) else { return nil }
      return StackFrame(
        id: FrameID("sample\(number)"), function: String(fields[1]), remoteFile: RemotePath(String(fields[2])),
        line: place)
    }
    return frames
  }

  /// pydevd's own frames are not the user's.
  private static func isDebuggers(_ file: Substring) -> Bool {
    ["/_pydevd_bundle/", "/_pydev_bundle/", "/pydevd.py", "/_pydevd_frame_eval/"].contains { file.contains($0) }
  }
}
