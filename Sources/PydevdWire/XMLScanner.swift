/// A strict scanner of the XML that pydevd writes (`pydevd_net_command_factory_xml.py`, `pydevd_xml.py`): elements with
/// attributes in double quotes, blanks allowed around `=`; no comments, no declarations, and no text outside the outermost element.
public struct XMLScanner {
  private let document: String
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  private var open: [Range<Int>] = []
  private var elements: [XMLElement] = []
  /// The last tag was a start: text that follows is its element's.
  private var justOpened = false

  /// The bytes are those of the document, and stay where they are.
  private init(_ document: String, _ bytes: UnsafeRawBufferPointer) {
    self.document = document
    self.bytes = bytes
    open.reserveCapacity(4)
    // An element has some hundred bytes; more room than the document takes itself is never asked for.
    elements.reserveCapacity(4 + bytes.count / 128)
  }

  /// The elements of a document in the order in which they start.
  public static func elements(in text: String) throws -> [XMLElement] {
    var document = text
    return try document.withUTF8 { bytes in
      var scanner = XMLScanner(text, UnsafeRawBufferPointer(bytes))
      try scanner.scan()
      return scanner.elements
    }
  }

  private mutating func scan() throws {
    while true {
      let start = index
      let end = bytes.offset(of: 0x3c, from: index) ?? bytes.count
      try readText(start..<end)
      guard end < bytes.count else { break }
      index = end + 1
      if peek() == 0x2f { try closeElement() } else { try openElement() }
    }
    guard let last = open.last else {
      guard !elements.isEmpty else { throw error("there is no element") }
      return
    }
    throw error("<\(text(last))> has no end")
  }

  /// Text belongs to the element that was opened just before; after a child's end it belongs to nobody.
  private mutating func readText(_ range: Range<Int>) throws {
    guard let byte = range.first(where: { !Self.isBlank(bytes[$0]) }) else { return }
    index = byte
    guard !open.isEmpty else { throw error("there is text outside of all elements") }
    if justOpened, let last = elements.indices.last { elements[last].textRange = range }
  }

  private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes.part(range), as: UTF8.self) }

  private mutating func closeElement() throws {
    index += 1
    let name = try readName()
    skipBlanks()
    try expect(0x3e)
    guard let opened = open.popLast(), bytes.part(opened).isSame(as: bytes.part(name)) else {
      throw error("</\(text(name))> ends nothing")
    }
    justOpened = false
  }

  private mutating func openElement() throws {
    let name = try readName()
    let depth = open.count
    guard depth < 64 else { throw error("elements are nested too deep") }
    guard depth > 0 || elements.isEmpty else { throw error("<\(text(name))> begins a second document") }
    while true {
      skipBlanks()
      let byte = peek()
      guard byte == 0x2f || byte == 0x3e else {
        try readAttribute()
        continue
      }
      let element = XMLElement(document: document, name: name, attributes: name.upperBound..<index, depth: depth)
      index += 1
      justOpened = byte == 0x3e
      if justOpened { open.append(name) } else { try expect(0x3e) }
      elements.append(element)
      return
    }
  }

  private mutating func readAttribute() throws {
    let name = try readName()
    skipBlanks()
    try expect(0x3d)
    skipBlanks()
    try expect(0x22)
    guard let end = bytes.offset(of: 0x22, from: index) else { throw error("a value of \(text(name)) has no end") }
    index = end + 1
  }

  private mutating func readName() throws -> Range<Int> {
    let start = index
    var end = start
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    index = end
    guard end > start else { throw error("a name is missing") }
    return start..<end
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x2d, 0x2e, 0x3a: true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while let byte = peek(), Self.isBlank(byte) { index += 1 }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

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
