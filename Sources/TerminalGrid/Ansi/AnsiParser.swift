/// Reads what a process prints, in pieces of any size. Colours and attributes (SGR) are understood, and what erases or moves
/// within a line; other whole escape sequences are dropped: of a link its text stays. A sequence that is not complete is made
/// inert and visible: ESC becomes `␛`, a bell `␇`.
public struct AnsiParser: Sendable {
  /// UTF-8 bytes of an unfinished sequence that are waited for; a longer one is shown as text.
  public static let longestHeld = 64
  /// The same for the text of a title or a link.
  static let longestString = 4096

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
    _ = showHeld()
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
    guard held.count > 1 else { return readIntroducer(byte, at: index) }
    if held[1] == UInt8(ascii: "[") { return readControlSequence(byte, at: index) }
    return Self.beginsString(held[1]) ? readString(byte, at: index) : readFinal(byte, at: index)
  }

  private mutating func readIntroducer(_ byte: UInt8, at index: Int) -> Int {
    guard (0x20...0x7E).contains(byte) else { return showHeld(index) }
    held.append(byte)
    let isWhole = byte >= 0x30 && byte != UInt8(ascii: "[") && !Self.beginsString(byte)
    if isWhole { held = [] }
    return index + 1
  }

  /// `ESC [`: parameters, and a letter.
  private mutating func readControlSequence(_ byte: UInt8, at index: Int) -> Int {
    switch byte {
    case 0x20...0x3F:
      held.append(byte)
      if held.count >= Self.longestHeld { _ = showHeld(index) }
    case 0x40...0x7E:
      carryOut(byte, held.dropFirst(2))
      held = []
    default: return showHeld(index)
    }
    return index + 1
  }

  private mutating func carryOut(_ final: UInt8, _ parameters: ArraySlice<UInt8>) {
    guard parameters.allSatisfy(AnsiStyle.isParameter) else { return }
    if final == UInt8(ascii: "m") {
      endRun()
      return style.apply(parameters)
    }
    let number = AnsiParameter.list(parameters)[0].value
    switch (final, number) {
    case (UInt8(ascii: "K"), 0), (UInt8(ascii: "J"), 0): emit(.erase(.toEnd))
    case (UInt8(ascii: "K"), 1): emit(.erase(.toStart))
    case (UInt8(ascii: "K"), 2): emit(.erase(.all))
    case (UInt8(ascii: "G"), _): emit(.column(max(0, number - 1)))
    case (UInt8(ascii: "C"), _): emit(.move(max(1, number)))
    case (UInt8(ascii: "D"), _): emit(.move(-max(1, number)))
    default: break
    }
  }

  /// Titles, links and the like, up to BEL or `ESC \`.
  private mutating func readString(_ byte: UInt8, at index: Int) -> Int {
    if held.last == 0x1B {
      // `ESC \` ends it; any other escape sequence breaks it off.
      let isEnd = byte == UInt8(ascii: "\\")
      held = isEnd ? [] : [0x1B]
      return isEnd ? index + 1 : index
    }
    switch byte {
    case 0x07, 0x18, 0x1A: held = []
    // Text that was no such sequence after all swallows no more than its line.
    case 0x0A: return showHeld(index)
    default:
      held.append(byte)
      if held.count >= Self.longestString { _ = showHeld(index) }
    }
    return index + 1
  }

  /// `ESC (` and the like: more such bytes, and a last one.
  private mutating func readFinal(_ byte: UInt8, at index: Int) -> Int {
    guard (0x20...0x7E).contains(byte), held.count < Self.longestHeld else { return showHeld(index) }
    held.append(byte)
    if byte >= 0x30 { held = [] }
    return index + 1
  }

  private static func beginsString(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"): true
    default: false
    }
  }

  /// Shows the text that is held, which is no sequence.
  private mutating func showHeld(_ index: Int = 0) -> Int {
    guard let escape = held.first else { return index }
    let rest = Array(held.dropFirst())
    held = []
    text += Self.picture(of: escape)
    var next = 0
    while next < rest.count { next = held.isEmpty ? readText(rest, from: next) : readSequence(rest, at: next) }
    return index
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 ? byte != 0x7F && byte != 0xC2 : byte == 0x09
  }

  /// The UTF-8 of U+2400 and on: `␀`, `␇`, `␛`, and `␡` for DEL.
  private static func picture(of control: UInt8) -> [UInt8] {
    [0xE2, 0x90, control == 0x7F ? 0xA1 : 0x80 + control]
  }
}
