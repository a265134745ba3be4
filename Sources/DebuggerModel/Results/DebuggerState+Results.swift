import SourcePaths

extension DebuggerState {
  var notStopped: String {
    switch selectedThread?.status {
    case nil: attachedProcesses.isEmpty ? "no process is connected" : "nothing is stopped"
    case .running, .resuming: "the thread is running; pause it first"
    case .pausing: "the thread was asked to pause and has not stopped yet"
    case .suspended: "the thread has just stopped anew"
    }
  }

  var noProcess: String { "no process is connected" }

  func succeed(_ token: RequestToken, _ value: ResultValue) -> [Effect] {
    [.announce(.result(token, .success(value)))]
  }

  mutating func fail(_ token: RequestToken, _ message: String) -> [Effect] {
    note(String(message.prefix { !$0.isNewline }), isWarning: true)
    return [.announce(.result(token, .failure(CommandFailure(message))))]
  }

  func variableResult(_ variable: Variable) -> ResultValue {
    var fields: [ResultValue.Field] = [
      .init("name", .string(variable.name)), .init("type", .string(variable.type)),
      .init("value", .string(variable.value)), .init("expandable", .bool(variable.expandable)),
      .init("path", .string(variable.pathText)),
    ]
    if let shape = variable.shape { fields.append(.init("shape", .string(shape))) }
    if let type = variable.elementType { fields.append(.init("dtype", .string(type))) }
    if variable.group != .normal { fields.append(.init("group", .string(variable.group.rawValue))) }
    if variable.isError { fields.append(.init("error", .string(variable.value))) }
    return .object(fields)
  }

  /// A frame of a process, the selected one where none is given. Its line is that of the local file where that is certain.
  func frameResult(_ frame: StackFrame, number: Int, in process: ProcessNumber? = nil) -> ResultValue {
    let line = shownLine(of: frame, of: process ?? selection.process)
    var fields: [ResultValue.Field] = [
      .init("number", .int(number)), .init("id", .string(frame.id.rawValue)),
      .init("function", .string(frame.function)),
      .init("file", localPath(for: frame.remoteFile).map { .string($0.rawValue) } ?? .null),
      .init("remote_file", .string(frame.remoteFile.rawValue)), .init("line", .int(line ?? frame.line)),
    ]
    if let line, line != frame.line { fields.append(.init("remote_line", .int(frame.line))) }
    return .object(fields)
  }

  func threadResult(_ thread: ThreadState, process: ProcessNumber) -> ResultValue {
    var fields: [ResultValue.Field] = [
      .init("process", .int(process.rawValue)), .init("thread", .string(thread.id.rawValue)),
      .init("name", .string(thread.name)), .init("state", .string(thread.stateName)),
    ]
    if thread.isFrozen { fields.append(.init("frozen", .bool(true))) }
    if thread.isHeld { fields.append(.init("held", .bool(true))) }
    if let frame = thread.suspension?.frames.first {
      fields += [
        .init("reason", thread.suspension.map { .string($0.reason.rawValue) } ?? .null),
        .init("remote_file", .string(frame.remoteFile.rawValue)),
        .init("line", .int(shownLine(of: frame, of: process) ?? frame.line)),
      ]
    }
    return .object(fields)
  }

  func processResult(_ process: ProcessState) -> ResultValue {
    .object([
      .init("process", .int(process.number.rawValue)), .init("peer", .string(process.identity.peer)),
      .init("pid", process.identity.pid.map { .int($0) } ?? .null),
      .init("pydevd", process.identity.pydevd.map { .string($0) } ?? .null),
      .init("dialect", .string(process.identity.dialect)),
      .init("python", process.identity.python.map { .string($0) } ?? .null),
      .init("parent", process.parent.map { .int($0.rawValue) } ?? .null), .init("state", .string(process.stateName)),
      .init("threads", .int(process.threads.count)), .init("stopped", .int(process.suspendedThreads.count)),
    ])
  }

  func breakpointResult(_ breakpoint: Breakpoint) -> ResultValue {
    let options = breakpoint.options
    var fields: [ResultValue.Field] = [
      .init("number", .int(breakpoint.number.rawValue)),
      .init("file", breakpoint.isPlaced ? .string(breakpoint.file.text) : .null),
      .init("line", breakpoint.isPlaced ? .int(breakpoint.line) : .null),
      .init("state", .string(breakpoint.state.name)),
      .init("enabled", .bool(options.isEnabled)),
      // One that logs does not stop, and the process does not say how often it wrote.
      .init("hits", options.isLog ? .null : .int(breakpoint.hits)),
    ]
    let texts = [
      ("condition", options.condition), ("hit", options.hitCondition), ("log", options.logMessage),
      ("template", options.template?.rawValue), ("function", breakpoint.function),
    ]
    for case (let key, let text?) in texts { fields.append(.init(key, .string(text))) }
    if let message = breakpoint.message { fields.append(.init("message", .string(message))) }
    if options.isTemporary { fields.append(.init("once", .bool(true))) }
    if options.suspendPolicy == .all { fields.append(.init("suspend", .string("all"))) }
    return .object(fields)
  }

  /// Eleven lines around one, as far as the text is here.
  func listing(_ file: SourceFile, around line: Int) -> ResultValue {
    guard let document = document(file) else {
      return .object([.init("file", .string(file.text)), .init("line", .int(line))])
    }
    let last = max(1, document.lines.count)
    let middle = max(1, min(line, last))
    let numbers = max(1, middle - 5)...min(middle + 5, last)
    let lines = numbers.compactMap { number in document.line(number).map { (number, $0) } }
    let origin = document.origin == .file ? [] : [ResultValue.Field("from", .string(document.origin.rawValue))]
    return .object(
      [
        .init("file", .string(file.text)), .init("line", .int(line)),
      ] + origin + [
        .init("lines", .list(lines.map { .object([.init("line", .int($0.0)), .init("text", .string($0.1))]) }))
      ])
  }
}

extension ThreadState {
  /// One word for lists.
  public var stateName: String { isFrozen && suspension != nil ? "frozen" : status.name }
}

extension ThreadState.Status {
  /// One word for lists.
  public var name: String {
    switch self {
    case .running: "running"
    case .pausing: "pausing"
    case .suspended: "stopped"
    case .resuming: "resuming"
    }
  }
}
