/// A strict parser of one JSON text (RFC 8259); anything else is a ``HarnessError``.
struct JSONParser {
  private var rest: Substring.UnicodeScalarView

  static func parse(_ text: some StringProtocol) throws -> JSON {
    var parser = Self(rest: Substring(text).unicodeScalars)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.rest.isEmpty else { throw parser.failure("nothing more") }
    return value
  }

  private mutating func value() throws -> JSON {
    skipBlanks()
    switch rest.first {
    case "{": return .object(try object())
    case "[": return .array(try array())
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object() throws -> [String: JSON] {
    var members: [String: JSON] = [:]
    try expect("{")
    if take("}") { return members }
    repeat {
      skipBlanks()
      let key = try string()
      try expect(":")
      guard members.updateValue(try value(), forKey: key) == nil else { throw failure("\(key) only once") }
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func array() throws -> [JSON] {
    var elements: [JSON] = []
    try expect("[")
    if take("]") { return elements }
    repeat { elements.append(try value()) } while take(",")
    try expect("]")
    return elements
  }

  private mutating func string() throws -> String {
    var text = String.UnicodeScalarView()
    guard rest.popFirst() == "\"" else { throw failure("a string") }
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escape())
      case _ where scalar.value < 0x20: throw failure("no control character")
      default: text.append(scalar)
      }
    }
    throw failure("the end of a string")
  }

  private mutating func escape() throws -> Unicode.Scalar {
    switch rest.popFirst() {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{c}"
    case "u": return try unicode()
    case .some(let scalar) where "\"\\/".unicodeScalars.contains(scalar): return scalar
    default: throw failure("an escape")
    }
  }

  private mutating func unicode() throws -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard rest.popFirst() == "\\", rest.popFirst() == "u" else { throw failure("the second half of a pair") }
    let second = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws -> UInt32 {
    let digits = String(rest.prefix(4))
    guard digits.count == 4, let value = UInt32(digits, radix: 16) else { throw failure("four digits") }
    rest = rest.dropFirst(4)
    return value
  }

  private mutating func number() throws -> Double {
    let digits = String(rest.prefix { "+-.eE0123456789".unicodeScalars.contains($0) })
    guard let first = digits.first, first == "-" || first.isNumber, let value = Double(digits) else {
      throw failure("a value")
    }
    rest = rest.dropFirst(digits.count)
    return value
  }

  private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
    guard rest.starts(with: word.unicodeScalars) else { throw failure(word) }
    rest = rest.dropFirst(word.count)
    return value
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws {
    guard take(scalar) else { throw failure(String(scalar)) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipBlanks() { rest = rest.drop { " \t\r\n".unicodeScalars.contains($0) } }

  private func failure(_ wanted: String) -> HarnessError {
    HarnessError("not JSON: expected \(wanted) before ‘\(String(rest.prefix(40)))’")
  }
}
