/// Python that is typed line by line, as at its own prompt.
public enum PythonInput {
  /// Whether the lines make up whole statements: no bracket and no triple quote is open, no backslash asks for more, and a block
  /// is ended by an empty line.
  public static func isComplete(_ lines: [String]) -> Bool {
    guard let last = lines.last else { return false }
    var scanner = StatementScanner()
    var hasBlock = false
    for line in lines {
      _ = scanner.next(line)
      if !scanner.isOpen, scanner.opensBlock || isDecorator(line) { hasBlock = true }
    }
    return !scanner.isOpen && (!hasBlock || isBlank(last))
  }

  /// Whether the lines have more than one statement, or one that is a block.
  public static func hasSeveralStatements(_ lines: [some StringProtocol]) -> Bool {
    var scanner = StatementScanner()
    var count = 0
    for line in lines {
      let isInside = scanner.isOpen
      let kind = scanner.next(line)
      if !isInside, kind != .blank, kind != .comment { count += 1 }
    }
    return count > 1
  }

  /// The blanks that the next line begins with.
  public static func indentation(after lines: [String]) -> String {
    guard let last = lines.last, !isBlank(last) else { return "" }
    var scanner = StatementScanner()
    for line in lines { _ = scanner.next(line) }
    let present = String(last.prefix { $0 == " " })
    return !scanner.isOpen && scanner.opensBlock ? present + "    " : present
  }

  /// Without the indentation that all lines share, as pasted code has it.
  public static func dedented(_ lines: [String]) -> [String] {
    let depths = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == " " || $0 == "\t" }.count }
    let common = depths.min() ?? 0
    return lines.map { isBlank($0) ? "" : String($0.dropFirst(common)) }
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  private static func isDecorator(_ line: String) -> Bool { line.first { !$0.isWhitespace } == "@" }
}
