/// The keys behind sequences, of all the terminals at once: their sets don't contradict each other.
enum KeyTable {
  /// `ESC O` and a letter: the keypad in application mode, F1 to F4, arrows.
  static func ss3(_ final: UInt8, _ modifier: Int?) -> KeyPress? {
    let modifiers = modifier.map(Self.modifiers) ?? []
    if let key = letterKeys[final] { return KeyPress(key, modifiers) }
    // rxvt: arrows with Ctrl in small letters.
    if (0x61...0x64).contains(final), let key = letterKeys[final - 0x20] { return KeyPress(key, .ctrl) }
    if final == UInt8(ascii: "M") { return KeyPress(.enter, modifiers) }
    // The keypad: `*` to `9`, at the place of their own code plus 64.
    guard (0x6A...0x79).contains(final) else { return nil }
    return KeyPress(character: Character(Unicode.Scalar(final - 0x40)), modifiers)
  }

  /// A control sequence that is a key, in the forms of xterm, rxvt, the Linux console, modifyOtherKeys and kitty.
  static func csi(_ sequence: CSISequence) -> KeyPress? {
    switch sequence.final {
    case UInt8(ascii: "~"): tilde(sequence)
    case UInt8(ascii: "^"): sequence.parameter(0).flatMap { numbered($0, .ctrl) }
    case UInt8(ascii: "@"): sequence.parameter(0).flatMap { numbered($0, [.ctrl, .shift]) }
    case UInt8(ascii: "$"): sequence.parameter(0).flatMap { numbered($0, .shift) }
    case UInt8(ascii: "u"): unicode(sequence)
    case UInt8(ascii: "Z"): KeyPress(.tab, .shift)
    case 0x61...0x64: letterKeys[sequence.final - 0x20].map { KeyPress($0, .shift) }
    default: letter(sequence)
    }
  }

  /// `1 + bits` of Shift, Alt, Ctrl, then Super, Hyper, Meta: these count as Alt, so that they never run a plain key.
  static func modifiers(_ parameter: Int) -> KeyModifiers {
    let bits = max(0, parameter - 1)
    let modifiers = KeyModifiers(rawValue: UInt8(bits & 7))
    return bits & 0x38 == 0 ? modifiers : modifiers.union(.alt)
  }

  /// The event type of kitty's protocol is the sub-parameter of the modifiers; 3 is a release.
  private static func isRelease(_ sequence: CSISequence) -> Bool {
    sequence.parameters.count > 1 && sequence.parameters[1].count > 1 && sequence.parameters[1][1] == 3
  }

  private static func letter(_ sequence: CSISequence) -> KeyPress? {
    guard sequence.intermediates.isEmpty, !isRelease(sequence), let key = letterKeys[sequence.final] else { return nil }
    return KeyPress(key, modifiers(sequence.parameter(1) ?? 1))
  }

  private static func tilde(_ sequence: CSISequence) -> KeyPress? {
    guard sequence.intermediates.isEmpty, !isRelease(sequence), let number = sequence.parameter(0) else { return nil }
    let held = modifiers(sequence.parameter(1) ?? 1)
    if number == 27 { return sequence.parameter(2).flatMap { code($0, held) } }
    return numbered(number, held)
  }

  private static func unicode(_ sequence: CSISequence) -> KeyPress? {
    guard !isRelease(sequence), let number = sequence.parameter(0) else { return nil }
    return code(number, modifiers(sequence.parameter(1) ?? 1))
  }

  /// A key by its code point; kitty gives the keypad and such codes in the private use area.
  private static func code(_ number: Int, _ held: KeyModifiers) -> KeyPress? {
    if number == 27 { return KeyPress(.escape, held) }
    if let key = keypadKeys[number] { return KeyPress(key, held) }
    if (57_399...57_408).contains(number) { return code(number - 57_399 + 0x30, held) }
    if (57_376...57_398).contains(number) { return KeyPress(.function(number - 57_376 + 13), held) }
    if (0xE000...0xF8FF).contains(number) { return nil }
    guard let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
    if number < 0x80, let key = InputDecoder.control(UInt8(number)) {
      return KeyPress(key.key, key.modifiers.union(held))
    }
    return number < 0xA0 ? nil : KeyPress(character: Character(scalar), held)
  }

  private static let letterKeys: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x50: .function(1), 0x51: .function(2),
    0x52: .function(3), 0x53: .function(4),
  ]

  /// kitty's codes for the keypad.
  private static let keypadKeys: [Int: Key] = [
    57_414: .enter, 57_417: .left, 57_418: .right, 57_419: .up, 57_420: .down, 57_421: .pageUp, 57_422: .pageDown,
    57_423: .home, 57_424: .end, 57_425: .insert, 57_426: .delete,
  ]

  private static func numbered(_ number: Int, _ held: KeyModifiers) -> KeyPress? {
    guard let key = numberedKeys[number] else { return nil }
    return KeyPress(key, held)
  }

  private static let numberedKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12), 25: .function(13),
    26: .function(14), 28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19),
    34: .function(20),
  ]
}
