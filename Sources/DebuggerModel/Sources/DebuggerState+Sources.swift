extension DebuggerState {
  /// Asks for the text of the selected frame's file, unless it is here or on its way.
  mutating func loadShownSource() -> [Effect] {
    guard let process = selection.process, let frame = selectedFrame else { return [] }
    let file = sourceFile(for: frame.remoteFile)
    lastFile = file
    return load(file, from: process)
  }

  /// Asks for the text of a file: a local one is read, a remote one is fetched from the process.
  mutating func load(_ file: SourceFile, from process: ProcessNumber?) -> [Effect] {
    guard sources[file] == nil || isOutdated(file) else { return [] }
    switch file {
    case .local(let path):
      sources[file] = .underWay
      return [.readSource(path)]
    case .remote(let path):
      return process.map { fetch(path, from: $0) } ?? []
    }
  }

  mutating func sourceRead(_ file: SourceFile, _ result: Result<String, CommandFailure>) -> [Effect] {
    switch result {
    case .success(let text): return sourceArrived(file, SourceReading(text))
    case .failure(let failure):
      sources[file] = .failed(failure.message)
      let effects = checkBreakpoints(in: file) + compareLines(of: file) + checkFiles() + settleBreakpoints()
      let running = loadShownSource() + runAfterReading(file)
      return effects + running + readCandidates(for: file) + answerAwaitingCalls() + answerAwaitingSources()
        + runToAwaited(file)
    }
  }

  mutating func sourceArrived(_ file: SourceFile, _ reading: SourceReading) -> [Effect] {
    lastRevision += 1
    let before = document(file)
    sources[file] = .loaded(
      SourceDocument(file: file, text: reading.text, revision: lastRevision, origin: reading.origin))
    if let before, before.lines != document(file)?.lines { keepRunning(before) }
    let fetching = hasBreakpoints(in: file) ? processes.flatMap { fetchTexts(of: file, in: $0.number) } : []
    let placed =
      fetching + compareLines(of: file) + checkBreakpoints(in: file) + placeFunctions(in: file) + settleBreakpoints()
    return placed + renewAliases(of: file, reading) + runAfterReading(file) + readCandidates(for: file)
      + answerAwaitingCalls() + answerAwaitingSources() + runToAwaited(file)
  }

  /// Gives the text of a file to the other names that breakpoints have for it.
  private mutating func renewAliases(of file: SourceFile, _ reading: SourceReading) -> [Effect] {
    guard !realPaths.isEmpty, let lines = document(file)?.lines else { return [] }
    let others = Set(breakpoints.map(\.file)).filter { $0 != file && isSame($0, file) }
    return others.sorted { $0.text < $1.text }.flatMap { other -> [Effect] in
      guard let known = document(other), known.lines != lines else { return [] }
      return sourceArrived(other, reading)
    }
  }

  /// A new process may run other versions of the files: what is shown is read again when it is needed.
  mutating func forgetSources() {
    guard processes.isEmpty else {
      sources = sources.filter { if case .failed = $0.value { false } else { true } }
      return
    }
    sources = [:]
  }

  /// The text of a file, if it is here.
  public func document(_ file: SourceFile) -> SourceDocument? { sources[file]?.value }

  mutating func show(_ file: SourceFile, line: Int) -> [Effect] {
    lastFile = file
    shownPlace = ShownPlace(file: file, line: line, count: (shownPlace?.count ?? 0) + 1)
    return load(file, from: selection.process)
  }
}
