/// Finds classes and functions by the first words of lines: quick enough for every file of a project.
public enum DefinitionScan {
  public struct Definition: Equatable {
    /// With the names of what it is inside of: `Shop.total`.
    public let name: String
    /// 1-based.
    public let line: Int
    /// A `def`, not a `class`.
    public let isFunction: Bool

    /// The name without what it is inside of.
    public var ownName: Substring { name.split(separator: ".").last ?? name[...] }
  }

  /// - Parameter bytes: UTF-8, see ``PythonSource/utf8(_:)``.
  public static func definitions(in bytes: [UInt8]) -> [Definition] {
    var found: [Definition] = []
    var open: [(indent: Int, name: String)] = []
    var line = 0
    for text in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      line += 1
      let indent = text.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let code = text.dropFirst(indent)
      guard let (name, isFunction) = name(in: code) else {
        // A statement that is further out ends what was open; the end of a bracket, a comment or a string does not.
        if let first = code.first, isPart(first) { open.removeAll { $0.indent >= indent } }
        continue
      }
      open.removeAll { $0.indent >= indent }
      open.append((indent, name))
      found.append(Definition(name: open.map(\.name).joined(separator: "."), line: line, isFunction: isFunction))
    }
    return found
  }

  private static func name(in text: ArraySlice<UInt8>) -> (String, isFunction: Bool)? {
    var text = text
    if text.starts(with: async) { text = text.dropFirst(async.count).drop { $0 == 0x20 } }
    let word = text.starts(with: def) ? def : text.starts(with: kind) ? kind : nil
    guard let word else { return nil }
    let name = text.dropFirst(word.count).drop { $0 == 0x20 }.prefix(while: isPart)
    return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), word == def)
  }

  private static let async = Array("async ".utf8)
  private static let def = Array("def ".utf8)
  private static let kind = Array("class ".utf8)

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x5f, 0x61...0x7a, 0x80...: true
    default: false
    }
  }
}
