/// Reads what a process prints, in pieces of any size. Colours and attributes (SGR) are understood; every other escape
/// sequence is made inert and visible: ESC becomes `␛`, a bell `␇`, and the rest of the sequence stays as it is.
public struct AnsiParser: Sendable {
  /// UTF-8 bytes of an unfinished sequence that are waited for; a longer one is shown as text.
  public static let longestHeld = 64

  /// How the text that comes next looks.
  public private(set) var style = AnsiStyle()
  /// A sequence whose end has not come yet, from its ESC on.
  private var held: [UInt8] = []
  private var text: [UInt8] = []
  private var pieces: [AnsiPiece] = []

  public init() {}

  /// - Parameter chunk: whole characters; only escape sequences may go on in the next chunk.
  public mutating func parse(_ chunk: String) -> [AnsiPiece] {
    let bytes = Array(chunk.utf8)
    var index = 0
    while index < bytes.count {
      index = held.isEmpty ? readText(bytes, from: index) : readSequence(bytes, at: index)
    }
    return takePieces()
  }

  /// Nothing more will come: an unfinished sequence is shown as text.
  public mutating func finish() -> [AnsiPiece] {
    showHeld()
    return takePieces()
  }

  private mutating func takePieces() -> [AnsiPiece] {
    endRun()
    defer { pieces = [] }
    return pieces
  }

  private mutating func endRun() {
    guard !text.isEmpty else { return }
    pieces.append(.run(AnsiRun(text: String(decoding: text, as: UTF8.self), style: style)))
    text.removeAll(keepingCapacity: true)
  }

  private mutating func emit(_ piece: AnsiPiece) {
    endRun()
    pieces.append(piece)
  }

  /// - Returns: where to go on, as the other functions here do.
  private mutating func readText(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isPlain(bytes[end]) { end += 1 }
    text += bytes[start..<end]
    return end < bytes.count ? readControl(bytes, at: end) : end
  }

  private mutating func readControl(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x08: emit(.backspace)
    case 0x0A: emit(.newline)
    case 0x0D: emit(.carriageReturn)
    case 0x1B: held = [0x1B]
    case 0xC2: return readLatin(bytes, at: index)
    case let control: text += Self.picture(of: control)
    }
    return index + 1
  }

  /// 0xC2 leads U+0080 to U+00BF; the lower half are the C1 controls, which some terminals obey.
  private mutating func readLatin(_ bytes: [UInt8], at index: Int) -> Int {
    let end = min(index + 2, bytes.count)
    let isControl = end == index + 2 && bytes[index + 1] < 0xA0
    text += isControl ? [0xEF, 0xBF, 0xBD] : bytes[index..<end]
    return end
  }

  private mutating func readSequence(_ bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if held.count == 1 { return readIntroducer(byte, at: index) }
    switch byte {
    case 0x20...0x3F:
      held.append(byte)
      if held.count >= Self.longestHeld { showHeld() }
    case UInt8(ascii: "m") where held.dropFirst(2).allSatisfy(AnsiStyle.isParameter):
      endRun()
      style.apply(held.dropFirst(2))
      held = []
    case 0x40...0x7E:
      held.append(byte)
      showHeld()
    default:
      showHeld()
      return index
    }
    return index + 1
  }

  /// Only `ESC [` can begin something that is understood.
  private mutating func readIntroducer(_ byte: UInt8, at index: Int) -> Int {
    guard byte == UInt8(ascii: "[") else {
      showHeld()
      return index
    }
    held.append(byte)
    return index + 1
  }

  private mutating func showHeld() {
    guard let escape = held.first else { return }
    text += Self.picture(of: escape)
    text += held.dropFirst()
    held = []
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 ? byte != 0x7F && byte != 0xC2 : byte == 0x09
  }

  /// The UTF-8 of U+2400 and on: `␀`, `␇`, `␛`, and `␡` for DEL.
  private static func picture(of control: UInt8) -> [UInt8] {
    [0xE2, 0x90, control == 0x7F ? 0xA1 : 0x80 + control]
  }
}
