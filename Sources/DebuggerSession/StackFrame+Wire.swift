import DebuggerModel
import PydevdWire
import SourcePaths

extension StackFrame {
  /// Frames as a process tells them. Many are of one file, whose path is looked at once.
  static func list(_ frames: [WireStackFrame]) -> [StackFrame] {
    var file = RemotePath("")
    return frames.map { frame in
      if frame.file != file.rawValue { file = RemotePath(frame.file) }
      return StackFrame(id: FrameID(frame.id), function: frame.name, remoteFile: file, line: frame.line)
    }
  }
}
