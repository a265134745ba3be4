/// Text that arrives at once without brackets around it: a paste, or keys typed ahead.
enum UnbracketedPaste {
  /// More characters than this in one read were not typed, unless they are one key that was held.
  static let mostTyped = 32

  /// Whether bytes that were read at once may be a paste: several lines, or more than anybody types. Command lines typed
  /// ahead (each with `:` first) and keys with Enter at the end are not, nor are a few keys with sequences among them.
  /// - Parameter text: those of the bytes that are no sequence.
  static func mayBeOne(_ bytes: [UInt8], _ text: [UInt8]) -> Bool {
    guard bytes.count >= 3 else { return false }
    let lines = text.split(whereSeparator: isLineEnd)
    guard lines.contains(where: { $0.first != UInt8(ascii: ":") }) else { return false }
    if lines.count >= 2, text.count == bytes.count { return true }
    return Set(text).count > 1 && String(decoding: text, as: UTF8.self).count > mostTyped
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
