/// The lines of a text whose names are those of a frame: of its own function, without the functions and classes inside of it.
public struct FrameScope: Equatable, Sendable {
  private let document: SourceDocument
  /// The 0-based line of the `def` or `class`; `nil` for the module.
  private let head: Int?
  /// The 0-based lines of the statement that the frame stands in, where its code is only a part of that: a lambda, or a
  /// comprehension.
  private let part: ClosedRange<Int>?

  /// - Parameters:
  ///   - function: the name of the frame's code.
  ///   - line: where it stands, 1-based.
  public init(_ document: SourceDocument, function: String, line: Int) {
    self.document = document
    let line = max(0, min(line - 1, document.lines.count - 1))
    let isPart = function.hasPrefix("<") && function != "<module>"
    part = isPart ? document.statement(around: line) : nil
    let start = document.statement(around: line).lowerBound
    let isHead = document.definedName(at: start).map { $0 == function } == true
    head = isHead ? start : document.enclosingHead(of: start)
  }

  /// The first line with names of the frame, 0-based.
  public var start: Int { part?.lowerBound ?? head ?? 0 }

  /// The names of a 0-based line that are the frame's own; the others are of a lambda or a comprehension on it.
  public func own(_ names: [String], onLine index: Int) -> [String] {
    guard document.lines.indices.contains(index) else { return [] }
    let statement = document.statement(around: index)
    if let part { return part.contains(index) ? names : [] }
    if statement.lowerBound == head { return names }
    guard document.definedName(at: statement.lowerBound) == nil,
      document.enclosingHead(of: statement.lowerBound) == head
    else { return [] }
    let bound = document.namesBound(inside: statement)
    return bound.isEmpty ? names : names.filter { !bound.contains($0) }
  }
}

extension SourceDocument {
  /// The 0-based lines of the statement that a line belongs to.
  fileprivate func statement(around index: Int) -> ClosedRange<Int> {
    guard starts.indices.contains(index) else { return index...index }
    let first = min(starts[index] - 1, index)
    var last = index
    while last + 1 < starts.count, starts[last + 1] == starts[index], last - index < 200 { last += 1 }
    return max(0, first)...last
  }

  /// The name behind `def` or `class`, where the line begins so.
  fileprivate func definedName(at index: Int) -> String? {
    lines.indices.contains(index) ? Self.head(of: lines[index])?.name : nil
  }

  /// The line of the innermost `def` or `class` whose body a statement is in.
  fileprivate func enclosingHead(of index: Int) -> Int? {
    guard lines.indices.contains(index) else { return nil }
    var indent = Self.indent(of: lines[index])
    var index = index - 1
    while index >= 0, indent > 0 {
      if starts[index] == index + 1, kinds[index] == .code, Self.indent(of: lines[index]) < indent {
        if definedName(at: index) != nil { return index }
        indent = Self.indent(of: lines[index])
      }
      index -= 1
    }
    return nil
  }

  /// The parameters of lambdas and the variables of comprehensions.
  fileprivate func namesBound(inside statement: ClosedRange<Int>) -> Set<String> {
    let text = lines[statement].joined(separator: " ")
    guard text.contains("for ") || text.contains("lambda") else { return [] }
    let tokens = Self.tokens(of: text)
    var bound: Set<String> = []
    for (index, token) in tokens.enumerated() {
      // A `for` at the beginning is a statement.
      let isLoop = index == 0 || index == 1 && tokens[0] == "async"
      if token == "for", !isLoop { bound.formUnion(tokens[(index + 1)...].prefix { $0 != "in" }.map(String.init)) }
      if token == "lambda" { bound.formUnion(tokens[(index + 1)...].prefix { $0 != ":" }.map(String.init)) }
    }
    return bound
  }

  /// Words and single characters.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = first == "_" || first.isLetter || first.isNumber
      let end =
        isWord
        ? rest.firstIndex { $0 != "_" && !$0.isLetter && !$0.isNumber } ?? rest.endIndex
        : rest.index(after: rest.startIndex)
      if !first.isWhitespace { tokens.append(rest[..<end]) }
      rest = rest[end...]
    }
    return tokens
  }
}
