/// The layers of quoting that pydevd uses (`pydevd_net_command.py`, `pydevd_xml.py`).
public enum Quoting {
  /// Undoes percent coding. Sequences that are none stay as they are, bytes that are no UTF-8 become U+FFFD, `+` stays `+`.
  public static func percentDecode(_ text: some StringProtocol) -> String { percentDecode(bytes: text.utf8) }

  public static func percentDecode(bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(0x25) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      let first = bytes.index(after: index)
      if byte == 0x25, first != bytes.endIndex, let high = digit(bytes[first]) {
        let second = bytes.index(after: first)
        if second != bytes.endIndex, let low = digit(bytes[second]) {
          result.append(high << 4 | low)
          index = bytes.index(after: second)
          continue
        }
      }
      result.append(byte)
      index = first
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// For expressions (113, 115, 121): line ends as `@LINE@`, TABs as blanks, since a TAB would be taken for the end of the field.
  public static func escapeExpression(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline { result += "@LINE@" } else { result += character == "\t" ? "    " : String(character) }
    }
    return result
  }

  /// For the fields of breakpoints (111, 122); an absent or empty one is `None`.
  public static func escapeBreakpointField(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "None" }
    var result = ""
    for character in text {
      switch character {
      case "\t": result += "@_@TAB_CHAR@_@"
      case _ where character.isNewline: result += "@_@NEW_LINE_CHAR@_@"
      default: result.append(character)
      }
    }
    return result
  }
}

/// The bytes of one message to the process: always this plain line, whatever framing the process uses itself. A line end in the
/// payload would start another command, so none gets through: it becomes a blank.
public func encode(command: CommandID, sequence: Int, payload: String) -> [UInt8] {
  var bytes = Array("\(command.rawValue)\t\(sequence)\t".utf8)
  bytes.reserveCapacity(bytes.count + payload.utf8.count + 1)
  for byte in payload.utf8 { bytes.append(byte == 0x0a || byte == 0x0d ? 0x20 : byte) }
  bytes.append(0x0a)
  return bytes
}
