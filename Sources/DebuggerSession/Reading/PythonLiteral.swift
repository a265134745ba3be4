/// Strings as Python writes them (`unicode_repr` of CPython): in quotes, with escapes for what would not be seen.
enum PythonLiteral {
  static func quoted(_ text: String) -> String {
    var text = text
    let bytes = text.withUTF8 { quoted($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Copies what needs no escape as it is: a text may be of many megabytes.
  private static func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let single = UInt8(ascii: "'")
    let double = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    let quote = bytes.contains(single) && !bytes.contains(double) ? double : single
    var result = [quote]
    result.reserveCapacity(bytes.count + 2)
    var copied = 0
    for (index, byte) in bytes.enumerated() where byte < 0x20 || byte >= 0x7f || byte == single || byte == backslash {
      let escape: String
      var length = 1
      switch byte {
      case 0x0a: escape = "\\n"
      case 0x0d: escape = "\\r"
      case 0x09: escape = "\\t"
      case backslash where !isSurrogate(bytes[index...]): escape = "\\\\"
      case single where quote == single: escape = "\\'"
      case backslash, single: continue
      case ..<0x80: escape = hexadecimal(UInt32(byte))
      case 0xc2...:
        guard let scalar = scalar(bytes[index...]), !isPrintable(scalar) else { continue }
        escape = hexadecimal(scalar.value)
        length = UTF8.width(scalar)
      default: continue
      }
      result += bytes[copied..<index]
      result += escape.utf8
      copied = index + length
    }
    result += bytes[copied...]
    result.append(quote)
    return result
  }

  /// The scalar that begins a valid text.
  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    return if case .scalarValue(let scalar) = decoder.decode(&iterator) { scalar } else { nil }
  }

  /// Whether Python shows it as it is (`str.isprintable`): nothing of the categories "other" and "separator".
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    @unknown default: true
    }
  }

  /// `\x07`, `\u200b` or `\U000e0041`.
  private static func hexadecimal(_ value: UInt32) -> String {
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Whether the process wrote these for a lone surrogate.
  private static func isSurrogate(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.dropFirst().first == UInt8(ascii: "u") else { return false }
    let digits = String(decoding: bytes.dropFirst(2).prefix(4), as: UTF8.self)
    return digits.utf8.count == 4 && (UInt32(digits, radix: 16).map { (0xd800...0xdfff).contains($0) } ?? false)
  }
}
