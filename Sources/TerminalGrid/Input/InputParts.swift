/// Bytes that were read at once, taken apart.
struct InputParts {
  /// All that is no sequence.
  private(set) var text: [UInt8] = []
  /// The terminal's answers.
  private(set) var replies: [String] = []
  /// All but the answers and `cut`.
  private(set) var rest: [UInt8] = []
  /// The start of a sequence, at the end.
  private(set) var cut: [UInt8] = []

  init(_ bytes: [UInt8]) {
    var left = bytes[...]
    while let escape = left.firstIndex(of: 0x1B) {
      text += left[..<escape]
      rest += left[..<escape]
      left = left[escape...]
      guard case .event(let event, let count) = SequenceScanner.scan(left) else {
        cut = Array(left)
        return
      }
      if case .reply(let reply)? = event { replies.append(reply) } else { rest += left.prefix(count) }
      left = left.dropFirst(count)
    }
    text += left
    rest += left
  }
}
