import SourcePaths

/// A file may be another version than the one that runs: its lines are not those that stop then.
extension DebuggerState {
  /// Asks whether the file of a frame is the one here, and the one that the process runs. The driver asks the process once,
  /// and again after the local file has changed.
  func compareFile(in number: ProcessNumber, _ thread: ThreadID, _ suspension: Suspension, frame: Int = 0) -> [Effect] {
    guard suspension.frames.indices.contains(frame), let process = process(number), process.attachment == .attached,
      process.leaving == nil, !thread.isCustomFrame
    else { return [] }
    let compared = suspension.frames[frame]
    guard !compared.remoteFile.isPseudo else { return [] }
    let key = FrameKey(process: number, thread: thread, stop: suspension.stop, frame: compared.id)
    return [.compareFile(key, compared.remoteFile, localPath(for: compared.remoteFile))]
  }

  mutating func fileCompared(
    _ remote: RemotePath, _ local: LocalPath?, differs: Bool, isNewer: Bool, in number: ProcessNumber
  ) -> [Effect] {
    guard let before = process(number) else { return [] }
    update(number) { process in
      if differs { process.differingFiles.insert(remote) } else { process.differingFiles.remove(remote) }
      if isNewer { process.newerFiles.insert(remote) } else { process.newerFiles.remove(remote) }
    }
    var effects: [Effect] = []
    if differs, !before.differingFiles.contains(remote), let local {
      effects += warn(
        number,
        "\(local.name) here is not what \(before.label) has in \(remote.rawValue): lines may be off. "
          + "`:source \(remote.rawValue)` shows its own text")
    }
    if isNewer, !before.newerFiles.contains(remote) {
      effects += warn(
        number,
        "\(remote.rawValue) has changed after \(before.label) read it: lines may be off until the module is reloaded or "
          + "the program started again")
    }
    return effects
  }

  /// The title of the source says so as long as it is so; the status line is for where the process stands.
  private mutating func warn(_ number: ProcessNumber, _ words: String) -> [Effect] {
    console.append(words + "\n", process: number, category: .warning)
    return [.announce(.warning(number, words))]
  }

  /// Reads a text again that is here in an older version.
  func fileChanged(_ local: LocalPath) -> [Effect] {
    switch sources[.local(local)] {
    case .loaded, .failed: [.readSource(local)]
    case .underWay, nil: []
    }
  }
}
