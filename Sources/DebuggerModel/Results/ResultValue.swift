/// The answer to a command in a form that batch mode writes as JSON and the screen as text.
public indirect enum ResultValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A decimal number with three places, as times in seconds are.
  case number(thousandths: Int)
  case string(String)
  case list([ResultValue])
  /// Keys in the order in which they are written.
  case object([Field])

  public struct Field: Equatable, Sendable {
    public let key: String
    public let value: ResultValue

    public init(_ key: String, _ value: ResultValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key, where this is an object that has it.
  public subscript(key: String) -> ResultValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }
}

/// Why a command could not be carried out: a sentence with the mend where there is one.
public struct CommandFailure: Error, Equatable, Sendable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
