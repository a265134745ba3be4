import TerminalGrid
import Testing

struct InputDecoderTests {
  static func decode(_ text: String, terminal: String = "") -> [String] {
    var decoder = InputDecoder(terminal: terminal)
    return (decoder.feed(text.utf8) + decoder.flush()).map(name)
  }

  static func name(_ event: InputEvent) -> String {
    switch event {
    case .key(let press): press.description
    case .paste(let text): "paste(\(text))"
    case .burst(let text): "burst(\(text))"
    case .pasteCut(let missing): "missing \(missing)"
    case .mouse(let mouse): "\(mouse.kind) \(mouse.button) \(mouse.x),\(mouse.y) \(mouse.modifiers.rawValue)"
    case .focus(let isFocused): "focus \(isFocused)"
    case .reply(let text): "reply(\(text))"
    }
  }

  static let sequences: [(String, [String])] = [
    ("nN ", ["n", "N", "Space"]), ("é日🐍", ["é", "日", "🐍"]), ("\r", ["Enter"]), ("\t", ["Tab"]),
    ("\u{7F}\u{8}", ["Backspace", "Backspace"]), ("\u{3}\u{1A}\u{0}", ["Ctrl-C", "Ctrl-Z", "Ctrl-Space"]),
    ("\u{1F}\u{1C}", ["Ctrl-_", "Ctrl-\\"]), ("\u{1B}", ["Esc"]), ("\u{1B}\u{1B}", ["Esc", "Esc"]),
    ("\u{1B}x", ["Alt-x"]), ("\u{1B}é", ["Alt-é"]), ("\u{1B}[", ["Alt-["]), ("\u{1B}O", ["Alt-O"]),
    ("\u{1B}]", ["Alt-]"]), ("\u{1B}\r", ["Alt-Enter"]),
    // Arrows: normal, application, with modifiers, rxvt.
    ("\u{1B}[A\u{1B}OB", ["Up", "Down"]), ("\u{1B}[1;5D\u{1B}[1;2C", ["Ctrl-Left", "Shift-Right"]),
    ("\u{1B}Od\u{1B}[c", ["Ctrl-Left", "Shift-Right"]), ("\u{1B}\u{1B}[A", ["Alt-Up"]),
    // Home and End of xterm, the Linux console, rxvt.
    ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH", ["Home", "Home", "Home", "Home"]),
    ("\u{1B}[F\u{1B}[4~\u{1B}[8~", ["End", "End", "End"]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", ["Insert", "Delete", "PgUp", "PgDn"]), ("\u{1B}[3;5~", ["Ctrl-Delete"]),
    // Function keys: xterm, the Linux console, rxvt, shifted.
    ("\u{1B}OP\u{1B}[11~\u{1B}[[A", ["F1", "F1", "F1"]), ("\u{1B}[15~\u{1B}[[E", ["F5", "F5"]),
    ("\u{1B}[19~\u{1B}[20~\u{1B}[24~", ["F8", "F9", "F12"]), ("\u{1B}[19;2~\u{1B}[1;2P", ["Shift-F8", "Shift-F1"]),
    ("\u{1B}[19;5~\u{1B}[19^\u{1B}[19$x", ["Ctrl-F8", "Ctrl-F8", "Shift-F8", "x"]), ("\u{1B}[34~", ["Shift-F8"]),
    ("\u{1B}[Z", ["Shift-Tab"]), ("\u{1B}Op\u{1B}OM", ["0", "Enter"]),
    // modifyOtherKeys and kitty.
    ("\u{1B}[27;5;9~", ["Ctrl-Tab"]), ("\u{1B}[13;2u", ["Shift-Enter"]), ("\u{1B}[99;5u", ["Ctrl-C"]),
    ("\u{1B}[27u", ["Esc"]), ("\u{1B}[97;5:3u\u{1B}[97;1:1u", ["a"]), ("\u{1B}[57399u", ["0"]),
    // Focus, replies.
    ("\u{1B}[I\u{1B}[O", ["focus true", "focus false"]), ("\u{1B}[?62;4c", ["reply(?62;4c)"]),
    ("\u{1B}]11;rgb:0/0/0\u{7}n", ["reply(]11;rgb:0/0/0)", "n"]),
    ("\u{1B}]11;x\u{1B}\\n", ["reply(]11;x)", "n"]), ("\u{1B}[24;80R", ["reply(24;80R)"]),
    // What means nothing is swallowed whole.
    ("\u{1B}[99;99zn", ["n"]), ("\u{1B}[?1;2$yn", ["reply(?1;2$y)", "n"]), ("\u{1B}[38;2;1;2;3mn", ["n"]),
    ("\u{1B}[1;2\u{1B}[An", ["Up", "n"]), ("\u{1B}[57441;1un", ["n"]), ("\u{1B}OXn", ["n"]), ("\u{1B}[[Zn", ["n"]),
    ("\u{1B}[99999999999999999999999u", []),
  ]

  @Test(arguments: sequences)
  func bytesBecomeEvents(text: String, events: [String]) { #expect(Self.decode(text) == events) }

  @Test(arguments: sequences)
  func everySplitGivesTheSameEvents(text: String, events: [String]) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let decoded = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) + decoder.flush()
      #expect(decoded.map(Self.name) == events, "cut at \(cut)")
      #expect(decoder.flushDelay == nil)
    }
    var decoder = InputDecoder()
    #expect((bytes.flatMap { decoder.feed([$0]) } + decoder.flush()).map(Self.name) == events)
  }

  @Test func rxvtCountsItsShiftedKeysOtherwise() {
    #expect(Self.decode("\u{1B}[32~", terminal: "rxvt-unicode") == ["Shift-F8"])
    #expect(Self.decode("\u{1B}[32~", terminal: "linux") == ["Shift-F6"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61], ["a"]), ([0xC3, 0x61], ["a"]), ([0xE6, 0x97, 0x61], ["a"]), ([0x80, 0x61], ["a"]),
      ([0xF0, 0x9F, 0x1B, 0x5B, 0x41], ["Up"]), ([0xC0, 0x80, 0x61], ["a"]), ([0xED, 0xA0, 0x80, 0x61], ["a"]),
      ([0xC2, 0x9B, 0x61], ["a"]), ([0xF4, 0x90, 0x80, 0x80, 0x61], ["a"]), ([0x1B, 0xFF, 0x61], ["a"]),
    ] as [([UInt8], [String])])
  func badUTF8CostsNothingThatFollows(bytes: [UInt8], events: [String]) {
    var decoder = InputDecoder()
    #expect(decoder.feed(bytes).map(Self.name) == events)
    #expect(decoder.flushDelay == nil)
  }

  @Test func anEscapeByteWaitsForWhatFollows() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.flushDelay == 0.025)
    #expect(decoder.feed(Array("[A".utf8)).map(Self.name) == ["Up"])
    #expect(decoder.flushDelay == nil)
    #expect(decoder.flush().isEmpty)
  }

  @Test func randomBytesNeverHangTheDecoder() {
    var seed: UInt64 = 42
    var decoder = InputDecoder()
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let choices: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x4D, 0x7E, UInt8(truncatingIfNeeded: seed >> 40)]
      _ = decoder.feed([choices[Int(seed >> 33) % choices.count]])
    }
    _ = decoder.feed(Array("\u{1B}[201~".utf8))
    _ = decoder.flush()
    #expect(decoder.feed(Array("n".utf8)).map(Self.name) == ["n"])
  }
}
