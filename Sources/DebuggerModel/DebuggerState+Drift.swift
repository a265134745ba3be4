import SourcePaths

/// A file here may be another version than the one that runs there: its lines are not those that stop then.
extension DebuggerState {
  /// Asks, once for each file of a process, whether it is the one that a mapping leads to.
  mutating func compareFile(in number: ProcessNumber, _ thread: ThreadID, _ suspension: Suspension) -> [Effect] {
    let frame = suspension.frames[0]
    guard let process = process(number), process.attachment == .attached, process.leaving == nil, !thread.isCustomFrame,
      !process.comparedFiles.contains(frame.remoteFile),
      case .mapped(let local, _)? = paths.local(for: frame.remoteFile)
    else { return [] }
    update(number) { $0.comparedFiles.insert(frame.remoteFile) }
    let key = FrameKey(process: number, thread: thread, stop: suspension.stop, frame: frame.id)
    return [.compareFile(key, frame.remoteFile, local)]
  }

  mutating func fileDiffers(_ remote: RemotePath, _ local: LocalPath, in number: ProcessNumber) -> [Effect] {
    guard let process = process(number) else { return [] }
    update(number) { $0.differingFiles.insert(remote) }
    let words =
      "\(local.name) here is not what \(process.label) has in \(remote.rawValue): lines may be off. "
      + "`:source \(remote.rawValue)` shows its own text"
    // The title of the source says so as long as it is so; the status line is for where the process stands.
    console.append(words + "\n", process: number, category: .warning)
    return [.announce(.warning(number, words))]
  }
}
