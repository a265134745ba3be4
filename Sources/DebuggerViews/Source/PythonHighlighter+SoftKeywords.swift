extension PythonHighlighter {
  /// `match`, `case` and `type` are keywords only where a statement begins and what follows can't be another one.
  /// - Parameter word: just read.
  func isSoftKeyword(_ word: String) -> Bool {
    switch word {
    case "match", "case": isBlockHead
    case "type": isTypeStatement
    default: false
    }
  }

  /// `match x:`, `case [a, b] if a:`; but not `match = 1`, `match(x)`, `match: int`, `match.x: int`, `match[0]: int`.
  private var isBlockHead: Bool {
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "."): return false
    default: break
    }
    let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
    if rest.starts(with: "...".utf8) { return Self.hasColon(rest) }
    switch rest.first {
    case nil, UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ")"):
      return false
    default: return Self.hasColon(rest)
    }
  }

  /// A colon outside of brackets, strings and comments.
  private static func hasColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var quote: UInt8?
    for byte in bytes {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "#"): return false
      case UInt8(ascii: ":") where depth == 0: return true
      default: break
      }
    }
    return false
  }

  /// `type Pair = …`, `type Pair[T] = …`; but not `type = 1`, `type(x)`, `type in [1]`.
  private var isTypeStatement: Bool {
    let rest = bytes[index...].drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
    let name = rest.prefix(while: Self.isNamePart)
    guard rest.startIndex > index, let first = name.first, !Self.isDigit(first), name.count <= Self.longestName else {
      return false
    }
    if Self.kinds[String(decoding: name, as: UTF8.self)] == .keyword { return false }
    let next = rest[name.endIndex...].drop { $0 == UInt8(ascii: " ") }
    if next.first == UInt8(ascii: "[") { return true }
    return next.first == UInt8(ascii: "=") && next.dropFirst().first != UInt8(ascii: "=")
  }

  /// UTF-8 bytes of the name of a type that are looked at.
  private static let longestName = 200
}
