/// One element of a message's XML, with its place in the tree.
public struct XMLElement: Equatable, Sendable {
  public let name: String
  /// In their order; entities are resolved, percent coding is not.
  public let attributes: [(name: String, value: String)]
  /// 0 is the outermost.
  public let depth: Int

  public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  public static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.depth == right.depth
      && left.attributes.elementsEqual(right.attributes) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// A strict scanner of the XML that pydevd writes (`pydevd_net_command_factory_xml.py`, `pydevd_xml.py`): elements with
/// attributes in double quotes, blanks allowed around `=`; text between elements is passed over.
public struct XMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var elements: [XMLElement] = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The elements of a document in the order in which they start.
  public static func elements(in text: String) throws -> [XMLElement] {
    var scanner = XMLScanner(text)
    try scanner.scan()
    return scanner.elements
  }

  private mutating func scan() throws {
    while let start = bytes[index...].firstIndex(of: 0x3c) {
      index = start + 1
      if peek() == 0x2f { try closeElement() } else { try openElement() }
    }
    guard open.isEmpty else { throw error("<\(open[open.count - 1])> has no end") }
    guard !elements.isEmpty else { throw error("there is no element") }
  }

  private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func closeElement() throws {
    index += 1
    let name = try readName()
    skipBlanks()
    try expect(0x3e)
    guard open.popLast() == name else { throw error("</\(name)> ends nothing") }
  }

  private mutating func openElement() throws {
    let name = try readName()
    let depth = open.count
    guard depth < 64 else { throw error("elements are nested too deep") }
    var attributes: [(name: String, value: String)] = []
    while true {
      skipBlanks()
      switch peek() {
      case 0x2f:
        index += 1
        try expect(0x3e)
        elements.append(XMLElement(name: name, attributes: attributes, depth: depth))
        return
      case 0x3e:
        index += 1
        elements.append(XMLElement(name: name, attributes: attributes, depth: depth))
        open.append(name)
        return
      default: attributes.append(try readAttribute())
      }
    }
  }

  private mutating func readAttribute() throws -> (name: String, value: String) {
    let name = try readName()
    skipBlanks()
    try expect(0x3d)
    skipBlanks()
    try expect(0x22)
    guard let end = bytes[index...].firstIndex(of: 0x22) else { throw error("a value of \(name) has no end") }
    let raw = bytes[index..<end]
    index = end + 1
    return (name, Self.resolveEntities(raw))
  }

  private mutating func readName() throws -> String {
    let start = index
    while let byte = peek(), isNameByte(byte) { index += 1 }
    guard index > start else { throw error("a name is missing") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x2d, 0x2e, 0x3a: true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while let byte = peek(), byte == 0x20 || (0x09...0x0d).contains(byte) { index += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard peek() == byte else { throw error("\(Character(UnicodeScalar(byte))) is missing") }
    index += 1
  }

  private func error(_ what: String) -> WireError {
    let around = String(decoding: bytes[max(0, index - 20)..<min(bytes.count, index + 20)], as: UTF8.self)
    return .badXML("\(what) at byte \(index), near “\(around)”")
  }

  /// The five names, and numbers; anything else stays as it is.
  static func resolveEntities(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let after = rest[rest.index(after: ampersand)...]
      if let end = after.prefix(10).firstIndex(of: ";"), let text = entity(after[..<end]) {
        result += text
        rest = after[after.index(after: end)...]
      } else {
        result += "&"
        rest = after
      }
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(UnicodeScalar.init).map { String($0) }
  }
}
