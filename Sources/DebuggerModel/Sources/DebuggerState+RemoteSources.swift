import SourcePaths

extension DebuggerState {
  /// Asks a process for the text of a file: by its name, and by a frame where the name is none of a file.
  mutating func fetch(_ path: RemotePath, from process: ProcessNumber) -> [Effect] {
    let file = SourceFile.remote(path)
    let request = request(path, process, asksFrame: path.isPseudo)
    sources[file] = .underWay
    guard !path.isPseudo || request.frame != nil else { return sourceRead(file, .failure(Self.noFrame)) }
    if let frame = request.frame { sourceFrames[file] = frame }
    return [.fetchSource(request)]
  }

  private static let noFrame = CommandFailure("it is no file, and only a stopped thread can be asked for it")

  /// The selected frame is asked, or another one of its stop that runs the code.
  private func request(_ path: RemotePath, _ process: ProcessNumber, asksFrame: Bool) -> SourceRequest {
    guard process == selection.process, let key = selectedFrameKey, isCurrent(key), let selected = selectedFrame else {
      return SourceRequest(process: process, path: path, frame: nil, asksFrame: asksFrame)
    }
    let frames = [selected] + (selectedSuspension?.frames ?? [])
    let own = frames.first { $0.remoteFile == path }
    let frame = FrameKey(process: process, thread: key.thread, stop: key.stop, frame: (own ?? selected).id)
    return SourceRequest(
      process: process, path: path, frame: frame, isFramesOwn: own != nil, asksFrame: asksFrame)
  }

  mutating func sourceFetched(
    _ request: SourceRequest, _ result: Result<SourceReading, CommandFailure>
  ) -> [Effect] {
    let file = SourceFile.remote(request.path)
    switch result {
    case .success(let reading):
      return sourceArrived(file, reading) + textArrived(request.path, from: request.process)
    case .failure(let failure):
      let again = self.request(request.path, request.process, asksFrame: true)
      guard !request.asksFrame, let frame = again.frame else {
        let missing = process(request.process)?.awaitedTexts.contains(request.path) == true && failure.saysNoFile
        let effects = sourceRead(file, .failure(failure))
        return effects + (missing ? fileMissing(request.path, in: request.process) : [])
          + textArrived(request.path, from: request.process)
      }
      sourceFrames[file] = frame
      return [.fetchSource(again)]
    }
  }

  /// A text that a frame gave may be another one's as well by its name only: the next frame is asked again. So is a file that
  /// no frame was asked for.
  func isOutdated(_ file: SourceFile) -> Bool {
    guard case .remote = file, let key = selectedFrameKey, isCurrent(key), sourceFrames[file] != key else {
      return false
    }
    switch sources[file] {
    case .failed: return sourceFrames[file]?.stop != key.stop
    case .loaded(let document): return document.origin == .bytecode
    case .underWay, nil: return false
    }
  }
}

extension CommandFailure {
  /// Python's own words for a file that is not there, of every release and in every language.
  fileprivate var saysNoFile: Bool { message.contains("[Errno 2]") }
}
