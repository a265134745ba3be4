/// The layers of quoting that pydevd uses (`pydevd_net_command.py`, `pydevd_xml.py`).
public enum Quoting {
  /// Undoes percent coding. Sequences that are none stay as they are, bytes that are no UTF-8 become U+FFFD, `+` stays `+`.
  public static func percentDecode(_ text: some StringProtocol) -> String {
    text.utf8.contains(0x25) ? percentDecode(bytes: text.utf8) : String(text)
  }

  public static func percentDecode(bytes: some Collection<UInt8>) -> String {
    bytes.withContiguousStorageIfAvailable { percentDecode(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { percentDecode($0) }
  }

  /// Percent codes everything but letters, digits and `-_.~/<>="`, blank and TAB: what `pydevd_net_command.py` does to a payload.
  public static func percentEncode(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isSafe(byte) {
        result.append(byte)
      } else {
        result += [0x25, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0x09, 0x20, 0x22, 0x2d...0x2f, 0x3c...0x3e, 0x5f, 0x7e: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }
}
