/// Turns the bytes of a source file into text, as PEP 263 says: by its byte order mark or the cookie in its first two lines.
enum SourceDecoder {
  static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    switch encoding(bytes) {
    case "latin1", "latin", "iso88591", "88591", "l1", "cp819": return latin(bytes)
    case "cp1252", "windows1252", "1252": return windows(bytes)
    // In Latin-1 every byte is a character: what is no UTF-8 can be read at least.
    default: return String(validating: bytes, as: UTF8.self) ?? latin(bytes)
    }
  }

  /// The name in the cookie without its separators.
  private static func encoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(400).split(separator: 0x0a, maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
    for line in head {
      let text = latin(Array(line)).drop { " \t\u{c}".contains($0) }
      guard text.first == "#" || text.allSatisfy(\.isWhitespace) else { return nil }
      guard let name = cookie(text) else { continue }
      return name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." }
    }
    return nil
  }

  private static func cookie(_ comment: Substring) -> Substring? {
    var rest = comment
    while let start = rest.firstRange(of: "coding") {
      rest = rest[start.upperBound...]
      guard rest.first == ":" || rest.first == "=" else { continue }
      let name = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static func latin(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
    return String(scalars)
  }

  private static func windows(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let isOwn = (0x80..<0xa0).contains(byte)
      scalars.append(isOwn ? windowsOwn[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  /// 0x80 to 0x9f; five of them are nothing.
  private static let windowsOwn = Array(
    "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)
}
