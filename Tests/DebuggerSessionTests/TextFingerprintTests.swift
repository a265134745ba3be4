import Testing

@testable import DebuggerSession

@Suite struct TextFingerprintTests {
  /// As Python's `zlib.adler32` has it.
  @Test func itIsWhatPythonAnswers() {
    #expect(TextFingerprint(of: Array("Wikipedia".utf8)) == TextFingerprint("str: '[9 300286872]'"))
    #expect(TextFingerprint(of: []) == TextFingerprint("[0 1]"))
    #expect(TextFingerprint(of: Array("a\r\nb\n".utf8)) == TextFingerprint(of: Array("a\nb\n".utf8)))
    #expect(TextFingerprint(of: Array("a\rb\n".utf8)) != TextFingerprint(of: Array("a\nb\n".utf8)))
    #expect(TextFingerprint("[]") == nil)
  }
}
