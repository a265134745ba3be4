import SourcePaths

/// Breakpoints go to the lines that they are on in the text of each process, which is fetched for that: the copy here may be
/// another version.
extension DebuggerState {
  func hasBreakpoints(in file: SourceFile) -> Bool { listedBreakpoints.contains { isSame($0.file, file) } }

  /// Asks a process for its text of a local file, under each name that may be another text than the one here.
  mutating func fetchTexts(of file: SourceFile, in number: ProcessNumber) -> [Effect] {
    guard case .local(let local) = file, document(file) != nil, let process = process(number),
      process.attachment == .attached, process.leaving == nil
    else { return [] }
    let unknown = remotes(of: file).filter { remote in
      !remote.isPseudo && !process.isOwn(local, remote) && !process.comparedTexts.contains(remote)
        && !process.awaitedTexts.contains(remote)
    }
    return unknown.flatMap { remote -> [Effect] in
      update(number) { $0.awaitedTexts.insert(remote) }
      return fetch(remote, from: number)
    }
  }

  /// The text that was asked for is here, or can't be had: the breakpoints of the file get their places, and the process runs.
  mutating func textArrived(_ remote: RemotePath, from number: ProcessNumber) -> [Effect] {
    guard process(number)?.awaitedTexts.contains(remote) == true else { return [] }
    update(number) { process in
      process.awaitedTexts.remove(remote)
      process.comparedTexts.insert(remote)
    }
    let placing = compareTexts(of: remote, in: number)
    let others = listedBreakpoints.filter { $0.placements[number] == nil && remotes(of: $0.file).contains(remote) }
    let effects = placing + others.flatMap { place($0, in: number) } + settleBreakpoints()
    return effects + runWhereDue(number)
  }

  private mutating func compareTexts(of remote: RemotePath, in number: ProcessNumber) -> [Effect] {
    guard case .local(let local) = sourceFile(for: remote), let theirs = document(.remote(remote)),
      let ours = document(.local(local))
    else { return [] }
    let difference = LineDifference(from: theirs.lines, to: ours.lines)
    guard !difference.isIdentity, process(number)?.differingFiles.contains(remote) == false else { return [] }
    update(number) { $0.differingFiles.insert(remote) }
    return warnOfDifference(remote, local, in: number) + setDifference(difference, of: remote, in: number)
  }

  /// Keeps the text of a local file that has changed, for the processes that run it, or may: whether they do, the comparison that
  /// follows the edit says.
  mutating func keepRunning(_ text: SourceDocument) {
    guard case .local(let local) = text.file else { return }
    for process in processes where process.attachment == .attached {
      for remote in remotes(of: text.file) where mayRun(text, local, as: remote, process) {
        lastRevision += 1
        sources[.remote(remote)] = .loaded(
          SourceDocument(
            file: .remote(remote), text: text.lines.joined(separator: "\n"), revision: lastRevision,
            origin: text.origin))
        update(process.number) { process in
          process.verifiedFiles.remove(remote)
          process.keptFiles.insert(remote)
          process.differingFiles.insert(remote)
        }
      }
    }
  }

  /// Whether a process may run this text of a local file.
  private func mayRun(_ text: SourceDocument, _ local: LocalPath, as remote: RemotePath, _ process: ProcessState)
    -> Bool
  {
    if process.verifiedFiles.contains(remote) { return true }
    guard !process.newerFiles.contains(remote), !process.differingFiles.contains(remote), !remote.isPseudo else {
      return false
    }
    if process.isOwn(local, remote) { return true }
    return process.comparedTexts.contains(remote) && document(.remote(remote))?.lines == text.lines
  }
}
