/// The limits on running code of the program to show its values.
public struct ValueOptions: Equatable, Sendable {
  /// One of the options, with its new value.
  public enum Change: Equatable, Sendable {
    case timeout(Double?)
    case total(Double)
    case properties(Properties)
    case output(Bool)
  }

  /// When properties of a value that is opened are computed.
  public enum Properties: String, CaseIterable, Sendable {
    case on
    /// When an expression asks for them.
    case ask
  }

  /// The range of a limit, in seconds.
  public static let limits = 0.05...3_600.0

  /// Seconds for one value; `nil` where nothing ends it but a person.
  public var timeout: Double? = 1.0
  /// Seconds for all values of one request.
  public var total = 3.0
  public var properties = Properties.on
  /// The program's output shows what a computed value prints.
  public var showsOutput = false

  public init() {}

  mutating func take(_ change: Change) {
    switch change {
    case .timeout(let seconds): timeout = seconds
    case .total(let seconds): total = seconds
    case .properties(let properties): self.properties = properties
    case .output(let isOn): showsOutput = isOn
    }
  }

  /// Each option with its value, spelled as `set` reads it.
  var fields: [ResultValue.Field] {
    [
      .init("value-timeout", timeout.map(Self.seconds) ?? .string("off")), .init("value-total", Self.seconds(total)),
      .init("properties", .string(properties.rawValue)), .init("value-output", .string(showsOutput ? "on" : "off")),
    ]
  }

  private static func seconds(_ seconds: Double) -> ResultValue {
    .number(thousandths: Int((seconds * 1000).rounded()))
  }
}
