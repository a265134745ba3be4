/// The two numbers before a message's payload: `command TAB sequence TAB payload`.
struct FrameFields {
  /// Begins a block of the `http` framing.
  static let header = Array("Content-Length:".utf8)
  /// A number of at most ten digits with its sign.
  private static let longestNumber = 11

  let command: CommandID
  let sequence: Int
  /// Where the payload begins.
  let payload: Int

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let first = Self.tab(bytes, from: 0), let command = Self.number(bytes[..<first]),
      let second = Self.tab(bytes, from: first + 1), let sequence = Self.number(bytes[(first + 1)..<second])
    else { return nil }
    self.command = CommandID(rawValue: command)
    self.sequence = sequence
    payload = second + 1
  }

  func frame(_ text: String) -> Frame { Frame(command: command, sequence: sequence, payload: text) }

  private static func tab(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    bytes[start..<min(start + longestNumber + 1, bytes.count)].firstIndex(of: 0x09)
  }

  /// A decimal number of at most ten digits.
  static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let isNegative = bytes.first == 0x2d
    let digits = isNegative ? bytes.dropFirst() : bytes
    guard !digits.isEmpty, digits.count <= 10 else { return nil }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return isNegative ? -value : value
  }

  /// Whether a part of a line may be the start of a message: a number of at most ten digits up to the TAB, if it is there.
  static func mayBegin(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = bytes.prefix(12)
    let field = start.prefix { $0 != 0x09 }
    let isWhole = field.count < start.count
    if isWhole { return number(field) != nil }
    if start.count == 12 { return false }
    return field.isEmpty || number(field) != nil || field.elementsEqual([0x2d])
      || field.elementsEqual([0x0d])
  }
}
