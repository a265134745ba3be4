/// What can be seen of a line of Python without a compiler: whether code of its own begins there.
enum SourceLineKind: Equatable, Sendable {
  /// As far as can be seen.
  case code
  case blank
  case comment
  /// Part of a function's docstring: no code is made of it.
  case docstring
  /// `else:` or `finally:` alone.
  case clause(String)
  /// `global` or `nonlocal`: no code is made of it.
  case declaration(String)
  /// In the body of `if False:` or `while 0:`, which every compiler drops.
  case dropped
  /// Within a statement that began on this 1-based line: Python counts it to that one.
  case within(Int)
}

/// Goes over the lines of a Python file, one after the other, and tells what each of them is.
struct StatementScanner {
  private var number = 0
  /// Brackets that are open.
  private var depth = 0
  /// The quote of the triple-quoted string that is open.
  private var triple: UInt8?
  /// The line before ends in a backslash.
  private var continues = false
  /// The 1-based line where the present statement began.
  private(set) var start = 1
  private var isDefinition = false
  private var isDocstring = false
  private var lastCode: UInt8 = 0
  /// The statement before is the head of a function.
  private var followsHead = false
  /// The indentation of the head whose body is dropped.
  private var droppedBelow: Int?
  /// The indentation of the present statement.
  private var startIndent = 0

  /// The statement goes on with the next line.
  var isOpen: Bool { depth > 0 || continues || triple != nil }

  /// The line that was read last ends in a colon.
  var opensBlock: Bool { lastCode == UInt8(ascii: ":") }

  /// What was met on one line, outside of strings and comments.
  private struct Sight {
    /// Something else than closing brackets, commas and colons.
    var hasText = false
    var hasClosing = false
    var hasComment = false
    /// A default value or an annotation of a parameter.
    var hasAside = false
    var hasTextOutside = false
  }

  mutating func next(_ line: some StringProtocol) -> SourceLineKind {
    number += 1
    let bytes = Array(line.utf8)
    let isInside = isOpen
    let beganInString = triple != nil
    if !isInside { begin(bytes) }
    let sight = scan(bytes)
    var kind = kind(sight, bytes, isInside: isInside, beganInString: beganInString)
    let isDropped = isInside ? (droppedBelow ?? .max) < startIndent : drops(bytes, kind)
    if isDropped { kind = .dropped }
    if !isOpen, kind != .blank, kind != .comment {
      followsHead = isDefinition && lastCode == UInt8(ascii: ":")
    }
    return kind
  }

  private mutating func begin(_ bytes: [UInt8]) {
    start = number
    let parts = bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0c }.prefix(2)
    let words = parts.map { String(decoding: $0, as: UTF8.self) }
    isDefinition = words.first == "def" || words == ["async", "def"]
    isDocstring = followsHead && Self.beginsWithString(bytes)
  }

  private static func beginsWithString(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    if let first = rest.first, [0x72, 0x52, 0x75, 0x55].contains(first) { rest = rest.dropFirst() }
    return rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'")
  }

  private func kind(_ sight: Sight, _ bytes: [UInt8], isInside: Bool, beganInString: Bool) -> SourceLineKind {
    if isDocstring { return .docstring }
    if beganInString, triple != nil || !sight.hasText { return .within(start) }
    if !sight.hasText, !sight.hasClosing {
      if sight.hasComment { return .comment }
      return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0c } ? .blank : isInside ? .within(start) : .code
    }
    if isInside, !sight.hasText { return .within(start) }
    if isInside, isDefinition, !sight.hasAside, !sight.hasTextOutside { return .within(start) }
    return isInside ? .code : Self.clause(bytes)
  }

  /// Whether the statement that begins here is in a body that is dropped; else it may be the head of one.
  private mutating func drops(_ bytes: [UInt8], _ kind: SourceLineKind) -> Bool {
    guard kind != .blank, kind != .comment else { return false }
    startIndent = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if let droppedBelow, startIndent > droppedBelow { return true }
    droppedBelow = Self.isNeverTrue(bytes) ? startIndent : nil
    return false
  }

  private static func isNeverTrue(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "(" || $0 == ")" }
    let condition = words.dropFirst().joined()
    return ["if", "while", "elif"].contains(words.first) && (condition == "0:" || condition == "False:")
  }

  private static func clause(_ bytes: [UInt8]) -> SourceLineKind {
    let text = bytes.prefix { $0 != UInt8(ascii: "#") }
    for word in ["global", "nonlocal"] where !text.contains(UInt8(ascii: ";")) {
      if text.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).first?.elementsEqual(word.utf8) == true {
        return .declaration(word)
      }
    }
    let code = bytes.prefix { $0 != UInt8(ascii: "#") }.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d }
    for word in ["else", "finally"] where code == Array((word + ":").utf8) { return .clause(word) }
    return .code
  }

  private mutating func scan(_ bytes: [UInt8]) -> Sight {
    var sight = Sight()
    var index = 0
    continues = false
    while index < bytes.count {
      if let quote = triple {
        index = skipTriple(quote, bytes, from: index)
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "#") {
        sight.hasComment = true
        return sight
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        meet(byte, &sight)
        index = skipString(byte, bytes, from: index)
        continue
      }
      if byte != 0x20, byte != 0x09, byte != 0x0c, byte != 0x0d { meet(byte, &sight) }
      index += 1
    }
    continues = lastCode == UInt8(ascii: "\\") && bytes.last == UInt8(ascii: "\\")
    return sight
  }

  private mutating func meet(_ byte: UInt8, _ sight: inout Sight) {
    lastCode = byte
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      sight.hasText = true
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      sight.hasClosing = true
    case UInt8(ascii: ","): break
    case UInt8(ascii: ":"), UInt8(ascii: "="):
      if depth > 0 { sight.hasAside = true }
      if byte == UInt8(ascii: "=") { sight.hasText = true }
    default:
      sight.hasText = true
      if depth == 0 { sight.hasTextOutside = true }
    }
  }

  /// The index behind the string that begins at `index`, or behind the opening quotes of one that is triple.
  private mutating func skipString(_ quote: UInt8, _ bytes: [UInt8], from index: Int) -> Int {
    if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
      triple = quote
      return index + 3
    }
    var index = index + 1
    while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return index + 1
  }

  /// The index behind the closing quotes, or behind the line.
  private mutating func skipTriple(_ quote: UInt8, _ bytes: [UInt8], from index: Int) -> Int {
    var index = index
    while index < bytes.count {
      if bytes[index...].prefix(3).elementsEqual([quote, quote, quote]) {
        triple = nil
        return index + 3
      }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }
}
