import DebuggerViews

/// Finds the lines of key bindings in a TOML file, so that a mistake can be named by its line.
enum KeyFile {
  /// - Parameter tables: the names of the tables that hold bindings; `keys.variables` counts for `keys`.
  static func bindings(in text: String, tables: [String]) -> [KeyLine] {
    var context: String?
    var bindings: [KeyLine] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0 == " " || $0 == "\t" }
      if line.first == "[" {
        context = tableContext(String(line.dropFirst().prefix { $0 != "]" }), tables)
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
  private static func binding(_ line: Substring) -> (String, String)? {
    guard line.first != "#", let (key, rest) = word(line) else { return nil }
    let after = rest.drop { $0 == " " || $0 == "\t" }
    guard after.first == "=", let (command, _) = word(after.dropFirst().drop { $0 == " " || $0 == "\t" }) else {
      return nil
    }
    return (key, command)
  }

  private static func word(_ text: Substring) -> (String, Substring)? {
    guard let quote = text.first else { return nil }
    if quote == "\"" || quote == "'" { return quoted(text.dropFirst(), quote) }
    let bare = text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return bare.isEmpty ? nil : (String(bare), text[bare.endIndex...])
  }

  private static func quoted(_ text: Substring, _ quote: Character) -> (String, Substring)? {
    var result = ""
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if character == quote { return (result, text[index...]) }
      if character == "\\", quote == "\"", index < text.endIndex {
        result.append(text[index])
        index = text.index(after: index)
      } else {
        result.append(character)
      }
    }
    return nil
  }
}
