import TerminalGrid
import Testing

struct MouseReportTests {
  @Test(arguments: [
    ("\u{1B}[<0;5;6M", "press left 4,5 0"), ("\u{1B}[<0;5;6m", "release left 4,5 0"),
    ("\u{1B}[<2;300;200M", "press right 299,199 0"), ("\u{1B}[<32;5;6M", "drag left 4,5 0"),
    ("\u{1B}[<64;1;1M", "wheelUp none 0,0 0"), ("\u{1B}[<65;1;1M", "wheelDown none 0,0 0"),
    ("\u{1B}[<20;1;1M", "press left 0,0 5"), ("\u{1B}[<8;1;1M", "press left 0,0 2"),
    ("\u{1B}[M !!", "press left 0,0 0"), ("\u{1B}[M#!!", "release none 0,0 0"), ("\u{1B}[M`!\"", "wheelUp none 0,1 0"),
    ("\u{1B}[M@!!", "drag left 0,0 0"),
  ])
  func bothKindsOfReportsAreRead(text: String, event: String) { #expect(InputDecoderTests.decode(text) == [event]) }

  @Test(arguments: [
    "\u{1B}[<35;5;6M", "\u{1B}[<128;1;1M", "\u{1B}[<66;1;1M", "\u{1B}[<0;0;1M", "\u{1B}[<0M", "\u{1B}[<0;1;1z",
  ])
  func whatIsNoEventOfOursIsSwallowed(text: String) { #expect(InputDecoderTests.decode(text + "n") == ["n"]) }
}
