/// A value of a TOML document.
public enum TOMLValue: Equatable, Sendable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  /// A date, a time or both, as written.
  case date(String)
  case array([TOMLValue])
  case table(TOMLTable)

  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var int: Int? { if case .integer(let value) = self { value } else { nil } }
  public var double: Double? { if case .float(let value) = self { value } else { nil } }
  public var bool: Bool? { if case .boolean(let value) = self { value } else { nil } }
  public var array: [TOMLValue]? { if case .array(let value) = self { value } else { nil } }
  public var table: TOMLTable? { if case .table(let value) = self { value } else { nil } }
}

/// A table of a TOML document, in the order of the text.
public struct TOMLTable: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let key: String
    public let value: TOMLValue
    /// The place of the key; `nil` inside a value.
    public let place: TOMLPlace?
    public let valuePlace: TOMLPlace?
  }

  public private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]

  init() {}

  public subscript(key: String) -> TOMLValue? { indices[key].map { entries[$0].value } }

  public func entry(_ key: String) -> Entry? { indices[key].map { entries[$0] } }

  mutating func append(_ entry: Entry) {
    indices[entry.key] = entries.count
    entries.append(entry)
  }
}

/// A place in a text.
public struct TOMLPlace: Equatable, Sendable {
  /// 1-based.
  public let line: Int
  /// 1-based, in characters.
  public let column: Int
}

/// The reason why a text is no TOML document.
public struct TOMLError: Error, Equatable, CustomStringConvertible {
  public let place: TOMLPlace
  /// A sentence without its full stop. It quotes nothing of the text but visible characters.
  public let description: String
}
