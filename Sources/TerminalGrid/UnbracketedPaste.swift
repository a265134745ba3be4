/// Text that arrives at once without brackets around it: a paste, or keys typed ahead.
enum UnbracketedPaste {
  /// Whether bytes that were read at once may be a paste: several lines, with no other key among them. A command line typed
  /// ahead (`:` first) and keys with Enter at the end are not.
  static func mayBeOne(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3, bytes.first != UInt8(ascii: ":"), isText(bytes) else { return false }
    return bytes.split(whereSeparator: isLineEnd).count >= 2
  }

  /// Whether the bytes are characters, tabs and line ends only.
  static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || isLineEnd($0) || $0 == 0x09 }
  }

  /// The text with `\n` at the end of lines, whatever was sent.
  static func normalised(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !isAfterReturn) {
        text.unicodeScalars.append("\n")
      } else if scalar != "\n" {
        text.unicodeScalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return text
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
