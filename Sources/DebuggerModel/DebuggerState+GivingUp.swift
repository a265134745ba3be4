extension DebuggerState {
  /// The evaluations that are still to be answered.
  public var evaluationsUnderWay: [Evaluation] {
    evaluations.filter { if case .underWay = $0.value { true } else { false } }
  }

  /// Answers the commands that wait for a value; what comes later is dropped. The thread goes on evaluating: nothing can be
  /// carried out in it until it is done.
  mutating func giveUpEvaluations(_ token: RequestToken) -> [Effect] {
    var effects: [Effect] = []
    for index in evaluations.indices {
      guard case .underWay = evaluations[index].value else { continue }
      evaluations[index].value = .failed(Self.givenUp)
      effects += fail(evaluations[index].token, Self.givenUp)
    }
    return effects + succeed(token, .int(effects.count))
  }

  private static let givenUp = "given up; the thread is busy with it until it ends"

  mutating func setEvaluationTimeout(_ seconds: Double, _ token: RequestToken) -> [Effect] {
    guard DebuggeeOptions.timeouts.contains(seconds) else {
      return fail(token, "a timeout is 0.1 to 86400 seconds, not \(seconds)")
    }
    options.timeout = seconds
    return [.setEvaluationTimeout(seconds)] + succeed(token, .number(thousandths: Int((seconds * 1000).rounded())))
  }
}
