/// Reads one escape sequence from the start of some bytes.
enum SequenceScanner {
  /// - Parameter bytes: begin with the escape byte.
  static func scan(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    guard bytes.count >= 2 else { return .incomplete }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return scanCSI(bytes)
    case UInt8(ascii: "O"): return scanSS3(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): return scanString(bytes)
    case 0x1B: return scanDoubleEscape(bytes)
    default: return withAlt(InputDecoder.scanCharacter(bytes.dropFirst()), extra: 1)
    }
  }

  /// Escape, then another sequence: Alt with a key in rxvt; else the first one was the key Esc.
  private static func scanDoubleEscape(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    guard bytes.count >= 3 else { return .incomplete }
    let next = bytes[bytes.startIndex + 2]
    if next == UInt8(ascii: "[") || next == UInt8(ascii: "O") { return withAlt(scan(bytes.dropFirst()), extra: 1) }
    return .event(.key(KeyPress(.escape)), count: 1)
  }

  private static func withAlt(_ step: ScanStep, extra: Int) -> ScanStep {
    switch step {
    case .event(.key(let press), let count):
      .event(.key(KeyPress(press.key, press.modifiers.union(.alt))), count: count + extra)
    case .event(let event, let count): .event(event, count: count + extra)
    case .incomplete: .incomplete
    case .pasteStart: .pasteStart
    }
  }

  /// `ESC O` and a letter, with digits for modifiers before it where a terminal sends them there.
  private static func scanSS3(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    let rest = bytes.dropFirst(2)
    let digits = rest.prefix { (0x30...0x3B).contains($0) }
    guard let final = rest.dropFirst(digits.count).first else { return .incomplete }
    let count = 3 + digits.count
    guard (0x40...0x7E).contains(final) else { return .event(nil, count: count - 1) }
    return .event(KeyTable.ss3(final, digits.last.map { Int($0) - 0x30 }).map(InputEvent.key), count: count)
  }

  /// OSC, DCS, APC, PM: to their terminator.
  private static func scanString(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      let offset = index - bytes.startIndex
      if bytes[index] == 0x07 || bytes[index] == 0x18 { return string(bytes, end: offset, count: offset + 1) }
      if bytes[index] == 0x1B, index + 1 < bytes.endIndex {
        let isTerminator = bytes[index + 1] == UInt8(ascii: "\\")
        return string(bytes, end: offset, count: offset + (isTerminator ? 2 : 0))
      }
      index += 1
    }
    return .incomplete
  }

  private static func string(_ bytes: ArraySlice<UInt8>, end: Int, count: Int) -> ScanStep {
    .event(.reply(String(decoding: bytes.dropFirst().prefix(end - 1), as: UTF8.self)), count: count)
  }

  /// `ESC [`, parameters, intermediates, a final byte.
  private static func scanCSI(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return scanLinuxConsole(bytes) }
    let inner = innerPart(body)
    guard let final = body.dropFirst(inner.count).first else { return .incomplete }
    let count = 3 + inner.count
    guard final == dollar || (0x40...0x7E).contains(final) else { return .event(nil, count: count - 1) }
    if final == UInt8(ascii: "M"), inner.isEmpty { return MouseReport.x10(bytes) }
    let sequence = CSISequence(inner: inner, final: final)
    return sequence.isPasteStart ? .pasteStart : .event(sequence.event, count: count)
  }

  private static let dollar = UInt8(ascii: "$")

  /// All before the final byte. rxvt ends the sequences of shifted keys with `$`, that is an intermediate elsewhere.
  private static func innerPart(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let numbers = body.prefix { (0x30...0x3B).contains($0) }
    if !numbers.isEmpty, body.dropFirst(numbers.count).first == dollar { return numbers }
    return body.prefix { (0x20...0x3F).contains($0) }
  }

  /// F1 to F5 of the console of Linux: `ESC [ [ A` to `ESC [ [ E`.
  private static func scanLinuxConsole(_ bytes: ArraySlice<UInt8>) -> ScanStep {
    guard bytes.count >= 4 else { return .incomplete }
    let letter = bytes[bytes.startIndex + 3]
    guard (0x41...0x45).contains(letter) else { return .event(nil, count: (0x40...0x7E).contains(letter) ? 4 : 3) }
    return .event(.key(KeyPress(.function(Int(letter) - 0x40))), count: 4)
  }
}
