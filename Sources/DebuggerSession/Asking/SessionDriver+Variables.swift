import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire

/// The variables of frames, and what is inside of them.
extension SessionDriver {
  private typealias Answer = @Sendable (Result<[WireVariable], any Error>) -> Void

  func load(_ request: VariableRequest) {
    guard let dialect = processes[request.frame.process]?.dialect else {
      return emit(.variables(request, .failure(CommandFailure("the process is gone"))))
    }
    if case .elements(let range) = request.part { return loadElements(range, of: request, VariableList([]), dialect) }
    if request.part == .folded { return loadFolded(request, VariableList([])) }
    ask(request) { [weak self] result in
      self?.assumeIsolated { driver in
        let soFar = request.token.flatMap { driver.listsSoFar.removeValue(forKey: $0) }
        switch result {
        case .failure(ClientError.timedOut) where soFar != nil:
          driver.emit(.variables(request, .success(soFar ?? VariableList([]))))
        case .failure(let error): driver.fail(request, error)
        case .success(let wire) where Self.mayBeError(wire, request): driver.examine(request, wire)
        case .success(let wire): driver.complete(request, wire)
        }
      }
    }
  }

  private func ask(_ request: VariableRequest, offset: Int = 0, _ done: @escaping Answer) {
    let thread = request.frame.thread.rawValue
    let frame = request.frame.frame.rawValue
    if request.path == .root {
      ask(GetFrame(thread: thread, frame: frame), for: request, done)
    } else {
      let get = GetVariable(
        thread: thread, frame: frame, scope: request.path.scope == .expression ? .expression : .frame,
        path: request.path.names, offset: offset)
      ask(get, for: request, done)
    }
  }

  /// A command has the time of an evaluation; the panes wait as long as the process says that it is at work.
  private func ask<R: PydevdRequest>(_ message: R, for request: VariableRequest, _ done: @escaping Answer)
  where R.Reply == [WireVariable] {
    let onReport: @Sendable (WireComputation) -> Void = { [weak self] report in
      self?.assumeIsolated { $0.reported(report, request) }
    }
    let number = request.frame.process
    guard request.token != nil else {
      return with(number) { connection in
        connection.request(message, within: settings.requestTimeout, onReport: onReport, completion: done)
      }
    }
    let ending = scheduleGivingUp(number)
    let limit = evaluationTimeout + Self.endingSeconds
    with(number) { connection in
      connection.request(
        message, within: limit, isLimited: true, onReport: onReport,
        completion: { result in
          ending.cancel()
          done(result)
        })
    }
  }

  private func reported(_ report: WireComputation, _ request: VariableRequest) {
    reported(report, request.frame)
    let computation = Computation(report, frame: request.frame)
    guard !report.variables.isEmpty else { return }
    var list = VariableReading.list(report.variables, path: request.path)
    for index in list.variables.indices where list.variables[index].isPending {
      let isComputed = list.variables[index].name == computation.name
      list.variables[index].value = isComputed ? computation.text : "waiting"
    }
    if let token = request.token { listsSoFar[token] = Self.withoutValues(list, computation) }
    emit(.variablesSoFar(request, list))
  }

  /// Says of what is not there why it is not.
  private static func withoutValues(_ list: VariableList, _ computation: Computation) -> VariableList {
    var list = list
    for index in list.variables.indices where list.variables[index].isPending {
      let isComputed = list.variables[index].name == computation.name
      list.variables[index].value =
        isComputed ? "no value: \(computation.words)" : "not computed: \(computation.name) took too long"
      list.variables[index].isError = true
      list.variables[index].isPending = false
    }
    return list
  }

  // MARK: Failures

  /// The process says no more than that it got nothing where it could not look inside of a value
  /// (`pydevd_vars.py`, `resolve_compound_variable_fields`, gives None then): why, is asked.
  private func fail(_ request: VariableRequest, _ error: any Error) {
    let failure = Self.failure(error)
    guard failure.message.contains("NoneType"), request.path != .root else {
      return emit(.variables(request, .failure(failure)))
    }
    lookInside(request) { driver, result in
      let name = request.path.names.last ?? ""
      let reason = result.map { "\(name) is \($0): there is nothing inside of it" }
      switch reason {
      case .success(let text): driver.emit(.variables(request, .failure(CommandFailure(text))))
      case .failure(let failure): driver.emit(.variables(request, .failure(failure)))
      }
    }
  }

  /// An expression that raised is expanded like what pydevd keeps the exception in (`pydevd_xml.py`, `ExceptionOnEvaluate`).
  private static func mayBeError(_ wire: [WireVariable], _ request: VariableRequest) -> Bool {
    guard request.path.isExpression, request.path.names.count == 1 else { return false }
    let names = wire.filter { $0.marker == nil && !$0.name.hasPrefix("__") }.map(\.name)
    return names.contains("result") && Set(names).isSubset(of: ["result", "etype", "tb"])
  }

  private func examine(_ request: VariableRequest, _ wire: [WireVariable]) {
    lookInside(request) { driver, result in
      switch result {
      case .success: driver.complete(request, wire)
      case .failure(let failure): driver.emit(.variables(request, .failure(failure)))
      }
    }
  }

  /// Gives the value's text, or what looking inside of it raised.
  private func lookInside(
    _ request: VariableRequest,
    _ then: @escaping @Sendable (isolated SessionDriver, Result<String, CommandFailure>) -> Void
  ) {
    let expression = GetVariable.expression(for: request.path.names)
    let evaluate = Evaluate(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue,
      expression: ValueInquiry.inside(of: expression), trim: true)
    compute(evaluate, for: request.frame) { [weak self] result in
      let text: Result<String, CommandFailure> =
        switch result {
        case .failure(let error): .failure(Self.failure(error))
        case .success(let value) where value.isErrorOnEval: .failure(CommandFailure(VariableReading.errorText(value)))
        case .success(let value): .success(Self.text(value))
        }
      self?.assumeIsolated { then($0, text) }
    }
  }

  private static func text(_ value: WireVariable) -> String {
    VariableReading.variable(value, path: VariablePath([value.name])).value
  }

  // MARK: Groups

  /// What functions returned is wanted with the others, special variables only where all are.
  private func complete(_ request: VariableRequest, _ wire: [WireVariable]) {
    let list = VariableReading.list(wire, path: request.path)
    guard request.path == .root else { return emit(.variables(request, .success(list))) }
    guard wire.contains(where: { $0.marker == .returned }) else { return completeFolded(request, list) }
    ask(.returned, request) { [weak self] returned in
      var list = list
      list.variables += returned.compactMap(VariableReading.returned)
      self?.assumeIsolated { [list] driver in driver.completeFolded(request, list) }
    }
  }

  private func completeFolded(_ request: VariableRequest, _ list: VariableList) {
    guard request.part == .all, list.hasFolded else { return emit(.variables(request, .success(list))) }
    loadFolded(request, list)
  }

  private func loadFolded(_ request: VariableRequest, _ list: VariableList) {
    ask(.special, request) { [weak self] special in
      var list = list
      list.variables += special.map(Self.special)
      list.hasFolded = false
      self?.assumeIsolated { [list] driver in driver.emit(.variables(request, .success(list))) }
    }
  }

  /// A group that can't be had is left out: the others are worth more than a reason.
  private func ask(
    _ group: VariableGroup, _ request: VariableRequest, _ done: @escaping @Sendable ([WireVariable]) -> Void
  ) {
    let get = GetFrame(thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, group: group)
    with(request.frame.process) { connection in
      connection.request(get, within: settings.requestTimeout) { result in done((try? result.get()) ?? []) }
    }
  }

  private static func special(_ wire: WireVariable) -> Variable {
    var variable = VariableReading.variable(wire, path: VariablePath([wire.name]))
    variable.group = .special
    return variable
  }

  // MARK: Elements

  /// Asks for a page after the other: one request gives so many elements at most.
  private func loadElements(
    _ range: Range<Int>, of request: VariableRequest, _ before: VariableList, _ dialect: Dialect
  ) {
    let page = range.prefix(Self.pageSize)
    let done: Answer = { [weak self] result in
      self?.assumeIsolated { driver in
        switch result {
        case .failure(let error): driver.fail(request, error)
        case .success(let wire): driver.add(wire, page, of: range, request, before, dialect)
        }
      }
    }
    if dialect.pagesByOffset {
      ask(request, offset: page.lowerBound, done)
    } else {
      let container = GetVariable.expression(for: request.path.names)
      let part = ValueInquiry.elements(of: container, from: page.lowerBound, to: page.upperBound)
      let get = GetVariable(
        thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, scope: .expression, path: [part])
      with(request.frame.process) { $0.request(get, within: settings.requestTimeout, completion: done) }
    }
  }

  private func add(
    _ wire: [WireVariable], _ page: Range<Int>, of range: Range<Int>, _ request: VariableRequest,
    _ before: VariableList, _ dialect: Dialect
  ) {
    let found = VariableReading.elements(wire, path: request.path, in: page, isWhole: dialect.pagesByOffset)
    let isFull = found.variables.count == page.count
    var all = VariableList(before.variables + found.variables, isSet: before.isSet || found.isSet)
    let rest = page.upperBound..<range.upperBound
    if isFull, !rest.isEmpty, all.variables.count < Self.mostElements {
      return loadElements(rest, of: request, all, dialect)
    }
    all.nextOffset = isFull ? page.upperBound : nil
    emit(.variables(request, .success(all)))
  }

  /// pydevd-pycharm's `MAX_ITEMS_TO_HANDLE`, pydevd's `PYDEVD_CONTAINER_INITIAL_EXPANDED_ITEMS` (`pydevd_constants.py`).
  private static let pageSize = 100
  /// A command gives no more than this at once.
  private static let mostElements = 10_000
}
