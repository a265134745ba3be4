/// Text that a terminal without bracketed paste hands over as if it were typed.
enum UnbracketedPaste {
  /// The text, if bytes that were read at once are one: several lines, with no other key among them. A command line typed
  /// ahead (`:` first) and keys with Enter at the end are not.
  static func text(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 3, bytes.first != UInt8(ascii: ":"), bytes.allSatisfy(isText) else { return nil }
    let lines = bytes.split(whereSeparator: isLineEnd)
    return lines.count >= 2 ? normalised(bytes[...]) : nil
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

  private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || isLineEnd(byte) || byte == 0x09 }
}
