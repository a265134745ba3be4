/// A complete control sequence, taken apart.
struct CSISequence {
  /// `<`, `=`, `>` or `?` in front of the parameters.
  let marker: UInt8?
  /// Each with its sub-parameters; 0 for one that is left out.
  let parameters: [[Int]]
  let intermediates: [UInt8]
  let final: UInt8
  private let text: String

  /// - Parameters:
  ///   - inner: what stands between `ESC [` and the final byte.
  init(inner: ArraySlice<UInt8>, final: UInt8) {
    text = String(decoding: inner, as: UTF8.self) + String(Character(Unicode.Scalar(final)))
    var rest = inner
    marker = rest.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    if marker != nil { rest = rest.dropFirst() }
    let numbers = rest.prefix { (0x30...0x3B).contains($0) }
    parameters = numbers.isEmpty ? [] : Self.parameters(numbers)
    intermediates = Array(rest.dropFirst(numbers.count))
    self.final = final
  }

  private static func parameters(_ bytes: ArraySlice<UInt8>) -> [[Int]] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(number)
    }
  }

  /// Cut off at 2^24, so that hostile digits can't overflow.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 1 << 24) }
  }

  func parameter(_ index: Int) -> Int? { index < parameters.count ? parameters[index].first : nil }

  var isPasteStart: Bool { final == UInt8(ascii: "~") && marker == nil && parameter(0) == 200 }

  /// What the sequence means; `nil` for one that means nothing.
  var event: InputEvent? {
    if marker == UInt8(ascii: "<") { return MouseReport.sgr(self).map(InputEvent.mouse) }
    if marker != nil { return .reply(text) }
    switch final {
    case UInt8(ascii: "I") where parameters.isEmpty: return .focus(true)
    case UInt8(ascii: "O") where parameters.isEmpty: return .focus(false)
    case UInt8(ascii: "R") where parameters.count == 2 && parameter(0) != 1: return .reply(text)
    case UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "c"):
      return parameters.isEmpty ? KeyTable.csi(self).map(InputEvent.key) : .reply(text)
    default: return KeyTable.csi(self).map(InputEvent.key)
    }
  }
}
