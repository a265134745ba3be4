/// Reads the words of TOML that are neither texts nor tables: numbers, dates, `true` and `false`.
enum TOMLNumber {
  /// Returns `nil` where the word is none of them.
  static func value(_ word: Substring) -> TOMLValue? {
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    case _: break
    }
    if isDate(word) { return .date(String(word)) }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      return digits(word.dropFirst(2), radix: radix).flatMap { Int($0, radix: radix) }.map { .integer($0) }
    }
    return decimal(word)
  }

  /// An integer that no `Int` holds, which TOML leaves to the reader.
  static func isTooLarge(_ word: Substring) -> Bool {
    let body = word.drop { $0 == "+" || $0 == "-" }
    return value(word) == nil && body.count > 15
      && body.allSatisfy { $0 == "_" || $0.isASCII && ($0.isHexDigit || $0 == "x" || $0 == "o") }
  }

  private static func decimal(_ word: Substring) -> TOMLValue? {
    let sign = word.first == "-" ? "-" : ""
    var rest = word.first == "-" || word.first == "+" ? word.dropFirst() : word
    guard let whole = part(&rest, until: ".eE"), whole == "0" || whole.first != "0" else { return nil }
    if rest.isEmpty { return Int(sign + whole).map { .integer($0) } }
    var text = sign + whole
    if rest.first == "." {
      rest = rest.dropFirst()
      guard let fraction = part(&rest, until: "eE") else { return nil }
      text += "." + fraction
    }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest = rest.dropFirst()
      let minus = rest.first == "-" ? "-" : ""
      if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
      guard let exponent = part(&rest, until: "") else { return nil }
      text += "e" + minus + exponent
    }
    return rest.isEmpty ? Double(text).map { .float($0) } : nil
  }

  private static func part(_ rest: inout Substring, until marks: String) -> String? {
    let part = rest.prefix { !marks.contains($0) }
    rest = rest[part.endIndex...]
    return digits(part, radix: 10)
  }

  /// Digits with single underscores between them, which are left out.
  private static func digits(_ text: Substring, radix: Int) -> String? {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.hexDigitValue.map { $0 < radix } == true }
    }
    return areDigits ? parts.joined() : nil
  }

  // MARK: Dates

  /// `1979-05-27`, `07:32:00`, or both with `T` or a blank between them, then with an offset.
  static func isDate(_ word: Substring) -> Bool {
    var rest = word
    if rest.utf8.dropFirst(4).first == UInt8(ascii: "-") {
      guard isDay(rest.prefix(10)) else { return false }
      rest = rest.dropFirst(10)
      if rest.isEmpty { return true }
      guard let mark = rest.first, "Tt ".contains(mark) else { return false }
      rest = rest.dropFirst()
      return isTime(rest, takesOffset: true)
    }
    return isTime(rest, takesOffset: false)
  }

  private static func isDay(_ text: Substring) -> Bool {
    guard let numbers = numbers(text, "dddd-dd-dd"), numbers[0] > 0, (1...12).contains(numbers[1]) else { return false }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[numbers[1] - 1]).contains(numbers[2])
  }

  private static func isTime(_ text: Substring, takesOffset: Bool) -> Bool {
    guard let numbers = numbers(text.prefix(8), "dd:dd:dd"), numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else {
      return false
    }
    var rest = text.dropFirst(8)
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !fraction.isEmpty else { return false }
      rest = rest[fraction.endIndex...]
    }
    if rest.isEmpty { return true }
    guard takesOffset else { return false }
    if rest == "Z" || rest == "z" { return true }
    guard rest.first == "+" || rest.first == "-", let offset = Self.numbers(rest.dropFirst(), "dd:dd") else {
      return false
    }
    return offset[0] < 24 && offset[1] < 60
  }

  /// The numbers of a text that has the form, in which `d` is a digit.
  private static func numbers(_ text: Substring, _ form: String) -> [Int]? {
    guard text.utf8.count == form.utf8.count else { return nil }
    var numbers = [0]
    for (byte, mark) in zip(text.utf8, form.utf8) {
      if mark != UInt8(ascii: "d") {
        guard byte == mark else { return nil }
        numbers.append(0)
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      }
    }
    return numbers
  }
}
