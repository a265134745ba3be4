import DebuggerModel

/// Writes JSON, one value to a line: keys in their order, text as UTF-8, everything below a space escaped.
enum JSONText {
  static func write(_ value: ResultValue) -> String {
    var text = ""
    append(value, to: &text)
    return text
  }

  private static func append(_ value: ResultValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let isTrue): text += isTrue ? "true" : "false"
    case .int(let number): text += String(number)
    case .number(let thousandths):
      let places = String(abs(thousandths) % 1000 + 1000).dropFirst()
      text += (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1000).\(places)"
    case .string(let string): append(string, to: &text)
    case .list(let values): append(values, open: "[", close: "]", to: &text) { append($0, to: &$1) }
    case .object(let fields):
      append(fields, open: "{", close: "}", to: &text) { field, text in
        append(field.key, to: &text)
        text += ": "
        append(field.value, to: &text)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], open: String, close: String, to text: inout String,
    each: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      each(element, &text)
    }
    text += close
  }

  private static func append(_ string: String, to text: inout String) {
    var string = string
    let bytes = string.withUTF8 { escaped($0) }
    text += "\""
    text += String(decoding: bytes, as: UTF8.self)
    text += "\""
  }

  /// A value may be of many megabytes: what needs no escape is copied as it is.
  private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for (index, byte) in bytes.enumerated() where needsEscape(byte) {
      // U+0080 to U+009F are two bytes, and controls too: a terminal would obey them.
      let isTwo = byte == 0xc2
      guard !isTwo || index + 1 < bytes.count && bytes[index + 1] < 0xa0 else { continue }
      result += bytes[copied..<index]
      result += escape(isTwo ? bytes[index + 1] : byte).utf8
      copied = index + (isTwo ? 2 : 1)
    }
    result += bytes[copied...]
    return result
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7f || byte == 0xc2
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case 0x0a: return "\\n"
    case 0x0d: return "\\r"
    case 0x09: return "\\t"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
