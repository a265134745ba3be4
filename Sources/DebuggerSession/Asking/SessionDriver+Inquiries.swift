import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire

extension SessionDriver {
  func inquire(_ inquiry: Inquiry) {
    guard processes[inquiry.frame.process] != nil else {
      return emit(.answered(inquiry, .failure(CommandFailure("the process is gone"))))
    }
    let frame = inquiry.frame.frame.rawValue
    switch inquiry.question {
    case .completions(let name): complete(name, inquiry)
    case .wholeText(let path):
      let expression = GetVariable.expression(for: path.names)
      askPython(ValueInquiry.wholeText(of: expression, limit: WholeText.limit, isShown: true), inquiry) {
        .success(.text(WholeText.read($0)))
      }
    case .copy(let path):
      let expression = GetVariable.expression(for: path.names)
      askPython(ValueTexts.whole(of: expression, limit: WholeText.limit), inquiry) {
        .success(.text(WholeText.read($0)))
      }
    case .literal(let expression):
      askPython(ValueTexts.literal(of: expression), inquiry) { .success(.text($0)) }
    case .documentation(let expression):
      askPython(ValueInquiry.documentation(of: expression), inquiry) { .success(.text($0)) }
    case .reload(let module):
      let number = inquiry.frame.process
      processes[number]?.hasReloaded = true
      askPython(ModuleReload.expression(module), inquiry) {
        .success(.text($0))
      } then: {
        $0.compareAgain(number)
      }
    case .array(let expression, let part):
      let text = ArrayPart.expression(
        expression, rows: part.rows, columns: part.columns, limit: ArrayReading.cellLimit)
      askPython(text, inquiry) { ArrayReading.read($0).map { .array($0) } }
    case .referrers(let expression):
      askPython(ReferrerList.expression(expression, limit: ReferrerReading.limit), inquiry) { ReferrerReading.read($0) }
    case .syntax(let expressions):
      let list = expressions.map(ASCIIExpression.literal).joined(separator: ", ")
      askPython(InstalledModule.syntax.call("problem", ["[\(list)]"]), inquiry) { Self.syntaxProblem($0) }
    case .progress:
      askPython(StatementProgress.expression(frame: frame), inquiry) { .success(.progress(CallProgress(reading: $0))) }
    case .jumpTargets:
      // GET_NEXT_STATEMENT_TARGETS gives all lines of the frame, and wrong ones with pydevd-pycharm on 3.11 and later.
      askPython(JumpLines.expression(frame: frame), inquiry) { text in
        .success(.lines(text.split(separator: ",").compactMap { WireNumber.line($0) }))
      }
    }
  }

  /// `[]`, or `[N message]`.
  private static func syntaxProblem(_ text: String) -> Result<Inquiry.Answer, CommandFailure> {
    guard let start = text.firstIndex(of: "["), let end = text.lastIndex(of: "]"), start < end else {
      return .failure(CommandFailure("the answer can't be read"))
    }
    let words = text[text.index(after: start)..<end].split(separator: " ", maxSplits: 1)
    guard words.count == 2, let index = WireNumber.count(words[0]) else { return .success(.syntax(nil)) }
    return .success(.syntax(SyntaxProblem(index: index, message: String(words[1]))))
  }

  private func complete(_ name: String, _ inquiry: Inquiry) {
    let request = GetCompletions(
      thread: inquiry.frame.thread.rawValue, frame: inquiry.frame.frame.rawValue, token: name)
    let beginning = DottedName.member(of: name)
    ask(request, inquiry) { found in
      // The process does not look at the case of letters.
      let fitting = found.filter { $0.name.hasPrefix(beginning) }
      return .completions(fitting.map { $0.completion }.sorted { $0.order < $1.order })
    }
  }

  private func ask<R: PydevdRequest>(
    _ request: R, _ inquiry: Inquiry, read: @escaping @Sendable (R.Reply) -> Inquiry.Answer
  ) {
    with(inquiry.frame.process) { connection in
      connection.request(request, within: Self.inquirySeconds) { [weak self] result in
        self?.assumeIsolated { $0.emit(.answered(inquiry, result.map(read).mapError(Self.failure))) }
      }
    }
  }

  /// Evaluates a helper whose value is a text.
  private func askPython(
    _ expression: String, _ inquiry: Inquiry,
    read: @escaping @Sendable (String) -> Result<Inquiry.Answer, CommandFailure>,
    then finish: @escaping @Sendable (isolated SessionDriver) -> Void = { _ in }
  ) {
    let request = Evaluate(
      thread: inquiry.frame.thread.rawValue, frame: inquiry.frame.frame.rawValue, expression: expression, trim: false)
    compute(request, for: inquiry.frame) { [weak self] result in
      let answer = result.mapError(Self.failure).flatMap { value in
        value.isErrorOnEval
          ? .failure(CommandFailure(VariableReading.errorText(value))) : read(value.value)
      }
      self?.assumeIsolated { driver in
        driver.emit(.answered(inquiry, answer))
        finish(driver)
      }
    }
  }

  /// Completions are asked for beside the typing: an answer that takes longer is of no use any more.
  private static let inquirySeconds = 10.0

  func jump(_ request: JumpRequest) {
    guard processes[request.process] != nil else {
      return emit(.jumpAnswered(request, CommandFailure("the process is gone")))
    }
    let message = SetNextStatement(thread: request.thread.rawValue, line: request.line, function: request.function)
    with(request.process) { connection in
      connection.dropWaiting(for: request.thread.rawValue)
      connection.request(message, within: settings.requestTimeout) { [weak self] result in
        self?.assumeIsolated { $0.emit(.jumpAnswered(request, Self.refusal(result, line: request.line))) }
      }
    }
  }

  private static func refusal(_ result: Result<SetNextStatement.Answer, any Error>, line: Int) -> CommandFailure? {
    switch result {
    case .success(.accepted): nil
    case .success(.refused(let reason)):
      CommandFailure(
        reason.isEmpty
          ? "Python does not let this frame go on from line \(line)" : "can't jump to line \(line): \(reason)")
    case .failure(let error): failure(error)
    }
  }
}

extension WireCompletion {
  fileprivate var completion: Completion {
    let kind =
      switch kind {
      case .module: "module"
      case .class: "class"
      case .function: "function"
      case .attribute: "attribute"
      case .builtin: "builtin"
      case .parameter: "parameter"
      case nil: ""
      }
    return Completion(name: name, kind: kind, documentation: documentation)
  }
}

extension Completion {
  /// Public names go before protected ones, and those before special ones.
  fileprivate var order: String { (name.hasPrefix("__") ? "2" : name.hasPrefix("_") ? "1" : "0") + name }
}

extension CallProgress {
  /// Reads an answer of ``StatementProgress``.
  fileprivate init(reading text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    self = text == "start" ? .start : numbers.count == 2 ? .end(line: numbers[0], column: numbers[1]) : .unknown
  }
}
