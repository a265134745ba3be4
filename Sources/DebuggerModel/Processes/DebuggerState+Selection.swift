extension DebuggerState {
  /// Makes a stop and a frame of it the ones that commands are about, and asks for what the screen needs of it.
  mutating func select(_ process: ProcessNumber, _ thread: ThreadID, frame: Int) -> [Effect] {
    selection = Selection(process: process, thread: thread, frame: frame)
    shownStop = selectedSuspension?.stop
    return refresh()
  }

  mutating func select(process number: ProcessNumber) {
    let threads = process(number)?.threads
    let thread = threads?.suspended.first ?? threads?.first
    selection = Selection(process: number, thread: thread?.id)
  }

  /// Asks for the source, the variables and the watches of the selected frame, as far as they are not here. Batch mode asks for
  /// variables by itself, but wants the watches after each stop.
  mutating func refresh() -> [Effect] {
    var effects = loadShownSource()
    guard let key = selectedFrameKey, isCurrent(key) else { return effects }
    if settings.loadsVariables, visibility.variables, variables[key] == nil {
      variables[key, default: VariableTree()].lists[.root] = .underWay
      effects.append(.loadVariables(VariableRequest(frame: key, path: .root)))
    }
    return visibility.watches ? effects + refreshWatches(key) : effects
  }

  mutating func setVisibility(_ visibility: StopVisibility, _ token: RequestToken) -> [Effect] {
    self.visibility = visibility
    let effects = refresh()
    return effects + succeed(token, .null)
  }

  private mutating func refreshWatches(_ key: FrameKey) -> [Effect] {
    var effects: [Effect] = []
    for index in watches.indices where watches[index].frame != key {
      watches[index].frame = key
      if watches[index].value?.value == nil { watches[index].value = .underWay }
      effects.append(
        .evaluate(
          EvaluationRequest(
            frame: key, expression: watches[index].expression, purpose: .watch(watches[index].number))))
    }
    return effects
  }

  /// After the selected thread is gone: another one of the process, a stopped one first.
  mutating func selectSomething(in number: ProcessNumber) -> [Effect] {
    select(process: number)
    shownStop = selectedSuspension?.stop
    return refresh()
  }

  /// After the selected process is gone: the newest stop of the others, or the newest process.
  mutating func selectNewest() -> [Effect] {
    let stops = processes.flatMap { process in
      process.suspendedThreads.compactMap { thread in thread.suspension.map { (process.number, thread.id, $0.stop) } }
    }
    if let newest = stops.max(by: { $0.2 < $1.2 }) { return select(newest.0, newest.1, frame: 0) }
    guard let last = attachedProcesses.last else {
      selection = Selection()
      return []
    }
    return selectSomething(in: last.number)
  }

  mutating func selectFrame(_ choice: DebuggerCommand.FrameSelection, _ token: RequestToken) -> [Effect] {
    guard let suspension = selectedSuspension, let process = selection.process, let thread = selection.thread else {
      return fail(token, notStopped)
    }
    let number =
      switch choice {
      case .number(let number): number
      case .up(let count): min(max(selection.frame + count, 0), suspension.frames.count - 1)
      }
    guard suspension.frames.indices.contains(number) else {
      return fail(token, "no frame \(number): the stack has frames 0 to \(suspension.frames.count - 1)")
    }
    if case .up(let count) = choice, count != 0, number == selection.frame {
      return fail(token, number == 0 ? "this is the innermost frame" : "this is the outermost frame")
    }
    let comparison = compareFile(in: process, thread, suspension, frame: number)
    let effects = select(process, thread, frame: number) + comparison
    return effects + succeed(token, frameResult(suspension.frames[number], number: number))
  }

  mutating func selectThread(_ choice: DebuggerCommand.ThreadSelection, _ token: RequestToken) -> [Effect] {
    guard let process = selectedProcess else { return fail(token, noProcess) }
    let found: ThreadState?
    switch choice {
    case .id(let text): found = thread(named: text, in: process)
    case .relative(let step):
      let threads = Array(process.threads)
      let present = threads.firstIndex { $0.id == selection.thread } ?? 0
      found = threads.isEmpty ? nil : threads[((present + step) % threads.count + threads.count) % threads.count]
    }
    guard let found else { return fail(token, "no such thread; `threads` lists them") }
    let effects = select(process.number, found.id, frame: 0) + sampleSelected()
    return effects + succeed(token, threadResult(found, process: process.number))
  }

  mutating func selectProcess(_ number: ProcessNumber, _ token: RequestToken) -> [Effect] {
    guard let process = process(number) else {
      return fail(token, "no process \(number); `processes` lists them")
    }
    select(process: number)
    shownStop = selectedSuspension?.stop
    let effects = refresh()
    return effects + succeed(token, processResult(process))
  }

  mutating func catchUp(_ token: RequestToken) -> [Effect] {
    let effects = selectNewest()
    return effects + succeed(token, .null)
  }
}
