import Glibc
import Subprocess
import SystemPackage
import TOML
import TestSupport
import Testing

/// Texts that Python's own `tomllib` reads as well. Both have to say the same of each: its contents, or that it is no TOML.
@Suite struct TOMLTruthTests {
  /// Each of these is mutated, too.
  private static let documents = [
    "", "a = 1\nb = \"x\"\n\n[t]\nc = true\n[t.u]\nd = [1, 2.5, 'x']\n[[l]]\ne = 1979-05-27T07:32:00Z\n[[l]]\n",
    "[a]\nb.c.d = 1\nb.e = 2\n[a.b.f]\n[x.y]\n[x]\n[[x.z]]\nq = 1\n[[x.z]]\n[x.z.w]\n",
    "i = { a = 1, b.c = [ { d = 2 }, {} ] , \"e f\" = 'g' }\nj = [\n  1, # one\n  2,\n]\n",
    "m = \"\"\"\none \\\n   two\\n \"\" three\\u00e9\"\"\"\nn = '''\nraw \\ '' x'''\no = \"\"\"\"q\"\"\"\"\"\n",
    "z = 0xdead_beef\no = 0o17\nb = 0b1_0\nf = 6.626e-34\ng = -0.0\nh = +1_000\nk = inf\nl = -nan\np = 1e5\n",
    "d = 1979-05-27\ne = 07:32:00.5\nf = 1979-05-27 00:32:00-07:00\ng = 2000-02-29\nh = 24:00:00\n",
    "\"\" = 1\n\"a.b\" = 2\n'c' = 3\n4 = 5\n-_ = 6\né = 1\n", "a = 1 # x\r\nb = 2\r\n\r\n[c]\r\n\td = 3",
    "a\r= 1\rb = 2",
    "a = 9223372036854775807\nb = -9223372036854775808\n", "a = 9223372036854775808", "a = \"\\uD800\"",
    "a = \"\u{7f}\"",
    "[a]\n[a]", "a = 1\na = 2", "[a.b]\n[a]\nb = 1", "[[a]]\n[a]", "[a]\n[[a]]", "a = []\n[[a]]", "a = {}\n[a.b]",
    "[a]\nb.c = 1\n[a.b]", "[a.b]\n[a]\nb.c = 1", "[[a.b]]\n[a]\nb.c = 1", "a.b = 1\na.b.c = 2", "a = {b = 1, b.c = 2}",
  ]

  /// The parts of small texts: all texts of up to three of them are read.
  private static let parts = [
    "[", "]", "=", ".", "a", "\"", "'", "#", " ", "\n", "é", "1", ",", "{", "}", "\\", "\r", "\0", "-",
  ]

  private static let pieces =
    parts + [
      "[[", "]]", "\"\"\"", "'''", "\r\n", "\t", "b", "_", "+", ":", "e", "0", "T", "Z", "\\u0041", "\\n", "true", "😀",
    ]

  @Test func smallTextsAreReadAsPythonReadsThem() async throws {
    let pairs = Self.parts.flatMap { first in Self.parts.map { first + $0 } }
    try await compare(Self.parts + pairs + pairs.flatMap { pair in Self.parts.map { pair + $0 } })
  }

  @Test func headersOfAllKindsAreReadAsPythonReadsThem() async throws {
    let inner = [
      "", ".", "=", "a", "a.b", "é", "\"\"", "'a'", " a ", ".a", "a.", "a..b", "#", "\"", "'''", "\n", "1.2", "a b",
    ]
    let texts = inner.flatMap { one in
      [
        "[\(one)", "[[\(one)", "[\(one)]", "[[\(one)]]", "[[\(one)]", "[\(one)]]", "[ [\(one)]]", "[[\(one)] ]",
        "a=[\(one)]",
      ]
    }
    try await compare(texts + texts.flatMap { ["x = 1\n\($0)\n[y]\n", "\($0) # c\nz = 1"] })
  }

  @Test func mutatedDocumentsAreReadAsPythonReadsThem() async throws {
    var random = Seeded(state: 20)
    let texts = (0..<20_000).map { _ in
      var scalars = Array((Self.documents.randomElement(using: &random) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0...3, using: &random))
        let piece = (Self.pieces.randomElement(using: &random) ?? "").unicodeScalars
        scalars.replaceSubrange(start..<(Bool.random(using: &random) ? start : end), with: piece)
      }
      return String(String.UnicodeScalarView(scalars))
    }
    try await compare(Self.documents + texts)
  }

  private func compare(_ texts: [String]) async throws {
    let script = FilePath(#filePath).removingLastComponent().appending("read.py")
    let lines = texts.map { Self.digits($0) }.joined(separator: "\n")
    try await TemporaryFolder.with([("texts", lines + "\n")]) { folder in
      let result = try await Subprocess.run(
        .name("python3"), arguments: ["-B", script.string, folder + "/texts"], output: .string(limit: 64 << 20),
        error: .string(limit: 1 << 20))
      // `tomllib` came with Python 3.11.
      if result.terminationStatus == .exited(3), getenv("CI") == nil { return }
      try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
      let truths = result.standardOutput.split(separator: "\n").map(String.init)
      try #require(truths.count == texts.count)
      for (text, truth) in zip(texts, truths) {
        let ours = (try? TOMLParser.parse(text)).map { Self.spell(.table($0)) } ?? "!"
        #expect(ours == truth, "\(text.debugDescription)")
      }
    }
  }

  private static func spell(_ value: TOMLValue) -> String {
    switch value {
    case .table(let table):
      "{" + table.entries.map { digits($0.key) + ":" + spell($0.value) }.sorted().joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(spell).joined(separator: ",") + "]"
    case .boolean(let value): "\(value)"
    case .string(let text): "s" + digits(text)
    case .integer(let value): "i\(value)"
    case .float(let value): value.isNaN ? "nan" : "f" + String(value.bitPattern, radix: 16)
    case .date: "date"
    }
  }

  private static func digits(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Numbers that are the same in each run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
