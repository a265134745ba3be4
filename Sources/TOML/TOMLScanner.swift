/// A position in the bytes of a TOML text, and the parts that need no knowledge of tables: blanks, comments, keys, strings.
struct TOMLScanner {
  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var line = 1
  private(set) var lineStart = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { (index, lineStart) = (3, 3) }
  }

  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  func peek(_ distance: Int) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

  mutating func advance(_ count: Int = 1) { index += count }

  /// Skips a byte, if it comes next.
  mutating func take(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    index += 1
    return true
  }

  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  // MARK: Blanks

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 { index += 1 }
  }

  /// Skips the end of a line, if it comes next: a line feed, with or without a carriage return before it.
  mutating func takeLineEnd() -> Bool {
    guard next == 0x0a || (next == 0x0d && peek(1) == 0x0a) else { return false }
    index += next == 0x0d ? 2 : 1
    line += 1
    lineStart = index
    return true
  }

  mutating func skipComment() throws(TOMLError) {
    guard take("#") else { return }
    while let byte = next, byte != 0x0a, !(byte == 0x0d && peek(1) == 0x0a) {
      guard !Self.isControl(byte) else { throw unexpected("a comment can't have") }
      index += 1
    }
  }

  /// Skips blanks, comments and ends of lines.
  mutating func skipLines() throws(TOMLError) {
    repeat {
      skipBlanks()
      try skipComment()
    } while takeLineEnd()
  }

  /// Skips the rest of a line that has nothing more to say.
  mutating func endLine() throws(TOMLError) {
    skipBlanks()
    try skipComment()
    guard takeLineEnd() || next == nil else { throw unexpected("the line should end here, but has") }
  }

  // MARK: Keys

  /// `a`, `"a b"` and, with dots, several of them.
  mutating func keys() throws(TOMLError) -> [String] {
    var keys: [String] = []
    repeat {
      skipBlanks()
      keys.append(try key())
      guard keys.count <= TOMLParser.deepest else { throw error("tables are nested too deeply") }
      skipBlanks()
    } while take(".")
    return keys
  }

  private mutating func key() throws(TOMLError) -> String {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      guard !starts(with: "\"\"\""), !starts(with: "'''") else {
        throw error("a key can't be a text over several lines")
      }
      return try string()
    }
    let start = index
    while let byte = next, Self.isBare(byte) { index += 1 }
    guard index > start else { throw unexpected("a key should be here, but there is") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  // MARK: Strings

  /// A text in either kind of quotes, the first of which comes next.
  mutating func string() throws(TOMLError) -> String {
    let quote = bytes[index]
    let isLong = peek(1) == quote && peek(2) == quote
    advance(isLong ? 3 : 1)
    if isLong { _ = takeLineEnd() }
    var result: [UInt8] = []
    while let byte = next {
      if byte == quote {
        let run = bytes[index...].prefix(5).prefix { $0 == quote }.count
        if !isLong {
          advance()
          return String(decoding: result, as: UTF8.self)
        }
        // Up to two quotes may stand before the three that end it.
        result += [UInt8](repeating: quote, count: run < 3 ? run : run - 3)
        advance(run)
        if run >= 3 { return String(decoding: result, as: UTF8.self) }
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try escape(into: &result, isLong: isLong)
      } else if isLong, takeLineEnd() {
        result.append(0x0a)
      } else if Self.isControl(byte) {
        throw unexpected(byte == 0x0a || byte == 0x0d ? "a text has no closing quote before" : "a text can't have")
      } else {
        result.append(byte)
        index += 1
      }
    }
    throw error("a text has no closing quote")
  }

  private mutating func escape(into result: inout [UInt8], isLong: Bool) throws(TOMLError) {
    advance()
    switch next.map({ Character(UnicodeScalar($0)) }) {
    case "b": result.append(0x08)
    case "t": result.append(0x09)
    case "n": result.append(0x0a)
    case "f": result.append(0x0c)
    case "r": result.append(0x0d)
    case "\"": result.append(0x22)
    case "\\": result.append(0x5c)
    case "u": return try unicode(digits: 4, into: &result)
    case "U": return try unicode(digits: 8, into: &result)
    case _ where isLong:
      skipBlanks()
      guard takeLineEnd() else { throw unexpected("a \\ should not stand before") }
      repeat { skipBlanks() } while takeLineEnd()
      return
    case _: throw unexpected("a \\ should not stand before")
    }
    advance()
  }

  private mutating func unicode(digits: Int, into result: inout [UInt8]) throws(TOMLError) {
    advance()
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = next.flatMap({ Character(UnicodeScalar($0)).hexDigitValue }), next.map({ $0 < 0x80 }) == true
      else { throw unexpected("\\\(digits == 4 ? "u" : "U") takes \(digits) hexadecimal digits, but there is") }
      value = value << 4 | UInt32(digit)
      advance()
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("there is no such character") }
    result += Array(String(Character(scalar)).utf8)
  }

  // MARK: Faults

  /// The place of the next byte, or of another one in this line.
  func place(_ index: Int? = nil) -> TOMLPlace {
    let part = bytes[lineStart..<(index ?? self.index)]
    return TOMLPlace(line: line, column: String(decoding: part, as: UTF8.self).count + 1)
  }

  func error(_ text: String) -> TOMLError { TOMLError(place: place(), description: text) }

  /// - Parameter text: goes before the name of the next character.
  func unexpected(_ text: String) -> TOMLError { error("\(text) \(nextName)") }

  private var nextName: String {
    guard let byte = next else { return "the end of the file" }
    if byte == 0x0a || (byte == 0x0d && peek(1) == 0x0a) { return "the end of the line" }
    var decoder = UTF8()
    var rest = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest), Self.isVisible(scalar) else {
      return "a character that can't be shown"
    }
    return "`\(Character(scalar))`"
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7f }

  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
