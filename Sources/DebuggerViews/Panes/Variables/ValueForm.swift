import CommandLanguage
import DebuggerModel

/// A value in another form than the process shows it. What has no such form stays as it is.
enum ValueForm {
  static func text(of variable: Variable, _ mode: DisplayMode) -> String {
    guard !variable.isError else { return variable.value }
    switch mode {
    case .repr: return variable.value
    case .str: return unquoted(variable.value, type: variable.type) ?? variable.value
    case .hex: return hexadecimal(variable.value, type: variable.type)
    case .type: return type(of: variable)
    }
  }

  /// `list 1000`, `ndarray int64 (3, 4)`.
  static func type(of variable: Variable) -> String {
    [variable.type, variable.elementType, variable.shape].compactMap { $0 }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  // MARK: Numbers

  private static let numeric: Set<String> = ["int", "long", "list", "tuple", "set", "frozenset", "range", "bytearray"]

  /// Every whole number of a number, or of a container of nothing but those.
  private static func hexadecimal(_ text: String, type: String) -> String {
    guard numeric.contains(type), text.allSatisfy({ $0.isASCII && ($0.isNumber || "-, []()<>:.L{}".contains($0)) })
    else {
      return text
    }
    var result = ""
    var digits = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character.isNumber {
        digits.append(character)
        if rest.first?.isNumber == true { continue }
        // A float is none.
        let isPart = result.last == "." && !result.hasSuffix("..") || rest.first == "." && rest.dropFirst().first != "."
        result += isPart ? digits : "0x" + hexadecimal(digits)
        digits = ""
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// A decimal number of any length.
  private static func hexadecimal(_ decimal: String) -> String {
    if let number = UInt64(decimal) { return String(number, radix: 16) }
    guard decimal.utf8.count < 2_000 else { return decimal }
    var words: [UInt32] = []
    for digit in decimal.utf8 {
      var carry = UInt64(digit - 0x30)
      for index in words.indices {
        let product = UInt64(words[index]) * 10 + carry
        words[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { words.append(UInt32(carry)) }
    }
    return words.reversed().enumerated().map { index, word in
      let text = String(word, radix: 16)
      return index == 0 ? text : String(repeating: "0", count: 8 - text.count) + text
    }.joined()
  }

  // MARK: Texts

  /// What is between the quotes of Python's `repr`, which may be cut at its end; `nil` for what is no text.
  private static func unquoted(_ text: String, type: String) -> String? {
    guard ["str", "unicode", "bytes"].contains(type) else { return nil }
    var rest = text[...]
    if rest.first == "b" || rest.first == "u" { rest = rest.dropFirst() }
    guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
    rest = rest.dropFirst()
    if rest.last == quote { rest = rest.dropLast() }
    var result = ""
    while let character = rest.popFirst() {
      guard character == "\\", let kind = rest.popFirst() else {
        result.append(character)
        continue
      }
      result += escape(kind, &rest)
    }
    return result
  }

  private static func escape(_ kind: Character, _ rest: inout Substring) -> String {
    switch kind {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "x", "u", "U":
      let count = kind == "x" ? 2 : kind == "u" ? 4 : 8
      guard rest.count >= count, let code = UInt32(rest.prefix(count), radix: 16), let scalar = Unicode.Scalar(code)
      else {
        return "\\\(kind)"
      }
      rest = rest.dropFirst(count)
      return String(scalar)
    case "\\", "'", "\"": return String(kind)
    default: return "\\\(kind)"
    }
  }
}
