import PythonText
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite struct PythonSourceTests {
  /// Encodings that glibc's iconv(3) lacks, and those that it lacks a few characters of.
  private static let unknown: Set<String> = [
    "charmap", "cp1006", "cp720", "hz", "iso2022_jp_1", "iso2022_jp_2004", "iso2022_jp_ext", "mac_croatian",
    "mac_greek", "mac_iceland", "mac_romanian", "mac_turkish", "palmos", "raw_unicode_escape", "unicode_escape",
    "utf_7", "big5hkscs", "euc_jis_2004", "euc_jisx0213", "iso2022_jp_2",
  ]

  /// `sources.py` has Python write files in all of its encodings, under all of their names, and with all kinds of cookies,
  /// each with the text that Python's own tokenizer reads from it.
  @Test func everySourceIsDecodedAsPythonDecodesIt() async throws {
    let script = FilePath(#filePath).removingLastComponent().appending("sources.py")
    try await TemporaryFolder.with { folder in
      let result = try await Subprocess.run(
        .name("python3"), arguments: ["-B", script.string, folder], output: .string(limit: 1 << 20),
        error: .string(limit: 1 << 20))
      try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
      let names = result.standardOutput.split(separator: "\n").map(String.init)
      try #require(names.count > 500)
      var unknown: Set<String> = []
      for name in names {
        let bytes = try Self.bytes("\(folder)/\(name).py")
        // Python's tokenizer drops the carriage returns.
        let truth = String(decoding: try Self.bytes("\(folder)/\(name).txt"), as: UTF8.self)
        do {
          let text = try PythonSource.text(bytes)
          #expect(String(text.unicodeScalars.filter { $0 != "\r" }) == truth, "\(name)")
        } catch {
          #expect("\(error)".contains("can't be decoded on this machine"))
          if name.hasPrefix("whole-") { unknown.insert(String(name.dropFirst("whole-".count))) }
        }
      }
      #expect(unknown == Self.unknown)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    defer { try? file.close() }
    var bytes: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { chunk.deallocate() }
    while case let count = try file.read(into: chunk), count > 0 { bytes += chunk.prefix(count) }
    return bytes
  }

  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x78], "x"), ([0x78, 0xc3, 0xb6], "xö"), ([0x78, 0xf6], "xö"), ([], ""),
    ] as [([UInt8], String)])
  func withoutACookieItIsUTF8OrElseLatin1(bytes: [UInt8], text: String) throws {
    #expect(try PythonSource.text(bytes) == text)
  }

  @Test func theNameOfNoEncodingIsPassedOver() throws {
    let head = "# coding: future_fstrings\n"
    #expect(try PythonSource.text(Array((head + "ö").utf8)) == head + "ö")
  }

  @Test func aTextThatOnlyPythonCanDecodeIsRefusedByName() {
    #expect(throws: PythonSource.UnknownEncoding.self) { try PythonSource.text(Array("# coding: hz\n".utf8)) }
    // A byte that is no character of Shift_JIS.
    #expect(throws: PythonSource.UnknownEncoding.self) {
      try PythonSource.text(Array("# coding: sjis\n".utf8) + [0x80, 0x0a])
    }
  }
}
