/// A call in the text of a statement.
public struct SourceCall: Equatable, Sendable {
  /// What is called, without what stands before the last dot.
  public let name: String
  /// As it is written, up to the bracket: `shop.price`.
  public let text: String
  /// With its arguments, where they are on one line.
  public let whole: String
  /// 1-based.
  public let line: Int
  /// Counts the calls of the same name in the order in which they are carried out, from 1.
  public let occurrence: Int
  /// Behind its closing bracket: the line, 1-based, and the bytes of UTF-8 before it on that line.
  let endLine: Int
  let endColumn: Int
  /// The same among the names that look like a class's; 0 for others.
  public let classOccurrence: Int
}

/// Finds the calls of the statement that begins on a line, in the order in which Python carries them out: a call comes after
/// those in its arguments. Read from the text, since what the process lists is wrong or missing on several releases.
struct SourceCalls {
  let calls: [SourceCall]
  /// The lines of the statement.
  let lines: ClosedRange<Int>
  /// A call may be made more than once, or before one that is written before it.
  let mayRepeat: Bool
  /// The names after dots: a function of such a name may be a property.
  let attributes: Set<String>

  private struct Opened {
    let name: String
    let text: String
    let line: Int
    /// The index of its first character on the line.
    let start: Int
  }

  /// Names that begin a bracket without calling, and built-in functions, which no debugger can step into.
  private static let notEntered: Set<String> = [
    "and", "as", "assert", "async", "await", "case", "del", "elif", "else", "except", "for", "from", "if", "import",
    "in", "is", "lambda", "match", "not", "or", "raise", "return", "while", "with", "yield", "abs", "all", "any",
    "bool",
    "bytes", "callable", "chr", "dict", "dir", "divmod", "enumerate", "filter", "float", "format", "frozenset",
    "getattr", "globals", "hasattr", "hash", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len",
    "list", "locals", "map", "max", "min", "next", "object", "oct", "open", "ord", "pow", "print", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted", "str", "sum", "super", "tuple", "type", "vars", "zip",
  ]

  private static let mostLines = 60

  init(in document: SourceDocument, at line: Int) {
    var scanner = Scanner()
    var last = line
    for number in line..<line + Self.mostLines {
      guard let text = document.line(number) else { break }
      last = number
      scanner.take(text, line: number)
      if scanner.isAtEnd { break }
    }
    lines = line...last
    calls = scanner.calls
    mayRepeat = Self.mayRepeat((line...last).compactMap { document.line($0) }.joined(separator: " "))
    attributes = Set((line...last).flatMap { Self.attributes(in: document.line($0) ?? "") })
  }

  /// A comprehension, a lambda or a conditional expression is in the text.
  private static func mayRepeat(_ text: String) -> Bool {
    let words = text.split { !($0 == "_" || $0.isLetter || $0.isNumber) }
    let inner = words.dropFirst(words.first == "async" ? 2 : 1)
    return inner.contains { $0 == "for" || $0 == "if" || $0 == "lambda" }
  }

  private static func attributes(in text: String) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
    }
  }

  private struct Scanner {
    var calls: [SourceCall] = []
    private var open: [Opened?] = []
    private var quote: String?
    private var goesOn = false

    /// The statement ends with what was taken so far.
    var isAtEnd: Bool { open.isEmpty && quote == nil && !goesOn }

    mutating func take(_ text: String, line: Int) {
      goesOn = false
      let characters = Array(text)
      var index = 0
      while index < characters.count {
        if let quote {
          index = skip(quote, characters, index)
        } else {
          guard characters[index] != "#" else { return }
          index = step(characters, index, line)
        }
      }
      if let quote, quote.count == 1 { self.quote = nil }
      goesOn = characters.last == "\\"
    }

    private mutating func step(_ characters: [Character], _ index: Int, _ line: Int) -> Int {
      let character = characters[index]
      switch character {
      case "\"", "'":
        let isTriple = characters[index...].prefix(3).elementsEqual([character, character, character])
        quote = String(repeating: character, count: isTriple ? 3 : 1)
        return index + (isTriple ? 3 : 1)
      case "(": open.append(callee(characters, before: index, line))
      case "[", "{": open.append(nil)
      case ")", "]", "}":
        if let opened = open.popLast() ?? nil { add(opened, line, characters[...index]) }
      default: break
      }
      return index + 1
    }

    /// Behind the end of a string, or of the line.
    private mutating func skip(_ quote: String, _ characters: [Character], _ index: Int) -> Int {
      if characters[index] == "\\" { return index + 2 }
      guard String(characters[index...].prefix(quote.count)) == quote else { return index + 1 }
      self.quote = nil
      return index + quote.count
    }

    private func callee(_ characters: [Character], before index: Int, _ line: Int) -> Opened? {
      var start = index
      while start > 0, Self.isPart(characters[start - 1]) { start -= 1 }
      let text = String(characters[start..<index])
      let name = DottedName.member(of: text)
      guard let first = name.first, first == "_" || first.isLetter else { return nil }
      if text == name, SourceCalls.notEntered.contains(name) { return nil }
      let word = characters[..<start].split(separator: " ").last.map { String($0) }
      if word == "def" || word == "class" || (start > 0 && characters[start - 1] == "@") { return nil }
      return Opened(name: name, text: text, line: line, start: start)
    }

    /// - Parameter before: the line as far as its closing bracket.
    private mutating func add(_ opened: Opened, _ line: Int, _ before: ArraySlice<Character>) {
      let isClass = opened.name.first?.isUppercase == true
      let earlierClasses = calls.filter { $0.classOccurrence > 0 }.count
      calls.append(
        SourceCall(
          name: opened.name, text: opened.text,
          whole: line == opened.line ? String(before[opened.start...]) : "\(opened.text)(…)", line: opened.line,
          occurrence: calls.filter { $0.name == opened.name }.count + 1, endLine: line,
          endColumn: String(before).utf8.count,
          classOccurrence: isClass ? earlierClasses + 1 : 0))
    }

    private static func isPart(_ character: Character) -> Bool {
      character == "_" || character == "." || character.isLetter || character.isNumber
    }
  }
}
