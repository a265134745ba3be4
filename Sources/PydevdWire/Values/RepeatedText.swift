/// A text that may be the same as the one before it: it is decoded once then.
struct RepeatedText {
  /// To remember it is a copy, which a single text is not worth.
  let isExpected: Bool
  private var raw: [UInt8] = []
  private var text: String?

  init(isExpected: Bool) { self.isExpected = isExpected }

  /// - Parameter decode: makes a text of other bytes than those before.
  mutating func text(of bytes: UnsafeRawBufferPointer, decode: (UnsafeRawBufferPointer) -> String) -> String {
    guard isExpected else { return decode(bytes) }
    if let text, raw.withUnsafeBytes({ $0.isSame(as: bytes) }) { return text }
    let decoded = decode(bytes)
    raw = Array(bytes)
    text = decoded
    return decoded
  }
}
