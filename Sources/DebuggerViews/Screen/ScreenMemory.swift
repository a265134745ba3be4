/// What the screen of a project remembers from one run to the next.
public struct ScreenMemory: Equatable, Sendable {
  /// Where borders were moved to, in thousandths.
  public var borders: [String: Int]
  /// What was typed, by the kind of question, the oldest first.
  public var history: [String: [String]]

  public init(borders: [String: Int] = [:], history: [String: [String]] = [:]) {
    self.borders = borders
    self.history = history
  }
}

extension DebuggerScreen {
  public var memory: ScreenMemory { ScreenMemory(borders: weights.kept, history: history.kept) }

  public mutating func restore(_ memory: ScreenMemory) {
    weights.restore(memory.borders)
    history.restore(memory.history)
  }
}
