extension PythonHighlighter {
  /// - Parameter start: where the prefix begins; `index` is at the quote.
  mutating func openString(from start: Int) {
    let letters = bytes[start..<index].map { $0 | 0x20 }
    let isFormatted = letters.contains(UInt8(ascii: "f")) || letters.contains(UInt8(ascii: "t"))
    let quote = bytes[index]
    let isTriple = peek(1) == quote && peek(2) == quote
    contexts.append(
      .string(
        .init(quote: quote, isTriple: isTriple, isFormatted: isFormatted && contexts.count < PythonContext.deepest)))
    index += isTriple ? 3 : 1
    emit(.string, from: start)
  }

  /// Reads to the end of the string, of the line, or to a field.
  mutating func readString(_ quoting: PythonContext.Quoting) {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        skipEscape(quoting)
      } else if byte == quoting.quote, isEnd(of: quoting) {
        return closeString(quoting, from: start)
      } else if byte == UInt8(ascii: "{"), quoting.isFormatted {
        if peek(1) != byte { return openField(from: start) }
        index += 2
      } else {
        index += 1
      }
    }
    emit(.string, from: start)
  }

  /// Reads what follows the colon of a field.
  mutating func readFormat() {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): return openField(from: start)
      case UInt8(ascii: "}"): return closeFormat(from: start)
      case let byte where byte == innermostString?.quoting.quote: return leaveFormat(from: start)
      default: index += 1
      }
    }
    emit(.string, from: start)
  }

  private func isEnd(of quoting: PythonContext.Quoting) -> Bool {
    !quoting.isTriple || (peek(1) == quoting.quote && peek(2) == quoting.quote)
  }

  private mutating func closeString(_ quoting: PythonContext.Quoting, from start: Int) {
    index += quoting.isTriple ? 3 : 1
    emit(.string, from: start)
    contexts.removeLast()
    expectation = .anything
  }

  private mutating func openField(from start: Int) {
    emit(.string, from: start)
    index += 1
    emit(.operator, from: index - 1)
    contexts.append(.field(depth: 0))
    expectation = .anything
  }

  private mutating func closeFormat(from start: Int) {
    emit(.string, from: start)
    contexts.removeLast(2)
    index += 1
    emit(.operator, from: index - 1)
  }

  /// The string seems to end before its field does.
  private mutating func leaveFormat(from start: Int) {
    emit(.string, from: start)
    guard let string = innermostString else { return contexts.removeAll() }
    if isEnd(of: string.quoting) {
      contexts.removeSubrange((string.index + 1)...)
    } else {
      index += 1
      emit(.string, from: index - 1)
    }
  }

  /// A backslash hides the byte behind it, but no brace of an f-string; `\N{…}` is the name of a character.
  private mutating func skipEscape(_ quoting: PythonContext.Quoting) {
    let next = peek(1)
    if quoting.isFormatted, next == UInt8(ascii: "N"), peek(2) == UInt8(ascii: "{") {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 1
      index = end + 1
    } else {
      let isBrace = next == UInt8(ascii: "{") || next == UInt8(ascii: "}")
      index = min(index + (quoting.isFormatted && isBrace ? 1 : 2), bytes.count)
    }
  }
}
