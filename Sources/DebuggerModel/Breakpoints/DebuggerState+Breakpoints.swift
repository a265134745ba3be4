import SourcePaths

extension DebuggerState {
  /// The breakpoints that people see.
  public var listedBreakpoints: [Breakpoint] { breakpoints.filter { !$0.isInternal } }

  /// Sets a breakpoint, or gives the one that is already on the line these options. One that logs is beside one that stops.
  @discardableResult
  mutating func setBreakpoint(
    _ file: SourceFile, line: Int, _ options: BreakpointOptions, isInternal: Bool = false,
    function: String? = nil, text: LineText? = nil
  ) -> (Breakpoint, [Effect]) {
    let known = breakpoints.firstIndex {
      isSame($0.file, file) && $0.line == line && $0.isInternal == isInternal && $0.options.isLog == options.isLog
    }
    guard let known else {
      let (new, effects) = addBreakpoint(
        file, line: line, options, isInternal: isInternal, function: function, text: text)
      return (new, isInternal ? effects : effects + save())
    }
    let removals = processes.flatMap { remove(breakpoints[known], from: $0.number) }
    breakpoints[known].options = options
    breakpoints[known].forgetText()
    breakpoints[known] = inspect(breakpoints[known])
    let (new, effects) = begin(breakpoints[known])
    return (new, removals + effects + (isInternal ? [] : save()))
  }

  /// Sets a breakpoint where none is, without keeping it.
  mutating func addBreakpoint(
    _ file: SourceFile, line: Int, _ options: BreakpointOptions, isInternal: Bool = false, function: String? = nil,
    text: LineText? = nil
  ) -> (Breakpoint, [Effect]) {
    lastBreakpoint += 1
    var new = Breakpoint(number: BreakpointNumber(lastBreakpoint), file: file, line: line, options: options)
    new.isInternal = isInternal
    new.function = function
    new.text = text
    new = inspect(new)
    breakpoints.append(new)
    return begin(new)
  }

  /// Sends and reports a breakpoint that was just set.
  private mutating func begin(_ new: Breakpoint) -> (Breakpoint, [Effect]) {
    // Running to a line concerns the process that runs there, no other one.
    let targets = new.isInternal ? processes.filter { $0.number == selection.process } : processes
    let placed = targets.flatMap { place(new, in: $0.number) }
    let reading = document(new.file) == nil ? load(new.file, from: selection.process) : []
    return (breakpoint(new.number) ?? new, placed + reportOnceSettled(new.number) + reading)
  }

  /// Sends a breakpoint to a process under each name that the process may know the file by.
  mutating func place(_ breakpoint: Breakpoint, in process: ProcessNumber) -> [Effect] {
    guard breakpoint.options.isEnabled, breakpoint.isPlaced, breakpoint.isInternal || !isMuted,
      self.process(process)?.attachment == .attached,
      let index = index(of: breakpoint.number)
    else { return [] }
    let fetching = breakpoint.isInternal ? [] : fetchTexts(of: breakpoint.file, in: process)
    if !fetching.isEmpty, self.process(process)?.suspendedThreads.isEmpty == true { return fetching }
    let names = remotes(of: breakpoint.file)
    breakpoints[index].failedStops[process] = nil
    breakpoints[index].failing.remove(process)
    update(process) { $0.checkedFiles.subtract(names) }
    let lines = names.map { wireLine(of: breakpoint, in: $0, process) }
    put(index, in: process, placement(of: breakpoint, names, lines, in: process))
    return fetching
      + zip(names, lines).compactMap { remote, line in
        line.map { line in
          .setBreakpoint(
            process,
            WireBreakpoint(
              number: breakpoint.number, file: remote, line: line, options: breakpoint.options,
              engines: breakpoint.engines(likely: settings.templateEngine)))
        }
      }
  }

  /// The line that a process knows a breakpoint by; `nil` where its text of the file has no such line.
  func wireLine(of breakpoint: Breakpoint, in remote: RemotePath, _ process: ProcessNumber) -> Int? {
    remoteLine(of: breakpoint.effectiveLine, in: breakpoint.file, remote, of: process)
  }

  private func placement(
    of breakpoint: Breakpoint, _ names: [RemotePath], _ lines: [Int?], in number: ProcessNumber
  ) -> Breakpoint.Placement {
    if names.isEmpty { return .unbound("the path mappings lead every remote name of this file elsewhere") }
    guard lines.allSatisfy({ $0 == nil }) else {
      let isPresent = names.contains { process(number)?.presentFiles.contains($0) == true }
      return breakpoint.unreadable == nil || isPresent ? .set : .unchecked
    }
    return .unbound("the process has another text of this file: where this line is in it is not certain")
  }

  /// Takes a breakpoint back from a process.
  mutating func remove(_ breakpoint: Breakpoint, from process: ProcessNumber) -> [Effect] {
    guard let index = index(of: breakpoint.number),
      breakpoints[index].placements.removeValue(forKey: process) != nil
    else { return [] }
    return remotes(of: breakpoint.file).compactMap { remote in
      wireLine(of: breakpoint, in: remote, process).map {
        .removeBreakpoint(process, breakpoint.number, remote, line: $0)
      }
    }
  }

  mutating func clear(_ numbers: [BreakpointNumber]) -> [Effect] {
    var effects: [Effect] = []
    for breakpoint in breakpoints where numbers.contains(breakpoint.number) {
      effects += processes.flatMap { remove(breakpoint, from: $0.number) }
      if !breakpoint.isInternal {
        effects.append(.announce(.breakpoint(reportValue(breakpoint, state: "cleared"))))
      }
    }
    let kept = breakpoints.contains { numbers.contains($0.number) && !$0.isInternal && !$0.options.isTemporary }
    effects += settleBreakpoints(numbers)
    breakpoints.removeAll { numbers.contains($0.number) }
    return kept ? effects + save() : effects
  }

  mutating func change(
    _ number: BreakpointNumber, _ change: DebuggerCommand.BreakpointChange, _ token: RequestToken
  ) -> [Effect] {
    if exceptionBreakpoint(number) != nil { return self.change(exception: number, change, token) }
    guard let breakpoint = breakpoint(number), !breakpoint.isInternal else {
      return fail(token, "no breakpoint \(number); `break` alone lists them")
    }
    let effects = self.change(number, change)
    return effects + succeed(token, breakpointResult(self.breakpoint(number) ?? breakpoint))
  }

  mutating func change(_ number: BreakpointNumber, _ change: DebuggerCommand.BreakpointChange) -> [Effect] {
    guard let index = index(of: number) else { return [] }
    let effects = processes.flatMap { remove(breakpoints[index], from: $0.number) }
    switch change {
    case .condition(let text): breakpoints[index].options.condition = text
    case .hitCondition(let text): breakpoints[index].options.hitCondition = text
    case .logMessage(let text): breakpoints[index].options.logMessage = text
    case .enabled(let isEnabled): breakpoints[index].options.isEnabled = isEnabled
    case .options(let options): breakpoints[index].options = options
    }
    return effects + processes.flatMap { place(breakpoints[index], in: $0.number) } + report(number) + save()
  }

  mutating func mute(_ isOn: Bool, _ token: RequestToken) -> [Effect] {
    guard isOn != isMuted else { return succeed(token, .bool(isOn)) }
    var effects: [Effect] = []
    if isOn {
      effects = listedBreakpoints.flatMap { breakpoint in processes.flatMap { remove(breakpoint, from: $0.number) } }
      effects += exceptionBreakpoints.flatMap { breakpoint in
        processes.flatMap { remove(exception: breakpoint.number, from: $0.number) }
      }
    }
    isMuted = isOn
    if !isOn {
      effects = listedBreakpoints.flatMap { breakpoint in processes.flatMap { place(breakpoint, in: $0.number) } }
      effects += exceptionBreakpoints.flatMap { breakpoint in
        processes.flatMap { place(exception: breakpoint.number, in: $0.number) }
      }
    }
    note(isOn ? "breakpoints are muted" : "breakpoints are active")
    return effects + listedBreakpoints.flatMap { report($0.number) }
      + exceptionBreakpoints.flatMap { report(exception: $0.number) } + succeed(token, .bool(isOn))
  }

  mutating func breakpointHit(_ number: BreakpointNumber, in process: ProcessNumber) -> [Effect] {
    guard let index = index(of: number) else { return [] }
    breakpoints[index].hits += 1
    if breakpoints[index].options.isTemporary { return clear([number]) }
    return breakpoints[index].placements[process] == .unchecked ? placed(number, in: process, .set) : []
  }

  /// Run-to-cursor lives until the process stops, wherever that is.
  mutating func endInternalBreakpoints(in process: ProcessNumber) -> [Effect] {
    clear(breakpoints.filter { $0.isInternal && $0.placements[process] != nil }.map(\.number))
  }

  mutating func placed(
    _ number: BreakpointNumber, in process: ProcessNumber, _ placement: Breakpoint.Placement
  ) -> [Effect] {
    guard let index = index(of: number),
      breakpoints[index].placements[process] != placement
    else { return [] }
    put(index, in: process, placement)
    return report(number)
  }

  /// Takes the console's word back that a file does not exist, where it does now.
  private mutating func put(_ index: Int, in process: ProcessNumber, _ placement: Breakpoint.Placement) {
    breakpoints[index].placements[process] = placement
    guard placement == .set, breakpoints[index].isToldMissing else { return }
    breakpoints[index].isToldMissing = false
    console.append("breakpoint \(breakpoints[index].number) is set now\n", process: nil, category: .message)
  }

  /// Looks at the lines of the breakpoints of a file whose text has come in.
  mutating func checkBreakpoints(in file: SourceFile) -> [Effect] {
    let changed = breakpoints.filter { isSame($0.file, file) && inspect($0) != $0 }
    let effects = changed.flatMap { check($0) }
    let isKept = changed.contains { !$0.isInternal && !$0.options.isTemporary }
    return isKept ? effects + save() : effects
  }

  private mutating func check(_ old: Breakpoint) -> [Effect] {
    let new = inspect(old)
    guard let index = index(of: old.number) else { return [] }
    if new.isPlaced(as: old) {
      breakpoints[index] = new
      let isNews = new.message != old.message || new.state != old.state
      return (isNews ? report(old.number) : []) + reportFollowing(new, from: old)
    }
    let removed = processes.flatMap { remove(old, from: $0.number) }
    breakpoints[index] = inspect(breakpoints[index])
    let targets = processes.filter { old.placements[$0.number] != nil }
    return removed + targets.flatMap { place(breakpoints[index], in: $0.number) } + report(old.number)
      + reportFollowing(new, from: old)
  }

  /// The breakpoint with what the text of its file says of its line.
  private func inspect(_ breakpoint: Breakpoint) -> Breakpoint {
    guard let document = document(breakpoint.file) else {
      var breakpoint = breakpoint
      breakpoint.unreadable = unreadable(breakpoint.file)
      return breakpoint
    }
    var breakpoint = breakpoint.following(document)
    breakpoint.unreadable = nil
    if let line = breakpoint.function.flatMap({ document.definition(of: $0) })?.body { breakpoint.line = line }
    breakpoint.localProblem = document.problem(atLine: breakpoint.line)
    breakpoint.templateText = breakpoint.file.engines.count > 1 ? document.engine : nil
    // A run to the line of a `def` may be for its definition.
    breakpoint.movedTo =
      breakpoint.isInternal
      ? document.landing(atLine: breakpoint.line) : document.breakpointLanding(atLine: breakpoint.line)
    return breakpoint
  }

  func report(_ number: BreakpointNumber) -> [Effect] {
    guard let breakpoint = breakpoint(number), !breakpoint.isInternal, unsettledBreakpoints[number] == nil else {
      return []
    }
    return [.announce(.breakpoint(reportValue(breakpoint, state: breakpoint.state.name)))]
  }

  private func reportValue(_ breakpoint: Breakpoint, state: String) -> BreakpointReport {
    BreakpointReport(
      number: breakpoint.number, file: breakpoint.file.text, line: breakpoint.line, function: breakpoint.function,
      state: state, message: breakpoint.message)
  }
}
