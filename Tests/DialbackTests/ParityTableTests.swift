import Glibc
import Testing

/// `Tests/Parity.md` says for each of pydevd's own tests which one of ours shows the same. Held to its word here.
@Suite struct ParityTableTests {
  /// How many tests pydevd's `test_debugger.py` has.
  private static let theirs = 136
  private static let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

  private struct Row {
    let test: String
    let meaning: String
    let ours: String

    /// `Suite.function`, each in backquotes.
    var named: [Substring] {
      ours.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 && $0.element.contains("Tests.") }.map(\.element)
    }

    var argument: Substring? {
      ["cannot apply: ", "not shown yet: "].first { ours.hasPrefix($0) }.map { ours.dropFirst($0.count) }
    }
  }

  @Test func everyTestOfTheirsHasItsRow() throws {
    let rows = try Self.rows()
    #expect(rows.count == Self.theirs)
    #expect(Set(rows.map(\.test)).count == Self.theirs)
    #expect(rows.filter { $0.meaning.count < 20 }.map(\.test) == [])
  }

  @Test func everyRowNamesATestOrSaysWhyNot() throws {
    let silent = try Self.rows().filter { $0.named.isEmpty && ($0.argument?.count ?? 0) < 20 }
    #expect(silent.map(\.test) == [])
  }

  @Test func everyTestThatIsNamedExists() throws {
    let texts = try Self.swiftFiles().map { try Self.text(of: $0) }
    for name in try Self.rows().flatMap(\.named) {
      let parts = name.split(separator: ".")
      let exists = texts.contains {
        $0.contains("struct \(parts[0]) ") && $0.contains("func \(parts[parts.count - 1])(")
      }
      #expect(exists, "no test \(name)")
    }
  }

  private static func rows() throws -> [Row] {
    let text = try text(of: folder + "/Parity.md")
    return text.split(separator: "\n").filter { $0.hasPrefix("| `test_") }.map { line in
      let cells = line.split(separator: "|").map { trimmed($0) }
      let cell = { cells.indices.contains($0) ? cells[$0] : "" }
      return Row(test: cell(0), meaning: cell(1), ours: cell(2))
    }
  }

  /// Every Swift file under `Tests`.
  private static func swiftFiles() throws -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      guard let directory = opendir(folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard !name.hasPrefix(".") else { continue }
        if name.hasSuffix(".swift") { files.append(folder + "/" + name) } else { folders.append(folder + "/" + name) }
      }
    }
    return files
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func text(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"), "\(path) cannot be read")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
