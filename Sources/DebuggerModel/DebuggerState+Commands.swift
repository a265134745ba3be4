import SourcePaths

extension DebuggerState {
  mutating func perform(_ command: DebuggerCommand, _ token: RequestToken) -> [Effect] {
    switch command {
    case .listBreakpoints: succeed(token, .list(listedBreakpoints.map(breakpointResult)))
    case .setBreakpoint(let place, let options): setBreakpoint(place, options, token)
    case .toggleBreakpoint(let file, let line): toggleBreakpoint(file, line: line, token)
    case .enableBreakpoints(let numbers, let isEnabled): enable(numbers, isEnabled, token)
    case .changeBreakpoint(let number, let change): self.change(number, change, token)
    case .clearBreakpoints(let numbers): clear(numbers, token)
    case .clearBreakpointsAt(let place): clear(at: place, token)
    case .clearAllBreakpoints: clear(listedBreakpoints.map(\.number)) + succeed(token, .null)
    case .mute(let isOn): mute(isOn ?? !isMuted, token)
    case .exceptions(let command): perform(command, token)
    case .resume(let kind, let scope): resume(kind, scope, token)
    case .stepIntoCall(let number): stepInto(call: number, token)
    case .jump(let line): jump(to: line, token)
    case .listJumpTargets: inquire(.jumpTargets, token)
    case .runTo(let place): runTo(place, token)
    case .pause(let scope): pause(scope, token)
    case .dropQueuedSteps: dropQueuedSteps(token)
    case .setVisibility(let visibility): setVisibility(visibility, token)
    case .freeze(let name): freeze(name, token)
    case .thaw(let name): thaw(name, token)
    case .showStack: showStack(token)
    case .showStacks: showStacks(token)
    case .selectFrame(let choice): selectFrame(choice, token)
    case .listThreads: listThreads(token)
    case .selectThread(let choice): selectThread(choice, token)
    case .listProcesses: succeed(token, .list(processes.map(processResult)))
    case .selectProcess(let number): selectProcess(number, token)
    case .evaluate(let expression, let isFull): evaluate(expression, isStatement: false, isFull: isFull, token)
    case .enter(let text, let isStatement): evaluate(text, isStatement: isStatement, isFull: true, isEntry: true, token)
    case .execute(let statement): evaluate(statement, isStatement: true, token)
    case .assign(let target, let value): assign(target, value, token)
    case .showValue(let path): inquire(.wholeText(of: path), token)
    case .copyValue(let path): inquire(.copy(of: path), token)
    case .offerLiteral(let expression): inquire(.literal(of: expression), token)
    case .referrers(let expression): inquire(.referrers(of: expression), token)
    case .array(let expression, let part): inquire(.array(expression, part), token)
    case .typeOf(let expression): evaluate("type(\(expression))", isStatement: false, token)
    case .reloadModule(let name): inquire(.reload(module: name), token)
    case .complete(let text): complete(text, token)
    case .document(let expression): inquire(.documentation(of: expression), token)
    case .listWatches: listWatches(token)
    case .giveUpEvaluations: giveUpEvaluations(token)
    case .setEvaluationTimeout(let seconds): setEvaluationTimeout(seconds, token)
    case .setOption(let option): setOption(option, token)
    case .listOptions: succeed(token, .object(options.fields))
    case .locals: listVariables(token)
    case .globals: listGlobals(token)
    case .expand(let path, let range): expand(path, range, token)
    case .open(let path, let offset): open(path, offset: offset, token)
    case .openFolded: openFolded(token)
    case .addWatch(let expression): addWatch(expression, token)
    case .removeWatch(let number): removeWatch(number, token)
    case .list(let place): list(place, token)
    case .showSource(let path): showSource(path, token)
    case .indexProject: indexProject(token)
    case .addMapping(let text): addMapping(text, token)
    case .removeMapping(let text): removeMapping(text, token)
    case .listMappings: succeed(token, mappingsResult())
    case .programInput(let text): programInput(text, token)
    case .catchUp: catchUp(token)
    case .detach(let isHard): detach(isHard: isHard, token)
    case .kill: kill(token)
    case .quit: quit(token)
    }
  }

  private mutating func setBreakpoint(
    _ place: PlaceText, _ options: BreakpointOptions, _ token: RequestToken
  ) -> [Effect] {
    if case .function(let name) = place { return setBreakpoint(function: name, options, token) }
    switch resolve(place) {
    case .failure(let failure): return fail(token, failure.message)
    case .success(let (file, line)):
      if let refusal = refusal(of: options, file, line: line) { return fail(token, refusal) }
      let (breakpoint, effects) = setBreakpoint(file, line: line, options)
      return effects + answerOnceSettled(breakpoint, token)
    }
  }

  private mutating func toggleBreakpoint(_ file: SourceFile, line: Int, _ token: RequestToken) -> [Effect] {
    let here = listedBreakpoints.filter { self.line(of: $0, in: file) == line }
    if !here.isEmpty { return clear(here.map(\.number)) + succeed(token, .null) }
    let place = ownPlace(file, line)
    let (breakpoint, effects) = setBreakpoint(place.file, line: place.line, BreakpointOptions())
    if let problem = breakpoint.localProblem { note("line \(place.line): \(problem)", isWarning: true) }
    return effects + answerOnceSettled(breakpoint, token)
  }

  private mutating func enable(_ numbers: [BreakpointNumber], _ isEnabled: Bool, _ token: RequestToken) -> [Effect] {
    if let refusal = refusal(of: numbers) { return fail(token, refusal) }
    let effects = numbers.flatMap { number in
      exceptionBreakpoint(number) == nil
        ? change(number, .enabled(isEnabled)) : enable(exception: number, isEnabled)
    }
    let results = numbers.compactMap { number in
      breakpoint(number).map(breakpointResult) ?? exceptionBreakpoint(number).map(exceptionResult)
    }
    return effects + succeed(token, results.count == 1 ? results[0] : .list(results))
  }

  /// Why a command can't have these numbers.
  private func refusal(of numbers: [BreakpointNumber]) -> String? {
    let unknown = numbers.filter { number in
      !listedBreakpoints.contains { $0.number == number } && exceptionBreakpoint(number) == nil
    }
    guard !unknown.isEmpty else { return nil }
    let names = unknown.map(\.description).joined(separator: ", ")
    return "no breakpoint \(names); `break` alone lists them"
  }

  private mutating func clear(_ numbers: [BreakpointNumber], _ token: RequestToken) -> [Effect] {
    if let refusal = refusal(of: numbers) { return fail(token, refusal) }
    return clear(numbers) + clearExceptions(numbers) + succeed(token, .null)
  }

  private mutating func clear(at place: PlaceText, _ token: RequestToken) -> [Effect] {
    if case .function(let name) = place {
      let named = listedBreakpoints.filter { $0.function == name }.map(\.number)
      if !named.isEmpty { return clear(named) + succeed(token, .null) }
    }
    switch resolve(place) {
    case .failure(let failure): return fail(token, failure.message)
    case .success(let (file, line)):
      let here = listedBreakpoints.filter { self.line(of: $0, in: file) == line }
      guard !here.isEmpty else { return fail(token, "no breakpoint at \(file.name):\(line)") }
      return clear(here.map(\.number)) + succeed(token, .null)
    }
  }

  private mutating func showStack(_ token: RequestToken) -> [Effect] {
    guard let frames = selectedSuspension?.frames else { return fail(token, notStopped) }
    return succeed(token, .list(frames.enumerated().map { frameResult($0.element, number: $0.offset) }))
  }

  private mutating func listThreads(_ token: RequestToken) -> [Effect] {
    let rows = processes.flatMap { process in process.threads.map { threadResult($0, process: process.number) } }
    return succeed(token, .list(rows))
  }
}
