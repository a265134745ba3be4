extension PythonHighlighter {
  /// The expression that a cursor is on, as `print` would take it: in `a.b[0].c` it is `a`, `a.b`, `a.b[0]` (on the brackets or
  /// the number in them) or all of it. Nothing that calls: `f(x).y` has a word at `f` and at `x` only.
  /// - Parameter utf8Offset: of the byte under the cursor; just behind the last one counts as on it.
  /// - Returns: `nil` where no name is: on a blank, an operator, a number, a keyword.
  static func wordAt(line: String, utf8Offset: Int) -> String? {
    let bytes = Array(line.utf8)
    guard !bytes.isEmpty, (0...bytes.count).contains(utf8Offset) else { return nil }
    let offset = min(utf8Offset, bytes.count - 1)
    guard let end = end(of: offset, in: bytes), let start = start(ofChainTo: end, in: bytes) else { return nil }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    return isUsable(word) ? word : nil
  }

  private static func isUsable(_ word: String) -> Bool {
    kinds[word] != .keyword || ["True", "False", "None"].contains(word)
  }

  /// The end of the component that an offset is in: of the name, or of the brackets.
  private static func end(of offset: Int, in bytes: [UInt8]) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "]"): return offset + 1
    case UInt8(ascii: "["): return bracket(openedAt: offset, in: bytes).map { $0 + 1 }
    case let byte where isNamePart(byte): break
    default: return nil
    }
    let name =
      nameStart(endingAt: offset + 1, in: bytes)..<(bytes[offset...].firstIndex { !isNamePart($0) } ?? bytes.count)
    if let end = endOfKey(name, in: bytes) { return end }
    return isDigit(bytes[name.lowerBound]) ? nil : name.upperBound
  }

  /// Behind the brackets, where a number or a word in quotes is all that they hold: `[0]`, `["key"]`.
  private static func endOfKey(_ word: Range<Int>, in bytes: [UInt8]) -> Int? {
    var key = word
    if word.lowerBound > 0, word.upperBound < bytes.count, isQuote(bytes[word.lowerBound - 1]) {
      guard bytes[word.upperBound] == bytes[word.lowerBound - 1] else { return nil }
      key = word.lowerBound - 1..<word.upperBound + 1
    } else if !isDigit(bytes[word.lowerBound]) {
      return nil
    }
    guard key.lowerBound > 0, key.upperBound < bytes.count, bytes[key.lowerBound - 1] == UInt8(ascii: "[") else {
      return nil
    }
    return bytes[key.upperBound] == UInt8(ascii: "]") ? key.upperBound + 1 : nil
  }

  /// Goes back over names, dots and brackets.
  private static func start(ofChainTo end: Int, in bytes: [UInt8]) -> Int? {
    var start = end
    while start > 0 {
      if bytes[start - 1] == UInt8(ascii: "]") {
        guard let open = bracket(closedAt: start - 1, in: bytes) else { return nil }
        start = open
        continue
      }
      let name = nameStart(endingAt: start, in: bytes)
      guard name < start, !isDigit(bytes[name]) else { return nil }
      guard name > 0, bytes[name - 1] == UInt8(ascii: ".") else { return name }
      start = name - 1
    }
    return nil
  }

  private static func nameStart(endingAt end: Int, in bytes: [UInt8]) -> Int {
    var start = end
    while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
    return start
  }

  private static func bracket(openedAt open: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    for index in open..<bytes.count {
      if bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if bytes[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The `[` that belongs to a `]`; none where something is called in between.
  private static func bracket(closedAt close: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    var quote: UInt8?
    for index in stride(from: close, through: 0, by: -1) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["): depth -= 1
      case UInt8(ascii: "("), UInt8(ascii: ")"): return nil
      default: break
      }
      if depth == 0 { return index }
    }
    return nil
  }
}
