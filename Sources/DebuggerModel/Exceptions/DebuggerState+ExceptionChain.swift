import SourcePaths

/// The exception that the selected thread stands at, with those that led to it.
extension DebuggerState {
  mutating func describeException(_ token: RequestToken) -> [Effect] {
    guard let stop = selectedSuspension, let process = selection.process, let thread = selection.thread else {
      return fail(token, notStopped)
    }
    guard stop.exception != nil else { return fail(token, "the thread did not stop at an exception") }
    return [
      .examineException(
        ExceptionQuery(process: process, thread: thread, frame: stop.frames[0].id, question: .chain(token)))
    ]
  }

  mutating func described(_ token: RequestToken, _ result: Result<ExceptionAnswer, CommandFailure>) -> [Effect] {
    switch result {
    case .success(.chain(let chain)):
      guard let first = chain.first else { return fail(token, "the exception is gone") }
      exceptionChain = ExceptionChain(exceptions: chain, token: token)
      let rest = chain.dropFirst().map { raisedResult($0) }
      var fields = raisedFields(first)
      fields.append(.init("chain", .list(Array(rest))))
      return succeed(token, .object(fields))
    case .success: return fail(token, "the exception can't be read")
    case .failure(let failure): return fail(token, "the exception can't be read: \(failure.message)")
    }
  }

  private func raisedResult(_ raised: RaisedException) -> ResultValue {
    .object([.init("link", .string(raised.link.rawValue))] + raisedFields(raised))
  }

  private func raisedFields(_ raised: RaisedException) -> [ResultValue.Field] {
    [
      .init("type", .string(raised.summary.type)), .init("message", .string(raised.summary.message)),
      .init(
        "frames",
        .list(
          raised.frames.map { frame in
            .object([
              .init("function", .string(frame.function)),
              .init("file", localPath(for: frame.remoteFile).map { .string($0.rawValue) } ?? .null),
              .init("remote_file", .string(frame.remoteFile.rawValue)), .init("line", .int(frame.line)),
            ])
          })),
    ]
  }
}
