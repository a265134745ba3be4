/// A strict scanner of the XML that pydevd writes (`pydevd_net_command_factory_xml.py`, `pydevd_xml.py`): elements with
/// attributes in double quotes, blanks allowed around `=`; no comments, no declarations, and no text outside the outermost element.
public struct XMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var elements: [XMLElement] = []
  /// The last tag was a start: text that follows is its element's.
  private var justOpened = false

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The elements of a document in the order in which they start.
  public static func elements(in text: String) throws -> [XMLElement] {
    var scanner = XMLScanner(text)
    try scanner.scan()
    return scanner.elements
  }

  private mutating func scan() throws {
    while true {
      let start = index
      let end = bytes[index...].firstIndex(of: 0x3c) ?? bytes.count
      try readText(start..<end)
      guard end < bytes.count else { break }
      index = end + 1
      if peek() == 0x2f { try closeElement() } else { try openElement() }
    }
    guard open.isEmpty else { throw error("<\(open[open.count - 1])> has no end") }
    guard !elements.isEmpty else { throw error("there is no element") }
  }

  /// Text belongs to the element that was opened just before; after a child's end it belongs to nobody.
  private mutating func readText(_ range: Range<Int>) throws {
    guard let byte = range.first(where: { !isBlank(bytes[$0]) }) else { return }
    index = byte
    guard !open.isEmpty else { throw error("there is text outside of all elements") }
    if justOpened, let last = elements.indices.last {
      elements[last].text = Self.resolveEntities(bytes[range])
    }
  }

  private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func closeElement() throws {
    index += 1
    let name = try readName()
    skipBlanks()
    try expect(0x3e)
    guard open.popLast() == name else { throw error("</\(name)> ends nothing") }
    justOpened = false
  }

  private mutating func openElement() throws {
    let name = try readName()
    let depth = open.count
    guard depth < 64 else { throw error("elements are nested too deep") }
    guard depth > 0 || elements.isEmpty else { throw error("<\(name)> begins a second document") }
    var attributes: [(name: String, value: String)] = []
    while true {
      skipBlanks()
      switch peek() {
      case 0x2f:
        index += 1
        try expect(0x3e)
        elements.append(XMLElement(name: name, attributes: attributes, depth: depth))
        justOpened = false
        return
      case 0x3e:
        index += 1
        elements.append(XMLElement(name: name, attributes: attributes, depth: depth))
        open.append(name)
        justOpened = true
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
    guard let end = bytes[index...].firstIndex(of: 0x22) else {
      throw error("a value of \(name) has no end")
    }
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
    while let byte = peek(), isBlank(byte) { index += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private mutating func expect(_ byte: UInt8) throws {
    guard peek() == byte else { throw error("\(Character(UnicodeScalar(byte))) is missing") }
    index += 1
  }

  private func error(_ what: String) -> WireError {
    let around = String(
      decoding: bytes[max(0, index - 20)..<min(bytes.count, index + 20)], as: UTF8.self)
    return .badXML("\(what) at byte \(index), near “\(around)”")
  }
}
