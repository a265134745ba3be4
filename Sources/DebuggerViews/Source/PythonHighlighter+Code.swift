extension PythonHighlighter {
  /// Reads one token that is no part of a string.
  mutating func readCode() {
    switch bytes[index] {
    case UInt8(ascii: " "), 0x09, 0x0C, 0x0D: index += 1
    case UInt8(ascii: "#"): readComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): openString(from: index)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "."): readDot()
    case UInt8(ascii: "@") where expectation == .statement: readDecorator()
    case let byte where Self.isNamePart(byte): readWord()
    case let byte where Self.isOperator(byte): readOperator()
    default: readPunctuation()
    }
  }

  private mutating func readComment() {
    let start = index
    index = bytes.count
    emit(.comment, from: start)
  }

  /// `0x1F`, `1_000`, `.5e-3`, `2j`, and the `0777L` of old.
  private mutating func readNumber() {
    let start = index
    let isHexadecimal = peek() == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        if hasPoint || isHexadecimal { break }
        hasPoint = true
      } else if !isExponentSign(byte, isHexadecimal), !Self.isNamePart(byte) {
        break
      }
      index += 1
    }
    emit(.number, from: start)
    expectation = .anything
  }

  private func isExponentSign(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
    guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), !isHexadecimal, index > 0 else { return false }
    return bytes[index - 1] | 0x20 == UInt8(ascii: "e")
  }

  /// The start of a number, an ellipsis, or what leads to an attribute.
  private mutating func readDot() {
    if Self.isDigit(peek(1)) { return readNumber() }
    let dots = bytes[index...].prefix { $0 == UInt8(ascii: ".") }.count
    index += dots
    expectation = dots == 1 ? .attribute : .anything
  }

  private mutating func readDecorator() {
    let start = index
    index += 1
    while Self.isNamePart(peek()) || peek() == UInt8(ascii: ".") { index += 1 }
    emit(.decorator, from: start)
    expectation = .anything
  }

  private mutating func readOperator() {
    let start = index
    while Self.isOperator(peek()) { index += 1 }
    emit(.operator, from: start)
    expectation = .anything
  }

  private mutating func readPunctuation() {
    let start = index
    let byte = bytes[index]
    index += 1
    expectation = .anything
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): changeDepth(by: 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): changeDepth(by: -1)
    case UInt8(ascii: "}"): closeBrace()
    case UInt8(ascii: ":") where contexts.last == .field(depth: 0): contexts.append(.format)
    case UInt8(ascii: ":") where peek() == UInt8(ascii: "="):
      index += 1
      emit(.operator, from: start)
    default: break
    }
  }

  private mutating func closeBrace() {
    guard contexts.last == .field(depth: 0) else { return changeDepth(by: -1) }
    contexts.removeLast()
    emit(.operator, from: index - 1)
  }

  private mutating func changeDepth(by change: Int) {
    if case .field(let inner)? = contexts.last {
      contexts[contexts.count - 1] = .field(depth: max(0, inner + change))
    } else {
      depth = max(0, depth + change)
    }
  }
}
