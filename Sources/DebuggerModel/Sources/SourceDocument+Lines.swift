extension SourceDocument {
  /// Why no breakpoint can be hit there, or `nil` where one might: blank lines, comments, docstrings, lines past the end.
  public func problem(atLine number: Int) -> String? {
    guard kinds.indices.contains(number - 1) else { return "the file has only \(lines.count) lines" }
    switch kinds[number - 1] {
    case .code, .within: return nil
    case .blank: return "no code on this line"
    case .comment: return "only a comment on this line"
    case .docstring: return "no code on this line: it is part of a docstring"
    case .declaration(let word): return "never hit: `\(word)` declares names, and does nothing itself"
    case .dropped: return "never hit: Python drops what is below a condition that is never true"
    case .clause(let word): return "no code on this line: `\(word):` does nothing itself"
    }
  }

  /// The line that Python counts this one to, where it is another one: the first of the statement.
  func landing(atLine number: Int) -> Int? {
    guard kinds.indices.contains(number - 1), case .within(let start) = kinds[number - 1] else { return nil }
    return start
  }

  /// The line where a breakpoint on this one stops, where it is another one. Whether calls stop at the line of a `def` differs
  /// from release to release: at the first line of its body they stop on all.
  func breakpointLanding(atLine number: Int) -> Int? {
    let line = landing(atLine: number) ?? number
    let landing = definition(atLine: line)?.body ?? line
    return landing == number ? nil : landing
  }

  /// What the lines are, and where their statements begin. Of what is not Python nothing is known.
  static func scan(_ lines: [String], in file: SourceFile) -> ([SourceLineKind], [Int]) {
    guard file.isPython else { return (lines.map { _ in .code }, Array(1...max(1, lines.count))) }
    var scanner = StatementScanner()
    var kinds: [SourceLineKind] = []
    var starts: [Int] = []
    for line in lines {
      kinds.append(scanner.next(line))
      starts.append(scanner.start)
    }
    return (kinds, starts)
  }

  /// A line without instructions is one that nothing can stop at.
  static func scanBytecode(_ lines: [String]) -> ([SourceLineKind], [Int]) {
    (lines.map { $0.isEmpty ? .blank : .code }, Array(1...max(1, lines.count)))
  }
}

extension SourceFile {
  /// By its name; what has no ending is taken for Python too.
  var isPython: Bool {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !name.hasPrefix("<") else { return true }
    return ["py", "pyw", "pyi", "pyx"].contains(name[name.index(after: dot)...].lowercased())
  }
}
