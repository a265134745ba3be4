/// The three fields of a message, found in its bytes: `command TAB sequence TAB payload`.
struct FrameFields {
  typealias Bytes = Slice<UnsafeRawBufferPointer>

  /// Begins a block of the `http` framing.
  static let header = Array("Content-Length:".utf8)

  private let command: Int
  private let sequence: Int
  private let payload: Bytes

  init?(_ bytes: Bytes) {
    guard let first = bytes.firstIndex(of: 0x09), let command = Self.number(bytes[..<first]) else {
      return nil
    }
    let rest = bytes[(first + 1)...]
    guard let second = rest.firstIndex(of: 0x09), let sequence = Self.number(rest[..<second]) else {
      return nil
    }
    self.command = command
    self.sequence = sequence
    payload = rest[(second + 1)...]
  }

  func frame(isQuoted: Bool) -> Frame {
    let text =
      isQuoted ? Quoting.percentDecode(bytes: payload) : String(decoding: payload, as: UTF8.self)
    return Frame(command: CommandID(rawValue: command), sequence: sequence, payload: text)
  }

  /// A decimal number of at most ten digits.
  static func number(_ bytes: Bytes) -> Int? {
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
