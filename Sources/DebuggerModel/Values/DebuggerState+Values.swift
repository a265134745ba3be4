extension DebuggerState {
  private var currentKey: FrameKey? { selectedFrameKey.flatMap { isCurrent($0) ? $0 : nil } }

  mutating func evaluate(
    _ expression: String, isStatement: Bool, isFull: Bool = false, isEntry: Bool = false, _ token: RequestToken
  ) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    evaluations.append(
      Evaluation(token: token, expression: expression, isStatement: isStatement, frame: key, value: .underWay))
    if evaluations.count > 500 { evaluations.removeFirst() }
    let request = EvaluationRequest(
      frame: key, expression: expression, isStatement: isStatement, isFull: isFull, isEntry: isEntry,
      purpose: .command(token))
    return [.evaluate(request)]
  }

  /// Takes the report of an entry of the console: the text that it has printed so far.
  mutating func entryPrinted(_ token: RequestToken, _ text: String, isStatement: Bool) -> [Effect] {
    guard let index = evaluations.lastIndex(where: { $0.token == token }) else { return [] }
    evaluations[index].printed = text
    evaluations[index].isStatement = isStatement
    return []
  }

  mutating func assign(_ target: String, _ value: String, _ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    if let problem = PythonExpression.problem(in: value) { return fail(token, "`\(value)`: \(problem)") }
    return [.assign(AssignmentRequest(frame: key, target: target, value: value, token: token))]
  }

  mutating func assigned(_ request: AssignmentRequest, _ result: Result<Variable, CommandFailure>) -> [Effect] {
    computations[request.frame] = nil
    let answer: [Effect] =
      switch result {
      case .failure(let failure): fail(request.token, failure.message)
      case .success(let variable): succeed(request.token, variableResult(variable))
      }
    // Something may have changed even where the whole did not succeed.
    return answer + (isCurrent(request.frame) ? reload() : [])
  }

  mutating func evaluated(_ request: EvaluationRequest, _ result: Result<Variable, CommandFailure>) -> [Effect] {
    computations[request.frame] = nil
    switch request.purpose {
    case .watch(let number):
      guard let index = watches.firstIndex(where: { $0.number == number && $0.frame == request.frame }) else {
        return []
      }
      let result = result.map { mark([$0], of: request.frame)[0] }
      watches[index].value = Loading(result)
      watches[index].answered = request.frame
      return [.announce(.display(report(watches[index], request, result)))]
    case .command(let token):
      if let index = evaluations.lastIndex(where: { $0.token == token }) {
        // It was given up: the answer has been told.
        if case .failed = evaluations[index].value { return [] }
        evaluations[index].value = Loading(result)
      }
      return answer(request, result, token) + (mayChangeValues(request) ? reload() : [])
    }
  }

  private func mayChangeValues(_ request: EvaluationRequest) -> Bool {
    request.isStatement || request.isEntry && request.expression.contains { "(=;\n".contains($0) }
  }

  private func report(
    _ watch: Watch, _ request: EvaluationRequest, _ result: Result<Variable, CommandFailure>
  ) -> WatchReport {
    let value = result.flatMap { variable in
      variable.isError ? .failure(CommandFailure(variable.value)) : .success(variableResult(variable))
    }
    return WatchReport(
      process: request.frame.process, thread: request.frame.thread, number: watch.number, expression: watch.expression,
      value: value)
  }

  func listWatches(_ token: RequestToken) -> [Effect] {
    let list = watches.map { watch in
      ResultValue.object([.init("number", .int(watch.number)), .init("expression", .string(watch.expression))])
    }
    return succeed(token, .list(list))
  }

  private mutating func answer(
    _ request: EvaluationRequest, _ result: Result<Variable, CommandFailure>, _ token: RequestToken
  ) -> [Effect] {
    switch result {
    case .failure(let failure): fail(token, failure.message)
    case .success where request.isStatement: succeed(token, .null)
    case .success(let variable) where variable.isError: fail(token, variable.value)
    case .success(let variable): succeed(token, variableResult(variable))
    }
  }

  /// After a statement the variables may be others.
  mutating func reload() -> [Effect] {
    guard let key = currentKey, let tree = variables[key] else { return [] }
    for index in watches.indices { watches[index].frame = nil }
    let open = tree.lists.keys.sorted { $0.names.count < $1.names.count }
    return open.map { .loadVariables(VariableRequest(frame: key, path: $0)) } + refresh()
  }

  mutating func variablesArrived(
    _ request: VariableRequest, _ result: Result<VariableList, CommandFailure>
  ) -> [Effect] {
    computations[request.frame] = nil
    guard isCurrent(request.frame) else {
      return request.token.map { fail($0, "the thread has gone on meanwhile") } ?? []
    }
    switch result {
    case .failure(let failure):
      variables[request.frame, default: VariableTree()].lists[request.path] = .failed(failure.message)
      return request.token.map { fail($0, failure.message) } ?? []
    case .success(let list):
      let named = name(list, request)
      // What a command listed by an expression of its own is nothing that the screen shows.
      if request.token == nil || request.path.scope == .frame { store(named, request) }
      return request.token.map { succeed($0, .list(inOrder(named.variables).map(variableResult))) } ?? []
    }
  }

  /// The normal ones before what functions returned, and both before those that are folded away.
  private func inOrder(_ variables: [Variable]) -> [Variable] {
    let others = variables.filter { !$0.group.isPlain }
    return variables.filter(\.group.isPlain) + others.filter { $0.group == .returned }
      + others.filter { $0.group != .returned }
  }

  /// Gives the variables their names for people and their expressions, and marks those that have changed.
  mutating func name(_ list: VariableList, _ request: VariableRequest) -> VariableList {
    var list = list
    let naming = naming(of: request, isSet: list.isSet)
    list.variables = VariableNaming.withoutAmbiguous(list.variables.compactMap(naming.named))
    if request.path.scope == .frame { list.variables = mark(list.variables, of: request.frame) }
    return list
  }

  /// Marks those that have changed since the last stop in the function of a frame.
  private mutating func mark(_ variables: [Variable], of key: FrameKey) -> [Variable] {
    guard let frames = process(key.process)?.thread(key.thread)?.suspension?.frames,
      let index = frames.firstIndex(where: { $0.id == key.frame })
    else { return variables }
    return memory.mark(variables, key: key, frame: frames[index], depth: frames.count - index)
  }

  private func naming(of request: VariableRequest, isSet: Bool) -> VariableNaming {
    if request.path == .root { return VariableNaming(.frame) }
    if request.path == .globals { return VariableNaming(.globals) }
    let parent = variables[request.frame]?.variable(at: request.path)
    let isExpression = request.path.scope == .expression && request.path.names.count == 1
    let expression = isExpression ? request.path.names.first.map(VariableNaming.operand) : parent?.expression
    return VariableNaming(.value(expression: expression, isSet: isSet))
  }

  mutating func store(_ list: VariableList, _ request: VariableRequest) {
    var list = list
    let isAddition =
      switch request.part {
      case .first, .all: false
      case .folded, .elements: true
      }
    if isAddition, let earlier = variables[request.frame]?.lists[request.path]?.value {
      let paths = Set(list.variables.map(\.path))
      list.variables = earlier.variables.filter { !paths.contains($0.path) } + list.variables
      if request.part == .folded { list.nextOffset = earlier.nextOffset } else { list.hasFolded = earlier.hasFolded }
    }
    variables[request.frame, default: VariableTree()].lists[request.path] = .loaded(list)
  }

  mutating func listVariables(_ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    return [.loadVariables(VariableRequest(frame: key, path: .root, part: .all, token: token))]
  }

  mutating func listGlobals(_ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    return [.loadVariables(VariableRequest(frame: key, path: .globals, part: .all, token: token))]
  }

  mutating func expand(_ text: String, _ range: Range<Int>?, _ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    let known = variables[key]?.variable(named: text)?.path
    let path = known ?? VariablePath([text], scope: .expression)
    let part = range.map { VariableRequest.Part.elements($0) } ?? .all
    return [.loadVariables(VariableRequest(frame: key, path: path, part: part, token: token))]
  }

  /// Elements of a long container that are loaded at once.
  static let pageSize = 100

  mutating func open(_ path: VariablePath, offset: Int, _ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    if offset == 0 {
      guard variables[key]?.lists[path] == nil else { return succeed(token, .null) }
      variables[key, default: VariableTree()].lists[path] = .underWay
    }
    let end = offset + min(Self.pageSize, .max - offset)
    let part = offset == 0 ? VariableRequest.Part.first : .elements(offset..<end)
    return [.loadVariables(VariableRequest(frame: key, path: path, part: part))] + succeed(token, .null)
  }

  /// Loads the special variables that the process keeps back.
  mutating func openFolded(_ token: RequestToken) -> [Effect] {
    guard let key = currentKey else { return fail(token, notStopped) }
    return [.loadVariables(VariableRequest(frame: key, path: .root, part: .folded))] + succeed(token, .null)
  }

  mutating func addWatch(_ expression: String, _ token: RequestToken) -> [Effect] {
    lastWatch += 1
    watches.append(Watch(number: lastWatch, expression: expression))
    let effects = refresh()
    return effects + succeed(token, .int(lastWatch))
  }

  mutating func removeWatch(_ number: Int, _ token: RequestToken) -> [Effect] {
    guard watches.contains(where: { $0.number == number }) else {
      return fail(token, "no watch \(number); `display` alone lists them")
    }
    watches.removeAll { $0.number == number }
    return succeed(token, .null)
  }
}

extension Loading where Value == Variable {
  init(_ result: Result<Variable, CommandFailure>) {
    switch result {
    case .failure(let failure): self = .failed(failure.message)
    case .success(let variable): self = .loaded(variable)
    }
  }
}
