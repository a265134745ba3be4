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
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
