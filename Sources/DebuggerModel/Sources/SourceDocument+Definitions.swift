import SourcePaths

/// A function of a file.
struct Definition: Equatable, Sendable {
  /// `["Shop", "total"]`: the classes and functions around it, and its own name.
  let path: [String]
  /// The 1-based line of its `def`.
  let line: Int
  /// The first 1-based line of its body.
  let body: Int
}

extension SourceDocument {
  /// The functions and methods, in the order of the text.
  var definitions: [Definition] {
    guard file.isPython else { return [] }
    var open: [(indent: Int, name: String)] = []
    var found: [Definition] = []
    for (index, line) in lines.enumerated() where starts[index] == index + 1 && kinds[index] == .code {
      guard let head = Self.head(of: line) else { continue }
      let indent = Self.indent(of: line)
      open.removeAll { $0.indent >= indent }
      open.append((indent, head.name))
      guard head.isFunction else { continue }
      found.append(Definition(path: open.map(\.name), line: index + 1, body: body(ofDefinitionAt: index + 1, indent)))
    }
    return found
  }

  /// The function whose `def` is on a line.
  func definition(atLine number: Int) -> Definition? {
    guard lines.indices.contains(number - 1), Self.head(of: lines[number - 1])?.isFunction == true else { return nil }
    return definitions.first { $0.line == number }
  }

  /// Returns the definition that a line begins; `nil` for a line without `def` or `class`.
  static func head(of line: String) -> (name: String, isFunction: Bool)? {
    var words = line.split(maxSplits: 3) { " \t\u{c}(:[".contains($0) }[...]
    if words.first == "async" { words = words.dropFirst() }
    guard words.first == "def" || words.first == "class", let name = words.dropFirst().first else { return nil }
    return (String(name), words.first == "def")
  }

  /// The function that a dotted name means: `total`, `Shop.total`, or `pkg.shop.Shop.total` where the file is pkg/shop.py. Of
  /// several the outermost.
  func definition(of name: String) -> Definition? {
    let parts = name.split(separator: ".").map(String.init)
    guard let last = parts.last, lines.contains(where: { $0.contains(last) }) else { return nil }
    let fitting = definitions.filter { $0.path.last == last && fits(parts, $0) }
    return fitting.min { ($0.path.count, $0.line) < ($1.path.count, $1.line) }
  }

  private func fits(_ parts: [String], _ definition: Definition) -> Bool {
    if definition.path.count >= parts.count { return definition.path.suffix(parts.count).elementsEqual(parts) }
    let module = parts.dropLast(definition.path.count)
    return parts.suffix(definition.path.count).elementsEqual(definition.path)
      && modulePath.suffix(module.count).elementsEqual(module)
  }

  /// The folders of the file and its name, as the parts of a module's name.
  private var modulePath: [String] {
    var parts = file.text.split { $0 == "/" || $0 == "\\" }.map(String.init)
    guard let name = parts.popLast() else { return [] }
    let stem = String(name.prefix { $0 != "." })
    return stem == "__init__" ? parts : parts + [stem]
  }

  /// A body may stand behind the colon; else it begins with the next statement that has code.
  private func body(ofDefinitionAt line: Int, _ indent: Int) -> Int {
    let next = lines.indices.dropFirst(line).first { starts[$0] == $0 + 1 && problem(atLine: $0 + 1) == nil }
    guard let next, Self.indent(of: lines[next]) > indent else { return line }
    return next + 1
  }

  static func indent(of line: String) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
}
