extension XMLScanner {
  /// Resolves the five names, and numbers; anything else stays as it is (`pydevd_xml.py`, `make_valid_xml_value`). It works on
  /// bytes: a combining mark may follow an entity, and would hide its `;` from a search for characters.
  static func resolveEntities(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var text = text
    return text.withUTF8 { resolveEntities(UnsafeRawBufferPointer($0)) }
  }

  /// Undoes both codings of a raw value, which is percent-coded below its entities.
  static func percentDecode(_ value: UnsafeRawBufferPointer) -> String {
    value.offset(of: 0x26) == nil ? Quoting.percentDecode(value) : Quoting.percentDecode(resolveEntities(value))
  }

  static func resolveEntities(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.offset(of: 0x26) != nil else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let ampersand = rest.firstIndex(of: 0x26) {
      result += rest[..<ampersand]
      let after = rest[rest.index(after: ampersand)...]
      if let end = after.prefix(longestEntity).firstIndex(of: 0x3b),
        let text = entity(after[..<end])
      {
        result += text.utf8
        rest = after[after.index(after: end)...]
      } else {
        result.append(0x26)
        rest = after
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  /// Bytes between `&` and `;`, with the latter.
  private static let longestEntity = 10

  private static func entity(_ bytes: some Collection<UInt8>) -> String? {
    let name = String(decoding: bytes, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return name.hasPrefix("#") ? scalar(name.dropFirst()) : nil
    }
  }

  /// `10` or `xa`, the number of a character.
  private static func scalar(_ digits: Substring) -> String? {
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(UnicodeScalar.init).map { String($0) }
  }
}
