import TerminalGrid
import Testing

/// Several lines in one read: keys where the terminal puts brackets around pastes, else they may be a paste.
struct BurstTests {
  private static let tmux = "\u{1B}[>84;0;0c\u{1B}[?1;2c"
  private static let xterm = "\u{1B}[?2004;1$y\u{1B}[>41;379;0c\u{1B}[?64;1;2c"
  private static let xtermOff = "\u{1B}[?2004;2$y\u{1B}[>41;379;0c\u{1B}[?64;1;2c"
  private static let screen = "\u{1B}[>83;40900;0c\u{1B}[?1;2c"
  private static let oldScreen = "\u{1B}[>83;40300;0c\u{1B}[?1;2c"
  private static let noMode = "\u{1B}[?2004;0$y\u{1B}[>0;0;0c\u{1B}[?1;2c"
  private static let offForGood = "\u{1B}[?2004;4$y\u{1B}[?1;2c"
  private static let console = "\u{1B}[?6c"

  private static let keys = ["L", "4", "Enter", "b"]

  /// What comes of reads, each on its own; then of a silence, and of the time when no answer comes any more.
  private func events(_ reads: [String], isAsking: Bool = true) -> [String] {
    var decoder = InputDecoder(isAsking: isAsking)
    var events = reads.flatMap { decoder.feed($0.utf8) }
    if decoder.flushDelay != nil { events += decoder.flush() }
    return (events + decoder.endQuestions()).map(InputDecoderTests.name).filter { !$0.hasPrefix("reply") }
  }

  @Test(arguments: [tmux, xterm, xtermOff, screen, "\u{1B}[?2004;3$y"])
  func aTerminalThatBracketsPastesSendsKeys(answers: String) {
    #expect(events([answers, "L4\rb"]) == Self.keys)
    #expect(events([answers, "L4\rb", "x\ry\n"]) == Self.keys + ["x", "Enter", "y", "Enter"])
  }

  @Test(arguments: [noMode, offForGood, console, oldScreen])
  func aTerminalThatMayNotBracketThemSendsABurst(answers: String) {
    #expect(events([answers, "L4\rb"]) == ["burst(L4\nb)"])
  }

  @Test func withoutAnyAnswerItIsABurst() {
    #expect(events(["L4\rb"]) == ["burst(L4\nb)"])
    #expect(events(["L4\r\nb\r\n"], isAsking: false) == ["burst(L4\nb\n)"])
  }

  @Test func keysThatCameBeforeTheAnswersWaitForThem() {
    #expect(events(["L4\rb", Self.tmux]) == Self.keys)
    #expect(events(["L4\rb", "n", "\u{1B}[A", Self.xterm]) == Self.keys + ["n", "Up"])
    #expect(events(["L4\rb", Self.console]) == ["burst(L4\nb)"])
    #expect(events(["L4\rb", "\u{1B}[A", Self.console]) == ["burst(L4\nb\u{1B}[A)"])
    #expect(events(["L4\rb" + Self.tmux]) == Self.keys)
  }

  @Test func theAnswersMayComeInAnyPieces() {
    let bytes = Array(Self.xterm.utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder(isAsking: true)
      let pieces = [Array("L4\rb".utf8), Array(bytes[..<cut]), Array(bytes[cut...])]
      let names = pieces.flatMap { decoder.feed($0) }.map(InputDecoderTests.name).filter { !$0.hasPrefix("reply") }
      #expect(names == Self.keys, "cut at \(cut)")
      #expect(!decoder.isAsking)
    }
  }

  @Test func onlyTheLastAnswerEndsTheQuestions() {
    var decoder = InputDecoder(isAsking: true)
    _ = decoder.feed("\u{1B}[?2004;1$y\u{1B}[>41;379;0c".utf8)
    #expect(decoder.isAsking)
    _ = decoder.feed("\u{1B}[?64c".utf8)
    #expect(!decoder.isAsking)
  }

  @Test func aPasteInBracketsIsProofOfThem() {
    #expect(events(["\u{1B}[200~a\rb\u{1B}[201~", "L4\rb"], isAsking: false) == ["paste(a\nb)"] + Self.keys)
  }

  @Test func aBurstIsOneHoweverItIsCutAndNothingOfItIsAKey() {
    let text = Array("for x in y:\r  print(x)\rпривет\r".utf8)
    for cut in 13...text.count {
      var decoder = InputDecoder()
      #expect((decoder.feed(text[..<cut]) + decoder.feed(text[cut...])).isEmpty)
      #expect(decoder.flushDelay == 0.1)
      #expect(decoder.flush() == [.burst("for x in y:\n  print(x)\nпривет\n")], "cut at \(cut)")
    }
  }

  @Test func theRestOfABurstIsNoKeyHoweverLateItComes() {
    var decoder = InputDecoder()
    #expect((decoder.feed("a\rb\r".utf8) + decoder.flush()) == [.burst("a\nb\n")])
    #expect((decoder.feed("run\r".utf8) + decoder.flush()) == [.burst("run\n")])
    // One character is a hand's, and so is what comes after it.
    #expect(decoder.feed("r".utf8) == [.key(KeyPress(character: "r"))])
    #expect(decoder.feed("nn".utf8).count == 2)
  }

  @Test func keysAfterABurstThatWasTypedAreKeys() {
    var decoder = InputDecoder()
    #expect((decoder.feed("a\rb\r".utf8) + decoder.flush()) == [.burst("a\nb\n")])
    decoder.forgetBurst()
    #expect(decoder.feed("nn".utf8).count == 2)
  }

  @Test func whatHandsTypeIsNoBurst() {
    #expect(events(["nnn"]) == ["n", "n", "n"])
    #expect(events(["ab\r"]) == ["a", "b", "Enter"])
    #expect(events(["\r\r\r"]) == ["Enter", "Enter", "Enter"])
    #expect(events([":b 3\r:c\r"]).contains("Enter"))
    #expect(events(["n\r\u{1B}[Ax"]) == ["n", "Enter", "Up", "x"])
  }

  @Test func aControlCharacterMakesNoKeysOfAPaste() {
    #expect(events(["a\r\u{C}b\r"], isAsking: false) == ["burst(a\n\u{C}b\n)"])
    #expect(events(["a\rb\r", "\u{C}n\r", "\u{1B}n\r"], isAsking: false) == ["burst(a\nb\n\u{C}n\n\u{1B}n\n)"])
    let colours = "\u{1B}[31mTraceback of a program in colours\u{1B}[0m\r"
    #expect(
      events([colours, "n\u{1B}[0m\r"], isAsking: false) == [
        "burst(\(colours)n\u{1B}[0m\n)".replacing("\r", with: "\n")
      ])
  }

  @Test func aLineLongerThanOneReadIsNoKey() {
    let line = String(repeating: "nc", count: 2000)
    #expect(events([line, "n\rq"], isAsking: false) == ["burst(\(line)n\nq)"])
    // A key that was held on a slow link.
    #expect(events([String(repeating: "n", count: 90)], isAsking: false).count == 90)
  }

  @Test func onlyCommandsAreCommandsTypedAhead() {
    #expect(events([":b 3\rn\r"], isAsking: false) == ["burst(:b 3\nn\n)"])
  }

  @Test func whatWasLeftOutOfABurstIsSaid() {
    let line = String(repeating: "abcdefg\r", count: 1 << 17)
    #expect(events([line, "xy\r"], isAsking: false).last == "missing 3")
  }
}
