import Glibc

/// A recorded conversation of `Transcripts`: one JSON object a line.
struct Transcript {
  struct Line {
    let direction: String
    let bytes: [UInt8]
  }

  struct Unreadable: Error { let path: String }

  let lines: [Line]

  init(_ name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/Transcripts/\(name).jsonl"
    let text = try Self.read(path)
    lines = text.split(separator: "\n").compactMap(Self.line)
  }

  /// What the process sent, message by message as it was recorded.
  var received: [[UInt8]] { lines.filter { $0.direction == "py>ide" }.map(\.bytes) }

  private static func read(_ path: String) throws -> String {
    guard let handle = fopen(path, "r") else { throw Unreadable(path: path) }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, handle), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func line(_ text: Substring) -> Line? {
    guard let direction = string(after: "\"dir\": \"", in: text), let raw = string(after: ", \"raw\": \"", in: text)
    else { return nil }
    return Line(direction: direction, bytes: raw.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
  }

  /// The JSON string that begins after a key; quotes inside of strings are escaped, so a key is found in its place only.
  private static func string(after key: String, in text: Substring) -> String? {
    guard let range = text.firstRange(of: key) else { return nil }
    var result = ""
    var rest = text[range.upperBound...]
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      result += unescape(escaped, &rest)
    }
    return result
  }

  private static func unescape(_ character: Character, _ rest: inout Substring) -> String {
    switch character {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let digits = rest.prefix(4)
      rest = rest.dropFirst(4)
      return UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map { String($0) } ?? ""
    default: return String(character)
    }
  }
}
