import Testing

@testable import TerminalGrid

@Suite struct AnsiParserTests {
  @Test func greenTextIsGreenAndNothingElseIs() {
    #expect(parse("a\u{1B}[32mok\u{1B}[0mb") == [run("a"), run("ok", green), run("b")])
  }

  @Test(arguments: [
    ("\u{7}", "␇"), ("\u{9B}2J", "\u{FFFD}2J"), ("\u{0}\u{E}\u{7F}", "␀␎␡"), ("\u{1B}\u{1B}[31m", "␛"),
    ("\u{1B}]0;a\u{9B}b", "␛]0;a\u{FFFD}b"), ("\u{1B}[3é", "␛[3é"), ("\u{1B}[3\u{7}", "␛[3␇"),
    ("\u{80}\u{9F}\u{A0}\u{BF}", "\u{FFFD}\u{FFFD}\u{A0}\u{BF}"),
    ("a\tb", "a\tb"),
  ])
  func whatIsNoWholeSequenceIsInertAndVisible(sent: String, shown: String) {
    #expect(parse(sent) == [run(shown)])
  }

  @Test(arguments: [
    "\u{1B}]0;title\u{7}", "\u{1B}]2;日本\u{1B}\\", "\u{1B}[2J", "\u{1B}[?1049h", "\u{1B}[?25l", "\u{1B}P+q544e\u{1B}\\",
    "\u{1B}c", "\u{1B}7", "\u{1B}(B", "\u{1B}#8", "\u{1B}[>4;2m", "\u{1B}[1 m", "\u{1B}[10;10H", "\u{1B}[1A",
    "\u{1B}_payload\u{1B}\\", "\u{1B}]8;;http://x.y\u{1B}\\", "\u{1B}]0;broken off\u{1B}[0m",
  ])
  func otherSequencesAreDropped(sequence: String) {
    #expect(parse("a" + sequence + "b").map(Self.text).joined() == "ab")
  }

  private static func text(of piece: AnsiPiece) -> String { if case .run(let run) = piece { run.text } else { "?" } }

  @Test func aLinkIsItsText() {
    #expect(parse("\u{1B}]8;;http://x\u{1B}\\hyper\u{1B}]8;;\u{1B}\\!").map(Self.text).joined() == "hyper!")
  }

  @Test func aTitleWithoutAnEndSwallowsNoLine() {
    #expect(parse("\u{1B}]0;never\nnext") == [run("␛]0;never"), .newline, run("next")])
    let long = String(repeating: "x", count: 5000)
    #expect(parse("\u{1B}]0;" + long).map(Self.text).joined() == "␛]0;" + long)
  }

  @Test func whatErasesAndMovesWithinTheLineIsToldApart() {
    #expect(
      parse("\u{1B}[K\u{1B}[1K\u{1B}[2Ka\u{1B}[3G\u{1B}[2C\u{1B}[D\u{1B}[J") == [
        .erase(.toEnd), .erase(.toStart), .erase(.all), run("a"), .column(2), .move(2), .move(-1), .erase(.toEnd),
      ])
  }

  @Test func controlsOfALineAreToldApart() {
    #expect(
      parse("a\r\nb\u{8}c\r") == [
        run("a"), .carriageReturn, .newline, run("b"), .backspace, run("c"), .carriageReturn,
      ])
  }

  @Test(arguments: [
    "a\u{1B}[1;38;5;208mb\u{1B}[0mc", "\u{1B}]0;title\u{7}x", "\u{1B}[2J\u{1B}[38;2;1;2;3mé進\u{1B}[m",
    "\u{1B}\u{1B}[31mx\u{1B}",
    "x\r\ny\rz\n", "\u{1B}[?25l\u{9B}31mq\u{1B}[4:3mu", "\u{1B}[31\u{1B}[32mok",
  ])
  func aChunkMayEndAnywhere(text: String) {
    let whole = joined([text])
    let scalars = Array(text.unicodeScalars)
    for cut in 0...scalars.count {
      #expect(joined([string(scalars[..<cut]), string(scalars[cut...])]) == whole)
    }
    #expect(joined(scalars.map { string([$0]) }) == whole)
  }

  @Test func anUnfinishedColourIsHeldBack() {
    var parser = AnsiParser()
    #expect(parser.parse("a\u{1B}[3") == [run("a")])
    #expect(parser.parse("2mb") == [run("b", green)])
  }

  @Test func aSequenceWithoutAnEndIsShownAfter64Bytes() {
    var parser = AnsiParser()
    let digits = String(repeating: "1", count: AnsiParser.longestHeld - 3)
    #expect(parser.parse("\u{1B}[" + digits).isEmpty)
    #expect(parser.parse("2") == [run("␛[" + digits + "2")])
    #expect(parser.parse("m") == [run("m")])
  }

  @Test func whatIsLeftAtTheEndIsShown() {
    var parser = AnsiParser()
    _ = parser.parse("\u{1B}[3")
    #expect(parser.finish() == [run("␛[3")])
    #expect(parser.finish().isEmpty)
  }

  @Test func noSeededGarbageComesOutAsAControl() {
    var random = SeededNumbers(seed: 42)
    let alphabet = Array(
      "\u{1B}\u{1B}[]0123456789;:mKHJP\\?>\u{7}\u{8}\r\n\t\u{7F}\u{9B}\u{90}\u{85}é進 a".unicodeScalars)
    for _ in 0..<300 {
      let text = string((0..<40).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }[...])
      for case .run(let run) in parse(text) {
        #expect(run.text.unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory != .control })
      }
    }
  }

  private var green: AnsiStyle { AnsiStyle(foreground: .indexed(2)) }

  private func run(_ text: String, _ style: AnsiStyle = AnsiStyle()) -> AnsiPiece {
    .run(AnsiRun(text: text, style: style))
  }

  private func parse(_ text: String) -> [AnsiPiece] {
    var parser = AnsiParser()
    return parser.parse(text) + parser.finish()
  }

  /// The pieces of all chunks, runs of one style put together.
  private func joined(_ chunks: [String]) -> [AnsiPiece] {
    var parser = AnsiParser()
    let pieces = chunks.flatMap { parser.parse($0) } + parser.finish()
    return pieces.reduce(into: []) { result, piece in
      if case .run(let new) = piece, case .run(let last)? = result.last, last.style == new.style {
        result[result.count - 1] = .run(AnsiRun(text: last.text + new.text, style: new.style))
      } else {
        result.append(piece)
      }
    }
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}

/// SplitMix64, for the same numbers in every run.
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
