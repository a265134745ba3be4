import Testing

@testable import DebuggerSession

@Suite struct TextFingerprintTests {
  /// As Python's `zlib.adler32` has it.
  @Test func itIsTheOneOfPython() {
    #expect(TextFingerprint(of: Array("Wikipedia".utf8)) == TextFingerprint(length: 9, checksum: 300_286_872))
    #expect(TextFingerprint(of: []) == TextFingerprint(length: 0, checksum: 1))
    #expect(TextFingerprint(of: Array("a\r\nb\n".utf8)) == TextFingerprint(of: Array("a\nb\n".utf8)))
    #expect(TextFingerprint(of: Array("a\rb\n".utf8)) != TextFingerprint(of: Array("a\nb\n".utf8)))
  }

  @Test func theAnswerOfAProcessIsRead() throws {
    let newer = try #require(FileComparison("str: '[9 300286872 1]'"))
    #expect(newer.fingerprint == TextFingerprint(of: Array("Wikipedia".utf8)) && newer.isNewer)
    #expect(FileComparison("[0 1 0]")?.isNewer == false)
    #expect(FileComparison("[]") == nil)
    #expect(FileComparison("[9 300286872]") == nil)
  }
}
