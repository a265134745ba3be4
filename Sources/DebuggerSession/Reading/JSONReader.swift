/// Reads the JSON of a helper program. What comes from the process is believed in nothing: a text that is no JSON is `nil`.
struct JSONReader {
  private var rest: Substring.UTF8View
  /// So that brackets without end can't use up the stack.
  private var depth = 0
  private static let deepest = 16

  private init(_ text: String) { rest = Substring(text).utf8 }

  static func read(_ text: String) -> JSONValue? {
    var reader = JSONReader(text)
    guard let value = reader.value() else { return nil }
    reader.skipBlanks()
    return reader.rest.isEmpty ? value : nil
  }

  private mutating func value() -> JSONValue? {
    skipBlanks()
    switch rest.first {
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case _: return number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) -> JSONValue?) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    rest = rest.dropFirst()
    return read(&self)
  }

  private mutating func array() -> JSONValue? {
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while let value = value() {
      values.append(value)
      skipBlanks()
      if take("]") { return .array(values) }
      guard take(",") else { return nil }
    }
    return nil
  }

  private mutating func object() -> JSONValue? {
    var fields: [String: JSONValue] = [:]
    skipBlanks()
    if take("}") { return .object([:]) }
    while true {
      skipBlanks()
      guard let key = string() else { return nil }
      skipBlanks()
      guard take(":"), let value = value() else { return nil }
      fields[key] = value
      skipBlanks()
      if take("}") { return .object(fields) }
      guard take(",") else { return nil }
    }
  }

  private mutating func number() -> JSONValue? {
    let digits = rest.prefix { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest[digits.endIndex...]
    return Int(Substring(digits)).map { .int($0) }
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let bytes = word.withUTF8Buffer { Array($0) }
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }
}

extension JSONReader {
  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt16] = []
    while true {
      let plain = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      units.append(contentsOf: Substring(plain).utf16)
      rest = rest[plain.endIndex...]
      if take("\"") { return String(decoding: units, as: UTF16.self) }
      guard take("\\"), let unit = escape() else { return nil }
      units.append(unit)
    }
  }

  /// What stands behind a backslash. A pair of surrogates is two of these.
  private mutating func escape() -> UInt16? {
    guard let kind = rest.popFirst() else { return nil }
    switch kind {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "u"):
      let digits = rest.prefix(4)
      rest = rest.dropFirst(4)
      return digits.count == 4 ? UInt16(Substring(digits), radix: 16) : nil
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(kind)
    case _: return nil
    }
  }
}
