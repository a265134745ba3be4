/// How the processes are debugged: told to each one where it connects, and to all where it changes.
public struct DebuggeeOptions: Equatable, Sendable {
  /// Seconds to wait for the value of an expression.
  public var timeout = 60.0
  public var showsReturnValues = true

  public init() {}

  public mutating func take(_ option: DebuggeeOption) {
    switch option {
    case .returnValues(let isOn): showsReturnValues = isOn
    }
  }

  /// Each option with its value, spelled as `set` reads it.
  public var fields: [ResultValue.Field] {
    [
      .init("timeout", .number(thousandths: Int((timeout * 1000).rounded()))),
      .init("return_values", Self.word(showsReturnValues)),
    ]
  }

  static func word(_ isOn: Bool) -> ResultValue { .string(isOn ? "on" : "off") }
}
