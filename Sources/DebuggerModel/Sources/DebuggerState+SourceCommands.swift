import SourcePaths

extension DebuggerState {
  /// Lines around a place, or around the selected frame's line; the screen scrolls there.
  mutating func list(_ place: PlaceText?, _ token: RequestToken) -> [Effect] {
    if let place {
      switch resolve(place) {
      case .failure(let failure): return fail(token, failure.message)
      case .success(let (file, line)):
        return show(file, line: line) + answer(AwaitingSource(file: file, line: line, token: token))
      }
    }
    guard let frame = selectedFrame else {
      return fail(token, "nothing is stopped: name a place, as in `list FILE:LINE`")
    }
    let file = sourceFile(for: frame.remoteFile)
    let line = shownPlace(of: frame, of: selection.process)
    let effects = show(file, line: line)
    return effects + answer(AwaitingSource(file: file, remote: frame.remoteFile, line: line, token: token))
  }

  /// The whole text of a file as the process has it.
  mutating func showSource(_ path: String, _ token: RequestToken) -> [Effect] {
    guard selection.process != nil else { return fail(token, noProcess) }
    let file = SourceFile.remote(RemotePath(path))
    // It may be asked better now than when it failed.
    if case .failed? = sources[file] { sources[file] = nil }
    let frame = selectedFrame.flatMap { $0.remoteFile.rawValue == path ? $0 : nil }
    let effects = show(file, line: frame?.line ?? 1)
    return effects + answer(AwaitingSource(file: file, token: token))
  }

  /// A text has come, or can't be had.
  mutating func answerAwaitingSources() -> [Effect] {
    let waiting = awaitingSources
    awaitingSources = []
    return waiting.flatMap { answer($0) }
  }

  /// Answers at once where the text is here, else when it has come.
  private mutating func answer(_ asked: AwaitingSource) -> [Effect] {
    let file = asked.remote.map(sourceFile) ?? asked.file
    switch sources[file] {
    case .underWay?:
      awaitingSources.append(asked)
      return []
    case .failed(let reason)?: return fail(asked.token, "the source of \(file.text) can't be had: \(reason)")
    case .loaded(let document)?:
      let value = asked.line.map { listing(file, around: $0) } ?? whole(document)
      return succeed(asked.token, value)
    case nil: return succeed(asked.token, listing(file, around: asked.line ?? 1))
    }
  }

  private func whole(_ document: SourceDocument) -> ResultValue {
    .object([
      .init("file", .string(document.file.text)), .init("from", .string(document.origin.rawValue)),
      .init("text", .string(document.lines.joined(separator: "\n"))),
    ])
  }
}

/// A command that waits for a text to show.
struct AwaitingSource: Equatable, Sendable {
  let file: SourceFile
  /// What it is to the process: where the local file can't be read, that is asked for.
  var remote: RemotePath?
  /// `nil` asks for the whole text.
  var line: Int?
  let token: RequestToken
}
