/// Names a call that is scheduled.
struct TimerID: Hashable, Sendable {
  let number: Int
}
