extension InputDecoder {
  /// One character, or the byte that a control key sends.
  static func scanCharacter(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    guard let first = bytes.first else { return .incomplete }
    if first < 0x80 { return .event(control(first).map(InputEvent.key), count: 1) }
    guard let length = utf8Length(first) else { return .event(nil, count: 1) }
    let given = bytes.prefix(length)
    guard given.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .event(nil, count: 1) }
    guard given.count == length else { return .incomplete }
    guard let scalar = decode(given), scalar.value >= 0xA0 else {
      return .event(nil, count: isValid(given) ? length : 1)
    }
    return .event(.key(KeyPress(character: Character(scalar))), count: length)
  }

  /// The key behind a byte below 0x80; every one is a key, except the escape byte, that the caller takes.
  static func control(_ byte: UInt8) -> KeyPress? {
    switch byte {
    case 0: KeyPress(character: " ", .ctrl)
    case 0x08, 0x7F: KeyPress(.backspace)
    case 0x09: KeyPress(.tab)
    case 0x0A, 0x0D: KeyPress(.enter)
    case 0x1B: KeyPress(.escape)
    case 0x01...0x1A: KeyPress(character: Character(Unicode.Scalar(byte + 0x60)), .ctrl)
    case 0x1C...0x1F: KeyPress(character: Character(Unicode.Scalar(byte + 0x40)), .ctrl)
    default: KeyPress(character: Character(Unicode.Scalar(byte)))
    }
  }

  private static func utf8Length(_ first: UInt8) -> Int? {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    isValid(bytes) ? String(decoding: bytes, as: UTF8.self).unicodeScalars.first : nil
  }

  private static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
