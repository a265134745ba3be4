/// The order of looks at files that may have been edited, as a pure state machine. A look takes as long as the disk does, so the next
/// one begins only when the one before has ended: what waits for them is done in the order in which it came.
struct FileLooks<Call> {
  /// What is to be done now.
  enum Step {
    /// The last look is still good.
    case call(Call)
    /// Have the files looked at, and tell `end` when that is done.
    case look
    case wait
  }

  private var last = -Double.infinity
  private var isLooking = false
  /// What the look that is under way is for.
  private var due: [Call] = []
  /// What came since, and may be about files that were edited since.
  private var waiting: [Call] = []

  /// For so many seconds no further look is taken: a burst of commands needs one.
  private let pause = 0.02

  /// - Parameters:
  ///   - now: by `MonotonicTime`.
  ///   - call: what is to see the new texts.
  mutating func begin(at now: Double, for call: Call) -> Step {
    guard !isLooking else {
      waiting.append(call)
      return .wait
    }
    guard now - last > pause else { return .call(call) }
    last = now
    isLooking = true
    due = [call]
    return .look
  }

  /// The look has ended.
  /// - Returns: what can be done now, in its order, and whether another look is to be taken.
  mutating func end(at now: Double) -> (calls: [Call], looksAgain: Bool) {
    let calls = due
    due = waiting
    waiting = []
    isLooking = !due.isEmpty
    if isLooking { last = now }
    return (calls, isLooking)
  }
}
