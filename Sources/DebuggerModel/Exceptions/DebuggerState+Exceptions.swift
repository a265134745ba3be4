/// Exception breakpoints: set, sent, taken back, listed.
extension DebuggerState {
  mutating func perform(_ command: DebuggerCommand.ExceptionCommand, _ token: RequestToken) -> [Effect] {
    switch command {
    case .list: succeed(token, .list(exceptionBreakpoints.map(exceptionResult)))
    case .set(let exception, let options): setException(exception, options, token)
    case .remove(let exception): removeException(exception, token)
    case .removeAll: clearExceptions(exceptionBreakpoints.map(\.number)) + succeed(token, .null)
    case .describe: describeException(token)
    }
  }

  private mutating func setException(
    _ exception: String, _ options: ExceptionBreakpoint.Options, _ token: RequestToken
  ) -> [Effect] {
    let (number, effects) = setException(exception, options)
    let result = exceptionBreakpoint(number).map(exceptionResult) ?? .null
    return effects + report(exception: number) + saveExceptions() + succeed(token, result)
  }

  /// Sets the exception breakpoints that were kept. The row for every uncaught exception, which a session begins with, is
  /// number 0, so that those that the user sets count from 1.
  mutating func restore(_ records: [ExceptionRecord]) -> [Effect] {
    records.flatMap { record in
      let isFirst = record.exception == "*" && record.options.moments == [.uncaught]
      return setException(record.exception, record.options, number: isFirst ? BreakpointNumber(0) : nil).1
    }
  }

  /// Sets an exception breakpoint, or gives the one that there is for the class these options.
  /// - Parameter number: `nil` for the next one.
  mutating func setException(
    _ exception: String, _ options: ExceptionBreakpoint.Options, number: BreakpointNumber? = nil
  ) -> (BreakpointNumber, [Effect]) {
    if let known = exceptionBreakpoints.first(where: { $0.exception == exception }) {
      return (known.number, changeException(known.number) { $0.options = options })
    }
    if number == nil { lastBreakpoint += 1 }
    let new = ExceptionBreakpoint(
      number: number ?? BreakpointNumber(lastBreakpoint), exception: exception, options: options)
    exceptionBreakpoints.append(new)
    return (new.number, processes.flatMap { place(exception: new.number, in: $0.number) })
  }

  /// Takes it back everywhere, changes it, and sends it anew.
  private mutating func changeException(
    _ number: BreakpointNumber, _ change: (inout ExceptionBreakpoint) -> Void
  ) -> [Effect] {
    guard let index = exceptionBreakpoints.firstIndex(where: { $0.number == number }) else { return [] }
    let removals = processes.flatMap { remove(exception: number, from: $0.number) }
    change(&exceptionBreakpoints[index])
    exceptionBreakpoints[index].problem = nil
    return removals + processes.flatMap { place(exception: number, in: $0.number) }
  }

  mutating func place(exception number: BreakpointNumber, in process: ProcessNumber) -> [Effect] {
    guard let index = exceptionBreakpoints.firstIndex(where: { $0.number == number }),
      exceptionBreakpoints[index].options.isEnabled, !isMuted, self.process(process)?.attachment == .attached
    else { return [] }
    exceptionBreakpoints[index].placements.insert(process)
    let isPassedOver = Self.passedOver.contains(exceptionBreakpoints[index].exception)
    if isPassedOver, self.process(process)?.identity.dialect == "pydevd" {
      exceptionBreakpoints[index].problem = "pydevd passes over what ends an iteration; only pydevd-pycharm stops at it"
    }
    let breakpoint = exceptionBreakpoints[index]
    return [
      .setException(
        process,
        WireExceptionBreakpoint(
          exception: breakpoint.exception, moments: breakpoint.options.moments,
          ignoresLibraries: breakpoint.options.ignoresLibraries))
    ]
  }

  /// They end iterations all the time (`pydevd_frame.py`, `should_stop_on_exception`).
  private static let passedOver = ["StopIteration", "StopAsyncIteration", "GeneratorExit"]

  mutating func remove(exception number: BreakpointNumber, from process: ProcessNumber) -> [Effect] {
    guard let index = exceptionBreakpoints.firstIndex(where: { $0.number == number }),
      exceptionBreakpoints[index].placements.remove(process) != nil
    else { return [] }
    return [.removeException(process, exceptionBreakpoints[index].exception)]
  }

  private mutating func removeException(_ exception: String, _ token: RequestToken) -> [Effect] {
    guard let known = exceptionBreakpoints.first(where: { $0.exception == exception }) else {
      return fail(token, "no exception breakpoint for \(exception); `catch` alone lists them")
    }
    return clearExceptions([known.number]) + succeed(token, .null)
  }

  mutating func clearExceptions(_ numbers: [BreakpointNumber]) -> [Effect] {
    guard !numbers.isEmpty else { return [] }
    var effects: [Effect] = []
    for breakpoint in exceptionBreakpoints where numbers.contains(breakpoint.number) {
      effects += processes.flatMap { remove(exception: breakpoint.number, from: $0.number) }
      effects.append(.announce(.exceptionBreakpoint(reportValue(breakpoint, state: "cleared"))))
    }
    exceptionBreakpoints.removeAll { numbers.contains($0.number) }
    return effects + saveExceptions()
  }

  mutating func enable(exception number: BreakpointNumber, _ isEnabled: Bool) -> [Effect] {
    changeException(number) { $0.options.isEnabled = isEnabled } + report(exception: number) + saveExceptions()
  }

  /// Options of a line breakpoint, as far as an exception breakpoint has them.
  mutating func change(
    exception number: BreakpointNumber, _ change: DebuggerCommand.BreakpointChange, _ token: RequestToken
  ) -> [Effect] {
    var effects: [Effect] = []
    switch change {
    case .condition(let text): effects = changeException(number) { $0.options.condition = text }
    case .logMessage(let text): effects = changeException(number) { $0.options.logMessage = text }
    case .enabled(let isEnabled): effects = changeException(number) { $0.options.isEnabled = isEnabled }
    case .hitCondition, .options:
      return fail(token, "breakpoint \(number) is one for exceptions, which counts no hits; `catch` changes it")
    }
    let result = exceptionBreakpoint(number).map(exceptionResult) ?? .null
    return effects + report(exception: number) + saveExceptions() + succeed(token, result)
  }

  public func exceptionBreakpoint(_ number: BreakpointNumber) -> ExceptionBreakpoint? {
    exceptionBreakpoints.first { $0.number == number }
  }

  func saveExceptions() -> [Effect] {
    [.saveExceptions(exceptionBreakpoints.map { ExceptionRecord(exception: $0.exception, options: $0.options) })]
  }

  func report(exception number: BreakpointNumber) -> [Effect] {
    guard let breakpoint = exceptionBreakpoint(number) else { return [] }
    return [.announce(.exceptionBreakpoint(reportValue(breakpoint, state: breakpoint.state.name)))]
  }

  private func reportValue(_ breakpoint: ExceptionBreakpoint, state: String) -> ExceptionBreakpointReport {
    ExceptionBreakpointReport(
      number: breakpoint.number, exception: breakpoint.exception, state: state, message: breakpoint.state.message)
  }

  func exceptionResult(_ breakpoint: ExceptionBreakpoint) -> ResultValue {
    let options = breakpoint.options
    let moments = ExceptionBreakpoint.Moment.allCases.filter(options.moments.contains)
    var fields: [ResultValue.Field] = [
      .init("number", .int(breakpoint.number.rawValue)), .init("exception", .string(breakpoint.exception)),
      .init("when", .list(moments.map { .string($0.rawValue) })), .init("state", .string(breakpoint.state.name)),
      .init("enabled", .bool(options.isEnabled)), .init("hits", .int(breakpoint.hits)),
    ]
    if let condition = options.condition { fields.append(.init("condition", .string(condition))) }
    if let log = options.logMessage { fields.append(.init("log", .string(log))) }
    if options.ignoresLibraries { fields.append(.init("ignorelib", .bool(true))) }
    if let message = breakpoint.state.message { fields.append(.init("message", .string(message))) }
    return .object(fields)
  }
}
