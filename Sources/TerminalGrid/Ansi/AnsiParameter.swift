/// One number of an SGR sequence.
struct AnsiParameter: Equatable {
  /// 0 where it is left out.
  var value: Int
  /// It stands behind a colon and belongs to the one before.
  let isSub: Bool

  /// Reads `1;38:5:208`; nothing at all is one 0.
  static func list(_ bytes: ArraySlice<UInt8>) -> [AnsiParameter] {
    var list = [AnsiParameter(value: 0, isSub: false)]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ";"): list.append(AnsiParameter(value: 0, isSub: false))
      case UInt8(ascii: ":"): list.append(AnsiParameter(value: 0, isSub: true))
      default: list[list.count - 1].add(digit: Int(byte) - 0x30)
      }
    }
    return list
  }

  /// Cut off far above all that has a meaning, so that hostile digits can't overflow.
  private mutating func add(digit: Int) { value = min(value * 10 + digit, 1_000_000) }
}
