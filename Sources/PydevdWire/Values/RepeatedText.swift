/// A text that may be the same as the one before it: it is decoded once then.
struct RepeatedText {
  private var raw: [UInt8] = []
  private var text: String?

  /// - Parameter decode: makes a text of other bytes than those before.
  mutating func text(of bytes: UnsafeRawBufferPointer, decode: (UnsafeRawBufferPointer) -> String) -> String {
    if let text, raw.elementsEqual(bytes) { return text }
    let decoded = decode(bytes)
    raw = Array(bytes)
    text = decoded
    return decoded
  }
}
