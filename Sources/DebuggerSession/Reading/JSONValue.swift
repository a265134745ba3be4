/// What a helper program in the process has to say: the JSON of Python's `json` module, with whole numbers only.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  subscript(key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  /// How many there are of something, or where something is among them.
  var count: Int? {
    guard case .int(let number) = self, number >= 0 else { return nil }
    return number
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// A list of texts alone.
  var strings: [String]? { list { $0.string } }

  /// A list of counts alone.
  var counts: [Int]? { list { $0.count } }

  /// A list of lists of texts.
  var rows: [[String]]? { list { $0.strings } }

  /// `nil` where one of the elements is something else.
  private func list<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
    guard let values = array else { return nil }
    let found = values.compactMap(read)
    return found.count == values.count ? found : nil
  }
}
