/// Stacks of threads that do not stand at a stop.
extension DebuggerState {
  mutating func showStacks(_ token: RequestToken) -> [Effect] {
    let attached = attachedProcesses
    guard !attached.isEmpty else { return fail(token, noProcess) }
    let running = attached.flatMap { process in
      process.threads.filter { $0.suspension == nil }.map {
        StacksRequest.Target(process: process.number, thread: $0.id)
      }
    }
    guard !running.isEmpty else { return succeed(token, stacksResult([])) }
    return [.loadStacks(StacksRequest(targets: running, token: token))]
  }

  mutating func stacksArrived(_ request: StacksRequest, _ stacks: [ThreadStack]) -> [Effect] {
    if let token = request.token { return succeed(token, stacksResult(stacks)) }
    for stack in stacks {
      guard let thread = process(stack.target.process)?.thread(stack.target.thread), thread.suspension == nil else {
        continue
      }
      update(stack.target.process, stack.target.thread) { thread in
        switch stack.frames {
        case .success(let frames): thread.sample = .loaded(frames)
        case .failure(let failure): thread.sample = .failed(failure.message)
        }
      }
    }
    return []
  }

  /// Asks where the selected thread is, if it runs and the screen would show it.
  mutating func sampleSelected() -> [Effect] {
    guard settings.loadsVariables, let number = selection.process, let thread = selectedThread,
      shownSuspension == nil, process(number)?.attachment == .attached
    else { return [] }
    if thread.sample?.value == nil { update(number, thread.id) { $0.sample = .underWay } }
    return [.loadStacks(StacksRequest(targets: [.init(process: number, thread: thread.id)], token: nil))]
  }

  private func stacksResult(_ stacks: [ThreadStack]) -> ResultValue {
    let asked = Dictionary(stacks.map { ($0.target, $0.frames) }) { first, _ in first }
    let rows = attachedProcesses.flatMap { process in
      process.threads.map { thread in
        let stopped = thread.suspension.map { Result<[StackFrame], CommandFailure>.success($0.frames) }
        let frames = stopped ?? asked[.init(process: process.number, thread: thread.id)]
        return stackResult(thread, process.number, frames ?? .failure(CommandFailure("it has gone on meanwhile")))
      }
    }
    return .list(rows)
  }

  private func stackResult(
    _ thread: ThreadState, _ process: ProcessNumber, _ stack: Result<[StackFrame], CommandFailure>
  ) -> ResultValue {
    var fields: [ResultValue.Field] = [
      .init("process", .int(process.rawValue)), .init("thread", .string(thread.id.rawValue)),
      .init("name", .string(thread.name)), .init("state", .string(thread.stateName)),
    ]
    switch stack {
    case .success(let frames):
      fields.append(
        .init("frames", .list(frames.enumerated().map { frameResult($0.element, number: $0.offset, in: process) })))
    case .failure(let failure):
      fields += [.init("frames", .list([])), .init("error", .string(failure.message))]
    }
    return .object(fields)
  }
}
