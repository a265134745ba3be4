/// Pastes in brackets. A text may hold a closing bracket itself, which few terminals take out: the paste goes on to the last
/// one that comes without a pause, so that nothing of it is ever a key.
extension InputDecoder {
  static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The seconds without input after which to call `flushPaste`; `nil` while it would do nothing.
  var pasteDelay: Double? {
    if tail != nil { return 0.05 }
    return isStalled && paste?.isEmpty != false ? nil : 2
  }

  mutating func feedPaste(_ byte: UInt8, _ events: inout [InputEvent]) {
    guard tail != nil else { return feedText(byte) }
    tail?.append(byte)
    guard byte == UInt8(ascii: "~"), let after = tail else { return }
    if after == Self.pasteStart {
      // Another one: two were pasted.
      tail = []
      events += endPaste()
      paste = []
    } else if after.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      append(Self.pasteEnd + after.dropLast(Self.pasteEnd.count))
      tail = []
    }
  }

  private mutating func feedText(_ byte: UInt8) {
    paste?.append(byte)
    if byte == UInt8(ascii: "~"), paste?.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) == true {
      paste?.removeLast(Self.pasteEnd.count)
      append([])
      tail = []
    } else if let count = paste?.count, count > Self.mostPasted + 4096 {
      // The end is kept as far as a closing bracket may have begun there.
      missing += count - Self.pasteEnd.count - Self.mostPasted
      paste?.removeSubrange(Self.mostPasted..<count - Self.pasteEnd.count)
    }
  }

  private mutating func append(_ bytes: [UInt8]) {
    paste?.append(contentsOf: bytes)
    guard let count = paste?.count, count > Self.mostPasted else { return }
    missing += count - Self.mostPasted
    paste?.removeSubrange(Self.mostPasted...)
  }

  /// Whether a hand has typed the bytes: one key, and the paste is over, or no more of it has come for long.
  func endsByHand(_ bytes: [UInt8]) -> Bool {
    guard paste != nil, tail?.isEmpty == true || isStalled, bytes != Self.pasteEnd else { return false }
    if bytes == [0x1B] { return true }
    let step = bytes.first == 0x1B ? SequenceScanner.scan(bytes[...]) : Self.scanCharacter(bytes[...])
    guard case .event(.key?, count: bytes.count) = step else { return false }
    return true
  }

  /// Nothing has followed for `pasteDelay`.
  mutating func flushPaste() -> [InputEvent] {
    guard tail == nil else { return endPaste() }
    // Without its end it is shown as far as it has come. A key ends it; anything longer is more of it.
    let events = pasted()
    paste = []
    isStalled = true
    return events
  }

  /// - Returns: the paste, and what came after it.
  mutating func endPaste() -> [InputEvent] {
    var events = pasted()
    let rest = tail ?? []
    paste = nil
    tail = nil
    isStalled = false
    for byte in rest { feed(byte, &events) }
    return events
  }

  private mutating func pasted() -> [InputEvent] {
    guard let paste, !paste.isEmpty || !isStalled else { return [] }
    return [.paste(UnbracketedPaste.normalised(paste[...]))] + missed()
  }

  /// Says what was left out, once.
  mutating func missed() -> [InputEvent] {
    defer { missing = 0 }
    return missing > 0 ? [.pasteCut(missing: missing)] : []
  }
}
