import SourcePaths

extension DebuggerState {
  /// Python can do this in the innermost frame only.
  mutating func jump(to line: Int, _ token: RequestToken) -> [Effect] {
    guard let process = selection.process, let thread = selection.thread, let stop = selectedSuspension else {
      return fail(token, notStopped)
    }
    guard selection.frame == 0 else {
      return fail(token, "only the innermost frame can go on from another line; `frame 0` selects it")
    }
    guard line > 0 else { return fail(token, "lines count from 1, not \(line)") }
    let frame = stop.frames[0]
    guard let known = remoteLine(of: line, in: sourceFile(for: frame.remoteFile), frame.remoteFile, of: process) else {
      return fail(token, "the process has another text of \(frame.remoteFile.name), which has no such line \(line)")
    }
    let request = JumpRequest(
      process: process, thread: thread, stop: stop.stop, line: known, function: frame.function, token: token)
    return [.jump(request)]
  }

  /// An accepted jump is followed by a stop at the line; a refused one changes nothing.
  mutating func jumpAnswered(_ request: JumpRequest, _ failure: CommandFailure?) -> [Effect] {
    if let failure { return fail(request.token, failure.message) }
    if let suspension = process(request.process)?.thread(request.thread)?.suspension, suspension.stop == request.stop {
      update(request.process, request.thread) { thread in
        thread.leaving = suspension
        thread.status = .running
      }
    }
    jumpTargets = nil
    return succeed(request.token, .int(request.line))
  }
}
