/// The expressions of breakpoints are looked at when they are set: here for what no Python accepts, and by the compiler of a
/// stopped process.
extension DebuggerState {
  /// Holds a command back while a process looks at its expressions, or refuses it.
  /// - Returns: `nil` where there is nothing to look at, or nobody to do it.
  mutating func check(_ command: DebuggerCommand, _ token: RequestToken) -> [Effect]? {
    let expressions = command.expressions
    for (role, text) in expressions {
      if let problem = PythonExpression.problem(in: text) { return fail(token, "\(role) `\(text)`: \(problem)") }
    }
    guard !expressions.isEmpty, let key = stoppedFrame else { return nil }
    uncheckedCommands[token] = command
    return [.inquire(Inquiry(frame: key, question: .syntax(of: expressions.map(\.text)), token: token))]
  }

  /// Carries the command out, or refuses it. Where the process gave no answer, the command is carried out.
  mutating func checked(_ inquiry: Inquiry, _ result: Result<Inquiry.Answer, CommandFailure>) -> [Effect] {
    guard let command = uncheckedCommands.removeValue(forKey: inquiry.token) else { return [] }
    if case .success(.syntax(let problem?)) = result, command.expressions.indices.contains(problem.index) {
      let (role, text) = command.expressions[problem.index]
      return fail(inquiry.token, "\(role) `\(text)`: \(problem.message)")
    }
    return perform(command, inquiry.token) + checkFiles()
  }

  /// The innermost frame of a stopped thread, the selected process's first.
  private var stoppedFrame: FrameKey? {
    let selected = selectedProcess.map { [$0] } ?? []
    for process in selected + processes where process.attachment == .attached && process.leaving == nil {
      guard let thread = process.threads.first(where: { $0.suspension != nil && !$0.id.isCustomFrame }),
        let stop = thread.suspension
      else { continue }
      return FrameKey(process: process.number, thread: thread.id, stop: stop.stop, frame: stop.frames[0].id)
    }
    return nil
  }
}

extension DebuggerCommand {
  /// The Python expressions that a command gives to a breakpoint, with what they are.
  fileprivate var expressions: [(role: String, text: String)] {
    switch self {
    case .setBreakpoint(_, let options), .changeBreakpoint(_, .options(let options)):
      Self.expressions(options.condition, options.logMessage)
    case .changeBreakpoint(_, .condition(let condition)): Self.expressions(condition, nil)
    case .changeBreakpoint(_, .logMessage(let log)): Self.expressions(nil, log)
    case .exceptions(.set(_, let options)): Self.expressions(options.condition, options.logMessage)
    case _: []
    }
  }

  private static func expressions(_ condition: String?, _ log: String?) -> [(role: String, text: String)] {
    var expressions: [(role: String, text: String)] = []
    if let condition { expressions.append((role: "condition", text: condition)) }
    if let log { expressions.append((role: "log expression", text: log)) }
    return expressions
  }
}
