import DebuggerViews
import Glibc
import Testing

/// Reads the presets as they are in the repository; only what they use of TOML is understood.
enum KeyMapTestFiles {
  static let presets = ["pycharm", "vscode", "pudb", "vim"]

  static func lines(of name: String, from source: String = #filePath) throws -> [KeyLine] {
    let root = source.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let text = try #require(read("\(root)/Config/keys/\(name).toml"))
    var context = ""
    var lines: [KeyLine] = []
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if row.isEmpty || row.first == "#" { continue }
      if row.first == "[" {
        context = row == "[keys]" ? "" : String(row.dropFirst("[keys.".count).dropLast())
      } else {
        let parts = row.split(separator: "\"", omittingEmptySubsequences: false)
        try #require(parts.count == 5 && parts[2] == " = ", "\(name).toml:\(index + 1)")
        let key = parts[1] == "\\\\" ? "\\" : String(parts[1])
        lines.append(KeyLine(context: context, key: key, command: String(parts[3]), line: index + 1))
      }
    }
    return lines
  }

  /// The default keys, with a preset over them.
  static func keyMap(_ preset: String? = nil) throws -> KeyMap {
    var map = KeyMap()
    for name in ["default", preset].compactMap(\.self) { #expect(map.apply(try lines(of: name)) == []) }
    return map
  }

  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
