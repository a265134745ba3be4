public import TerminalGrid

/// Tells a key that is held down from one that is pressed again. A terminal does not say when a key is let go: the keyboard
/// repeats it at a steady pace that no finger keeps, and keys that come all at once were typed ahead or sent by a program.
public struct HeldKey: Sendable {
  /// Seconds between two repetitions at most; slower ones are a finger's. When so long no repetition came, the key was let go.
  public static let longest = 0.07
  /// Seconds between two repetitions at least, until it is known that the key is held: a link may deliver several together.
  private static let shortest = 0.008

  private var last: (key: KeyPress, time: Double)?
  private var isHeld = false

  public init() {}

  /// Takes in a key.
  /// - Parameter time: of its arrival, in seconds.
  /// - Returns: whether the keyboard has repeated it by itself.
  public mutating func isRepetition(_ key: KeyPress, at time: Double) -> Bool {
    defer { last = (key, time) }
    guard let last, last.key == key, time - last.time < Self.longest else {
      isHeld = false
      return false
    }
    isHeld = isHeld || time - last.time >= Self.shortest
    return isHeld
  }

  /// No repetition came for so long that the key must have been let go.
  public func isLetGo(at time: Double) -> Bool { last.map { time - $0.time >= Self.longest } ?? true }
}
