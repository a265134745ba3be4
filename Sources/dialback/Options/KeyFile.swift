import DebuggerViews

/// Finds the lines of key bindings in a TOML file, so that a mistake can be named by its line. It looks at bytes: the default
/// map is read at each start.
enum KeyFile {
  private typealias Bytes = Substring.UTF8View

  /// - Parameter tables: the names of the tables that hold bindings; `keys.variables` counts for `keys`.
  static func bindings(in text: String, tables: [String]) -> [KeyLine] {
    var context: String?
    var bindings: [KeyLine] = []
    // Carriage returns alone are TOML's no more, and some editors' still.
    let end = text.utf8.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    let lines = text[...].utf8.split(separator: end, omittingEmptySubsequences: false)
    for (index, raw) in lines.enumerated() {
      let line = raw.drop(while: isBlank)
      if line.first == UInt8(ascii: "[") {
        context = tableContext(String(Substring(line.dropFirst().prefix { $0 != UInt8(ascii: "]") })), tables)
      } else if let context, let (key, command) = binding(line) {
        bindings.append(KeyLine(context: context, key: key, command: command, line: index + 1))
      }
    }
    return bindings
  }

  private static func tableContext(_ name: String, _ tables: [String]) -> String? {
    for table in tables {
      if name == table { return "" }
      if name.hasPrefix(table + ".") { return String(name.dropFirst(table.count + 1)) }
    }
    return nil
  }

  /// `"F8" = "next"`, with either kind of quotes, and a bare key too.
  private static func binding(_ line: Bytes) -> (String, String)? {
    guard line.first != UInt8(ascii: "#"), let (key, rest) = word(line) else { return nil }
    let after = rest.drop(while: isBlank)
    guard after.first == UInt8(ascii: "="), let (command, _) = word(after.dropFirst().drop(while: isBlank)) else {
      return nil
    }
    return (key, command)
  }

  private static func word(_ text: Bytes) -> (String, Bytes)? {
    guard let quote = text.first else { return nil }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { return quoted(text.dropFirst(), quote) }
    let bare = text.prefix(while: isBare)
    return bare.isEmpty ? nil : (String(Substring(bare)), text[bare.endIndex...])
  }

  private static func quoted(_ text: Bytes, _ quote: UInt8) -> (String, Bytes)? {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index = text.index(after: index)
      if byte == quote { return (String(decoding: result, as: UTF8.self), text[index...]) }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index < text.endIndex {
        result.append(text[index])
        index = text.index(after: index)
      } else {
        result.append(byte)
      }
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Letters, also those that take more than one byte, digits, `-` and `_`.
  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
