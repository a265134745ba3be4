import DebuggerModel
import PydevdWire
import SourcePaths

/// A thread's stack by way of an expression, for releases that have no request for it. Python 2.7 and 3.
enum StackExpression {
  /// A text with a line for each frame, the innermost first: line, function and file with tabs between.
  /// - Parameter thread: pydevd's id; what follows its last `_` is Python's `id()` of the thread.
  static func text(for thread: String) -> String {
    let number = thread.split(separator: "_").last.map(String.init) ?? ""
    let identity = !number.isEmpty && number.allSatisfy(\.isNumber) ? number : "0"
    let frames = "__import__('sys')._current_frames()"
    let thread = "[t.ident for t in __import__('threading').enumerate() if id(t) == \(identity)]"
    let file = "s[0] if s[0][:1] == '<' else __import__('os').path.abspath(s[0])"
    let stack = "__import__('traceback').extract_stack(f)"
    return "'\\n'.join(['%d\\t%s\\t%s' % (s[1], s[2], \(file)) for i in \(thread) for f in [\(frames).get(i)] if f "
      + "for s in \(stack)][::-1])"
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
