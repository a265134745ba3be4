extension DebuggerState {
  mutating func inquire(_ question: Inquiry.Question, _ token: RequestToken) -> [Effect] {
    guard let key = selectedFrameKey, isCurrent(key) else { return fail(token, notStopped) }
    return [.inquire(Inquiry(frame: key, question: question, token: token))]
  }

  /// - Parameter text: a line being typed; what is completed is the dotted name at its end.
  mutating func complete(_ text: String, _ token: RequestToken) -> [Effect] {
    inquire(.completions(of: DottedName.last(of: text)), token)
  }

  mutating func answered(_ inquiry: Inquiry, _ result: Result<Inquiry.Answer, CommandFailure>) -> [Effect] {
    computations[inquiry.frame] = nil
    if case .syntax = inquiry.question { return checked(inquiry, result) }
    if case .progress = inquiry.question { return tookProgress(of: inquiry.frame, result) }
    switch result {
    case .failure(let failure): return fail(inquiry.token, failure.message)
    case .success(.syntax), .success(.progress): return succeed(inquiry.token, .null)
    case .success(.text(let text)):
      if case .literal(let expression) = inquiry.question, isCurrent(inquiry.frame) {
        literal = Literal(expression: expression, text: text, token: inquiry.token)
      }
      let changed: [Effect] = if case .reload = inquiry.question, isCurrent(inquiry.frame) { reload() } else { [] }
      return succeed(inquiry.token, .string(text)) + changed
    case .success(.array(let window)):
      guard case .array(let expression, _) = inquiry.question else { return succeed(inquiry.token, .null) }
      array = ArrayAnswer(expression: expression, frame: inquiry.frame, window: window, token: inquiry.token)
      return succeed(inquiry.token, arrayResult(window, name: expression))
    case .success(.referrers(let referrers, let count)):
      let rest = count - referrers.count
      if rest > 0 { note("\(rest) more refer to it than are shown.", isWarning: false) }
      return succeed(inquiry.token, .list(referrers.map(referrerResult)))
    case .success(.lines(let lines)):
      if isCurrent(inquiry.frame) { jumpTargets = JumpTargets(frame: inquiry.frame, lines: lines) }
      // Lines are those of the text that is shown, as they are typed after `jump`.
      let remote = process(inquiry.frame.process)?.thread(inquiry.frame.thread)?.suspension?.frames.first {
        $0.id == inquiry.frame.frame
      }?.remoteFile
      let shown = lines.compactMap { line in
        remote.map { shownLine(of: line, in: $0, of: inquiry.frame.process) } ?? line
      }
      return succeed(inquiry.token, .list(shown.map { .int($0) }))
    case .success(.completions(let items)):
      guard case .completions(let text) = inquiry.question else { return succeed(inquiry.token, .null) }
      completions = CompletionList(text: text, items: items, token: inquiry.token)
      return succeed(inquiry.token, .list(items.map(completionResult)))
    }
  }

  private func referrerResult(_ referrer: Referrer) -> ResultValue {
    .object([
      .init("place", .string(referrer.place)), .init("type", .string(referrer.type)),
      .init("value", .string(referrer.value)),
    ])
  }

  private func completionResult(_ completion: Completion) -> ResultValue {
    var fields: [ResultValue.Field] = [
      .init("name", .string(completion.name)), .init("kind", .string(completion.kind)),
    ]
    if !completion.documentation.isEmpty { fields.append(.init("doc", .string(completion.documentation))) }
    return .object(fields)
  }
}
