extension DebuggerState {
  /// The evaluations that are still to be answered.
  public var evaluationsUnderWay: [Evaluation] {
    evaluations.filter { if case .underWay = $0.value { true } else { false } }
  }

  /// Has the processes end what they compute. A command that waits for a value is answered by its process, which says why there
  /// is none; where the process cannot end it, or was asked before, the command is answered here, and what comes later is
  /// dropped.
  mutating func giveUpEvaluations(_ token: RequestToken) -> [Effect] {
    var busy = Set(computations.keys.map(\.process))
    var count = computations.count
    var effects: [Effect] = []
    for index in evaluations.indices {
      guard case .underWay = evaluations[index].value else { continue }
      busy.insert(evaluations[index].frame.process)
      let computation = computations[evaluations[index].frame]
      if computation == nil { count += 1 }
      if let computation, !computation.isInC, !evaluations[index].isGivenUp {
        evaluations[index].isGivenUp = true
        continue
      }
      let reason = computation.map {
        "given up; it waits in C (\($0.place)), and the thread is busy until that returns"
      }
      let isUnreachable = process(evaluations[index].frame.process)?.linkSilence != nil
      let words = reason ?? (isUnreachable ? Self.unreachable : Self.givenUp)
      evaluations[index].value = .failed(words)
      effects += fail(evaluations[index].token, words)
    }
    return busy.sorted().map { .giveUp($0) } + effects + succeed(token, .int(count))
  }

  private static let unreachable = "given up; the link is silent, so the process may never have got it"
  private static let givenUp = "given up; the thread is busy with it until it ends"

  mutating func setEvaluationTimeout(_ seconds: Double, _ token: RequestToken) -> [Effect] {
    guard DebuggeeOptions.timeouts.contains(seconds) else {
      return fail(token, "a timeout is 0.1 to 86400 seconds, not \(seconds)")
    }
    options.timeout = seconds
    return [.setEvaluationTimeout(seconds)] + succeed(token, .number(thousandths: Int((seconds * 1000).rounded())))
  }
}
