/// When to paint: at once after a key or a stop, at most 60 times a second for what else comes over the network.
struct FramePacing {
  /// Seconds between frames.
  private static let calm = 1.0 / 60
  /// For so long after a key or a stop what happens is taken for its answer.
  private static let attention = 0.1

  /// When the frame that was asked for is due; `nil` for none.
  private(set) var due: Double?
  private var lastFrame = -1.0
  private var attention = -1.0

  /// A person looks at the screen now.
  mutating func attend(at now: Double) { attention = now }

  mutating func request(at now: Double, urgent: Bool) {
    let isUrgent = urgent || now - attention < Self.attention
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
