import DebuggerModel

/// The progress of a preparation as lines, for the front ends without a screen; a long step is said again with its time.
@UIActor
final class PreparationLog {
  private let loop: UILoop
  private let write: (String) -> Void
  private var last: Preparation?
  private var stepStart = 0.0
  private var timer: TimerID?

  /// Seconds between two lines about the same step.
  private static let pause = 10.0

  init(loop: UILoop, write: @escaping (String) -> Void) {
    self.loop = loop
    self.write = write
  }

  /// Writes what is new.
  func follow(_ state: DebuggerState) {
    guard case .preparing(let preparation)? = state.program else { return stop() }
    guard preparation != last else { return }
    if let goal = preparation.goal {
      if last?.goal != goal { write(goal + ":") }
      let known = last?.goal == goal ? last?.steps.count ?? 0 : 0
      for step in preparation.steps.dropFirst(known) { write("  \(step)") }
    }
    last = preparation
    stepStart = MonotonicTime.now
    schedule()
  }

  private func schedule() {
    if let timer { loop.cancel(timer) }
    timer = loop.schedule(after: Self.pause) { [self] in
      guard let step = last?.steps.last else { return }
      write("  still \(step), \(Int((MonotonicTime.now - stepStart).rounded())) s")
      schedule()
    }
  }

  /// Nothing is prepared any more.
  func stop() {
    if let timer { loop.cancel(timer) }
    timer = nil
    last = nil
  }
}
