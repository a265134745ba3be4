import DebuggerModel

/// Most steps are over before an eye sees that the thread ran: until one takes longer, the screen stays as it was at the stop
/// that the step has left. Two more frames a step would flicker, and cost more than the step's own.
struct StepGrace: Sendable {
  /// Seconds after which a step is shown as running.
  static let seconds = 0.1
  /// Seconds after which nothing of the stop is shown any more: the place and the values are those of a while ago.
  static let longSeconds = 1.0

  private var left: (stop: StopID, clock: Double)?
  /// The stop that a step has left just now.
  private(set) var stop: Suspension?
  /// The step takes long.
  private(set) var isOver = false
  /// Seconds until something else is to be shown.
  private(set) var next: Double?

  /// - Parameter clock: seconds since the start.
  mutating func update(_ state: DebuggerState, clock: Double) {
    guard let leaving = Self.stepping(state) else {
      left = nil
      stop = nil
      isOver = false
      next = nil
      return
    }
    if left?.stop != leaving.stop { left = (leaving.stop, clock) }
    let gone = clock - (left?.clock ?? clock)
    stop = gone < Self.seconds ? leaving : nil
    isOver = gone >= Self.longSeconds
    next = isOver ? nil : stop == nil ? Self.longSeconds - gone : Self.seconds
  }

  private static func stepping(_ state: DebuggerState) -> Suspension? {
    state.isStepping ? state.selectedThread?.leaving : nil
  }
}
