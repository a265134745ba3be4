import DebuggerModel

/// Most steps are over before an eye sees that the thread ran: until one takes longer, the screen stays as it was at the stop
/// that the step has left. Two more frames a step would flicker, and cost more than the step's own.
struct StepGrace: Sendable {
  /// Seconds after which a step is shown as running.
  static let seconds = 0.1

  private var left: (stop: StopID, clock: Double)?
  /// The stop that a step has left just now.
  private(set) var stop: Suspension?

  /// - Parameter clock: seconds since the start.
  mutating func update(_ state: DebuggerState, clock: Double) {
    guard let leaving = Self.stepping(state) else {
      left = nil
      stop = nil
      return
    }
    if left?.stop != leaving.stop { left = (leaving.stop, clock) }
    stop = clock - (left?.clock ?? clock) < Self.seconds ? leaving : nil
  }

  private static func stepping(_ state: DebuggerState) -> Suspension? {
    state.isStepping ? state.selectedThread?.leaving : nil
  }
}
