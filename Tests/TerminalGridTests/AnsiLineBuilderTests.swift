import Testing

@testable import TerminalGrid

@Suite struct AnsiLineBuilderTests {
  @Test(arguments: [
    ("a\nb\n", ["a", "b"], ""), ("a\r\nb", ["a"], "b"), ("\n\n", ["", ""], ""), ("a\r\r\nb", ["a"], "b"),
    ("10%\r20%", [], "20%"),
    ("10%\r", [], "10%"), ("100%\r5", [], "500%"), ("abc\u{8}\u{8}x", [], "axc"), ("\u{8}\u{8}a", [], "a"),
    ("ab\r\u{8}x", [], "xb"), ("進捗 1\r進捗 2\n", ["進捗 2"], ""), ("long\rab\ncd", ["abng"], "cd"), ("a\tb", [], "a\tb"),
    ("bell\u{7}\n", ["bell␇"], ""), ("abc\u{8}", [], "abc"), ("ab\rcdef\rg", [], "gdef"),
    ("100%\r\u{1B}[K5%\n", ["5%"], ""), ("working\u{1B}[2K\rdone", [], "done"), ("abcdef\u{1B}[3D\u{1B}[K", [], "abc"),
    ("abc\u{1B}[5Gx", [], "abc x"), ("abc\r\u{1B}[2C!", [], "ab!"), ("abc\u{1B}[2D\u{1B}[1Kx", [], " xc"),
    ("a\u{1B}[999999999Gb", [], "a" + String(repeating: " ", count: 4095) + "b"),
    ("\u{1B}[?25l10%\r\u{1B}[2K20%\n\u{1B}[?25h", ["20%"], ""), ("plain\u{1B}[K end", [], "plain end"),
  ])
  func linesAreMade(sent: String, lines: [String], current: String) {
    var builder = AnsiLineBuilder()
    #expect(builder.append(sent).map { text($0.runs) } == lines)
    #expect(text(builder.current) == current)
  }

  @Test func aLineMayComeInPieces() {
    var builder = AnsiLineBuilder()
    #expect(builder.append("ab").isEmpty)
    #expect(builder.append("c\r").isEmpty)
    #expect(builder.append("\nd").map { text($0.runs) } == ["abc"])
    #expect(text(builder.current) == "d")
  }

  @Test func aColourGoesOnIntoTheNextLine() {
    var builder = AnsiLineBuilder()
    let red = AnsiStyle(foreground: .indexed(1))
    #expect(builder.append("\u{1B}[31ma\nb") == [AnsiTextLine(runs: [AnsiRun(text: "a", style: red)])])
    #expect(builder.current == [AnsiRun(text: "b", style: red)])
  }

  @Test func whatIsWrittenOverTakesTheNewColour() {
    var builder = AnsiLineBuilder()
    let green = AnsiStyle(foreground: .indexed(2))
    _ = builder.append("abc\r\u{1B}[32mxy")
    #expect(builder.current == [AnsiRun(text: "xy", style: green), AnsiRun(text: "c")])
  }

  @Test func textOfOneStyleIsOneRun() {
    var builder = AnsiLineBuilder()
    _ = builder.append("a")
    _ = builder.append("\u{1B}[1m\u{1B}[0mb")
    #expect(builder.current == [AnsiRun(text: "ab")])
  }

  @Test func theLastLineNeedsNoNewline() {
    var builder = AnsiLineBuilder()
    _ = builder.append("a\nb\u{1B}[3")
    #expect(builder.finish().map { text($0.runs) } == ["b␛[3"])
    #expect(builder.finish().isEmpty)
    #expect(builder.current.isEmpty)
  }

  @Test func aLineThatNeverEndsIsBroken() {
    var builder = AnsiLineBuilder()
    let piece = String(repeating: "x", count: 1000)
    let lines = (0..<100).flatMap { _ in builder.append(piece) }
    #expect(lines.map { text($0.runs).count } == [33_000, 33_000, 33_000])
    #expect(lines.map(\.goesOn) == [true, true, true])
    #expect(text(builder.current).count == 1000)
    // Its end makes no line of its own.
    let ended = builder.append(
      String(repeating: "x", count: 40_000) + "\n" + String(repeating: "y", count: 40_000) + "\n")
    #expect(ended.map(\.goesOn) == [false, false])
    #expect(ended.map { text($0.runs).count } == [41_000, 40_000])
  }

  @Test func aLineThatIsWrittenOverForEverStaysShort() {
    var builder = AnsiLineBuilder()
    for count in 0..<50_000 { #expect(builder.append("\r\(count)").isEmpty) }
    #expect(text(builder.current) == "49999")
  }

  private func text(_ runs: [AnsiRun]) -> String { runs.map(\.text).joined() }
}
