/// When to paint: at once after a key, at most 60 times a second for what comes over the network.
struct FramePacing {
  /// Seconds between frames.
  private static let calm = 1.0 / 60
  /// For so long after a key what happens is taken for its answer.
  private static let attention = 0.1

  /// When the frame that was asked for is due; `nil` for none.
  private(set) var due: Double?
  private var lastFrame = -1.0
  private var lastInput = -1.0

  mutating func noteInput(at now: Double) { lastInput = now }

  mutating func request(at now: Double, urgent: Bool) {
    let isUrgent = urgent || now - lastInput < Self.attention
    ask(for: isUrgent ? now : max(now, lastFrame + Self.calm))
  }

  /// A frame that will only be of use if nothing else happens first, like the one after the order to step: the stop that follows
  /// has its own, and drawing this one would keep the order from leaving.
  mutating func requestLater(at now: Double) { ask(for: now + Self.calm) }

  private mutating func ask(for time: Double) { due = min(due ?? time, time) }

  /// Whether to paint now; the request is used up then.
  mutating func begin(at now: Double) -> Bool {
    guard let due, due <= now else { return false }
    self.due = nil
    return true
  }

  mutating func end(at now: Double) { lastFrame = now }
}
