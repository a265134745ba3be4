import DebuggerModel
import PydevdWire
import SourcePaths

extension StackFrame {
  /// Frames as a process tells them. Many are of one file, whose path is looked at once.
  static func list(_ frames: [WireStackFrame]) -> [StackFrame] {
    var (path, file) = ("", RemotePath(""))
    return frames.map { frame in
      if frame.file != path {
        path = frame.file
        file = RemotePath(path)
        // pydevd-pycharm puts the working folder in front of them (`pydevd_file_utils.py`, `_AbsFile`).
        if file.isPseudo, let mark = path.firstRange(of: "/<frozen ") {
          file = RemotePath(String(path[mark.lowerBound...].dropFirst()))
        }
      }
      return StackFrame(id: FrameID(frame.id), function: frame.name, remoteFile: file, line: frame.line)
    }
  }
}
