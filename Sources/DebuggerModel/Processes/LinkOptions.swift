/// The fate of a process whose link is dead.
public struct LinkOptions: Equatable, Sendable {
  /// One of the options, with its new value.
  public enum Change: Equatable, Sendable {
    case timeout(Double)
    case release(Bool)
  }

  /// The range of the timeout, in seconds.
  public static let timeouts = 5.0...3_600.0

  /// Seconds without an answer of the other machine after which a process is lost.
  public var timeout = 60.0
  /// The process goes on by itself then, without the debugger.
  public var releases = false

  public init() {}

  mutating func take(_ change: Change) {
    switch change {
    case .timeout(let seconds): timeout = seconds
    case .release(let isOn): releases = isOn
    }
  }

  /// Each option with its value, spelled as `set` reads it.
  var fields: [ResultValue.Field] {
    [
      .init("link-timeout", .number(thousandths: Int((timeout * 1000).rounded()))),
      .init("link-release", .string(releases ? "on" : "off")),
    ]
  }
}
