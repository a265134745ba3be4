/// Puts text together from pieces that may end in the middle of a character.
struct UTF8Assembler {
  private var rest: [UInt8] = []

  /// The text that is whole by now; bytes that are no UTF-8 become U+FFFD.
  mutating func add(_ bytes: some Sequence<UInt8>) -> String {
    rest.append(contentsOf: bytes)
    let whole = rest.count - Self.unfinished(rest)
    defer { rest.removeFirst(whole) }
    return String(decoding: rest[..<whole], as: UTF8.self)
  }

  /// What is left when nothing more comes.
  mutating func finish() -> String {
    defer { rest = [] }
    return String(decoding: rest, as: UTF8.self)
  }

  /// How many bytes at the end begin a character that is not whole.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xc0 == 0x80 { continue }
      let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }
}
