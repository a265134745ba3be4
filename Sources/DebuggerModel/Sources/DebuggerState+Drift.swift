public import SourcePaths

/// A file may be another version than the one that runs: its lines are not those that stop then.
extension DebuggerState {
  /// Asks whether the file of a frame is the one here, and the one that the process runs. The driver asks the process once,
  /// and again after the local file has changed.
  mutating func compareFile(in number: ProcessNumber, _ thread: ThreadID, _ suspension: Suspension, frame: Int = 0)
    -> [Effect]
  {
    guard suspension.frames.indices.contains(frame), let process = process(number), process.attachment == .attached,
      process.leaving == nil, !thread.isCustomFrame
    else { return [] }
    let compared = suspension.frames[frame]
    guard !compared.remoteFile.isPseudo else { return [] }
    update(number) { $0.comparing.insert(compared.remoteFile) }
    let key = FrameKey(process: number, thread: thread, stop: suspension.stop, frame: compared.id)
    return [.compareFile(key, compared.remoteFile, localPath(for: compared.remoteFile))]
  }

  mutating func fileCompared(
    _ remote: RemotePath, _ local: LocalPath?, differs: Bool, isNewer: Bool, _ oldFrames: Set<FrameID>,
    in number: ProcessNumber
  ) -> [Effect] {
    guard let before = process(number) else { return [] }
    // Another file of that name was edited.
    guard local == nil || localPath(for: remote) == local else { return comparisonEnded(remote, in: number) }
    // The frames of an exception that nobody caught have ended, and are old all the same.
    let ended = before.suspendedThreads.compactMap(\.suspension).filter { $0.exception != nil }.flatMap(\.frames)
    let oldFrames = oldFrames.union(before.oldFrames[remote]?.intersection(ended.map(\.id)) ?? [])
    update(number) { process in
      process.oldFrames[remote] = oldFrames.isEmpty ? nil : oldFrames
      if oldFrames.isEmpty {
        process.oldDifferences[remote] = nil
      } else if let difference = before.differences[remote], !isNewer {
        process.oldDifferences[remote] = difference
      }
    }
    // The file there may have been edited, too: it runs neither text.
    let isKept = isNewer && before.keptFiles.contains(remote)
    update(number) { process in
      if differs || isKept { process.differingFiles.insert(remote) } else { process.differingFiles.remove(remote) }
      if isNewer { process.newerFiles.insert(remote) } else { process.newerFiles.remove(remote) }
      if !isNewer { process.keptFiles.remove(remote) }
      if !isNewer, !differs { process.verifiedFiles.insert(remote) } else { process.verifiedFiles.remove(remote) }
      process.comparedTexts.insert(remote)
    }
    if !isNewer, before.keptFiles.contains(remote) { sources[.remote(remote)] = nil }
    var effects: [Effect] = []
    if differs, !before.differingFiles.contains(remote), let local {
      effects += warnOfDifference(remote, local, in: number)
    }
    if isNewer, !before.newerFiles.contains(remote) {
      effects += warn(
        number,
        "\(remote.rawValue) has changed after \(before.label) read it: lines may be off until the module is reloaded or "
          + "the program started again")
    }
    if isKept { return effects + comparisonEnded(remote, in: number) }
    guard differs else {
      return effects + setDifference(nil, of: remote, in: number) + comparisonEnded(remote, in: number)
    }
    return effects + loadBoth(remote, in: number)
  }

  mutating func warnOfDifference(_ remote: RemotePath, _ local: LocalPath, in number: ProcessNumber) -> [Effect] {
    let label = process(number)?.label ?? "the process"
    let words =
      "\(local.name) here is not what \(label) has in \(remote.rawValue): the lines that both have are matched, and those "
      + "with ≠ differ. `:source \(remote.rawValue)` shows its own text"
    return warn(number, words)
  }

  /// Announces the stops that have waited for it.
  mutating func comparisonEnded(_ remote: RemotePath, in number: ProcessNumber) -> [Effect] {
    guard let process = process(number) else { return [] }
    let due = process.heldStops.filter { $0.remoteFile == remote }
    update(number) { process in
      process.comparing.remove(remote)
      process.heldStops.removeAll { $0.remoteFile == remote }
    }
    return due.map { .announce(.stopped(placed($0))) }
  }

  /// The stop with the line of the local file.
  private func placed(_ stop: StopSummary) -> StopSummary {
    let frame = process(stop.process)?.thread(stop.thread)?.suspension?.frames.first
    let line =
      frame.map { shownLine(of: $0, of: stop.process) }
      ?? shownLine(of: stop.remoteLine, in: stop.remoteFile, of: stop.process)
    return line.map { stop.on(line: $0) } ?? stop
  }

  /// Announces a stop, at once or when its file has been compared.
  mutating func announceStop(_ stop: StopSummary) -> [Effect] {
    let isComparing = process(stop.process)?.comparing.contains(stop.remoteFile) == true
    guard settings.comparesFirst, isComparing else { return [.announce(.stopped(placed(stop)))] }
    update(stop.process) { $0.heldStops.append(stop) }
    return []
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

  /// Asks for both texts; the one of the process may have changed since it was fetched.
  private mutating func loadBoth(_ remote: RemotePath, in number: ProcessNumber) -> [Effect] {
    guard case .local = sourceFile(for: remote) else { return [] }
    if case .loaded? = sources[.remote(remote)] { sources[.remote(remote)] = nil }
    return load(sourceFile(for: remote), from: number) + load(.remote(remote), from: number)
  }

  /// Finds the lines that the two texts of a file have in common, after one of them has come in.
  mutating func compareLines(of file: SourceFile) -> [Effect] {
    processes.flatMap { process in
      process.differingFiles.sorted { $0.rawValue < $1.rawValue }.flatMap { remote -> [Effect] in
        guard case .local(let local) = sourceFile(for: remote), file == .remote(remote) || file == .local(local) else {
          return []
        }
        guard let theirs = document(.remote(remote)), let ours = document(.local(local)) else {
          guard case .failed? = sources[file] else { return [] }
          let words = "the text of \(remote.rawValue) in \(process.label) can't be had: lines may be off"
          return warn(process.number, words) + comparisonEnded(remote, in: process.number)
        }
        let difference = LineDifference(from: theirs.lines, to: ours.lines)
        return setDifference(difference, of: remote, in: process.number)
          + comparisonEnded(remote, in: process.number)
      }
    }
  }

  /// The breakpoints of the file go to the lines that they are on in the text of the process.
  mutating func setDifference(
    _ difference: LineDifference?, of remote: RemotePath, in number: ProcessNumber
  ) -> [Effect] {
    guard let process = process(number), process.differences[remote] != difference else { return [] }
    let placed = breakpoints.filter { $0.placements[number] != nil && isText(of: $0.file, remote) }
    let removed = placed.flatMap { remove($0, from: number) }
    update(number) { $0.differences[remote] = difference }
    return removed + placed.flatMap { place($0, in: number) + report($0.number) }
  }

  private func difference(_ remote: RemotePath, _ number: ProcessNumber?) -> LineDifference? {
    guard let number, case .local = sourceFile(for: remote) else { return nil }
    return process(number)?.differences[remote]
  }

  /// The line of the shown text that is a line of the process's file; `nil` where that isn't certain.
  public func shownLine(of line: Int, in remote: RemotePath, of number: ProcessNumber?) -> Int? {
    guard let difference = difference(remote, number) else { return line }
    return difference.target(of: line)
  }

  /// The line of the shown text that a frame stands on; `nil` where that isn't certain.
  public func shownLine(of frame: StackFrame, of number: ProcessNumber?) -> Int? {
    guard isOld(frame, of: number) else { return shownLine(of: frame.line, in: frame.remoteFile, of: number) }
    return number.flatMap { process($0)?.oldDifferences[frame.remoteFile] }?.target(of: frame.line)
  }

  /// Whether a frame runs code from before a reload.
  public func isOld(_ frame: StackFrame, of number: ProcessNumber?) -> Bool {
    number.flatMap { process($0)?.oldFrames[frame.remoteFile] }?.contains(frame.id) == true
  }

  /// The line of the shown text to look at for a frame: where it stands, or the next one that is certain.
  public func shownPlace(of frame: StackFrame, of number: ProcessNumber?) -> Int {
    guard isOld(frame, of: number) else { return shownPlace(of: frame.line, in: frame.remoteFile, of: number) }
    guard let difference = number.flatMap({ process($0)?.oldDifferences[frame.remoteFile] }) else { return frame.line }
    return difference.target(of: frame.line) ?? difference.place(of: frame.line)
  }

  /// The line of the shown text to look at for a line of the process's file: that line, or the next one that is certain.
  public func shownPlace(of line: Int, in remote: RemotePath, of number: ProcessNumber?) -> Int {
    guard let difference = difference(remote, number) else { return line }
    return difference.target(of: line) ?? difference.place(of: line)
  }

  /// The line of the process's file that is a line of the local one; `nil` where that isn't certain.
  func remoteLine(of line: Int, in file: SourceFile, _ remote: RemotePath, of number: ProcessNumber) -> Int? {
    guard case .local = file, let differences = process(number)?.differences, !differences.isEmpty else { return line }
    let difference = differences[remote] ?? differences.first { isText(of: file, $0.key) }?.value
    return difference.map { $0.source(of: line) } ?? line
  }

  /// The 1-based line of a text that a breakpoint is on; `nil` where it isn't in that text. The selected process's text of a file
  /// has the breakpoints of the local file that stands for it.
  public func line(of breakpoint: Breakpoint, in file: SourceFile) -> Int? {
    if isSame(breakpoint.file, file) { return breakpoint.line }
    guard case .remote(let remote) = file, let number = selection.process, isText(of: breakpoint.file, remote) else {
      return nil
    }
    return remoteLine(of: breakpoint.line, in: breakpoint.file, remote, of: number)
  }

  /// The place in the local file that a line of the selected process's text is, where that is certain; else the same place.
  public func ownPlace(_ file: SourceFile, _ line: Int) -> (file: SourceFile, line: Int) {
    guard case .remote(let remote) = file, case .local(let local) = sourceFile(for: remote),
      document(.local(local)) != nil, let here = shownLine(of: line, in: remote, of: selection.process)
    else { return (file, line) }
    return (.local(local), here)
  }

  /// Whether a file of a process stands for a local file, under any name of that.
  private func isText(of file: SourceFile, _ remote: RemotePath) -> Bool {
    guard case .local = file else { return false }
    return remotes(of: file).contains(remote) || localPath(for: remote).map { isSame(.local($0), file) } == true
  }

  /// Whether a line of a shown text has no certain counterpart in the other one.
  public func differs(_ line: Int, in file: SourceFile, _ remote: RemotePath, of number: ProcessNumber?) -> Bool {
    guard let number, let difference = process(number)?.differences[remote] else { return false }
    switch file {
    case .local: return difference.source(of: line) == nil
    case .remote: return difference.target(of: line) == nil
    }
  }
}
