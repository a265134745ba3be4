import DebuggerModel

/// A program that prints sends a message for each piece of it, and each of them alone would wake the thread of the screen: the
/// first one after a pause is handed over at once, what follows it waits for the end of a short time, or for whatever is no
/// output. Pure: who owns it has the clock.
struct OutputPacing {
  /// Milliseconds for which output is collected.
  static let milliseconds: Int64 = 4

  private var held: [SessionBatch] = []
  private(set) var isHolding = false

  /// Takes a batch, and gives what is to be handed over now, in order.
  /// - Returns: `begins`: from now on output is held, and `end` is to be called when the time is over.
  mutating func take(_ batch: SessionBatch) -> (now: [SessionBatch], begins: Bool) {
    guard batch.events.allSatisfy(\.isOutput) else {
      defer { held = [] }
      return (held + [batch], false)
    }
    guard isHolding else {
      isHolding = true
      return ([batch], true)
    }
    held.append(batch)
    return ([], false)
  }

  /// The time is over.
  /// - Returns: what was held; where that is something, the next time begins.
  mutating func end() -> [SessionBatch] {
    defer { held = [] }
    isHolding = !held.isEmpty
    return held
  }
}
