/// A strict scanner of the XML that pydevd writes (`pydevd_net_command_factory_xml.py`, `pydevd_xml.py`): elements with
/// attributes in double quotes, blanks allowed around `=`; no comments, no declarations, and no text outside the outermost element.
public struct XMLScanner {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0
  private var open: [Range<Int>] = []
  private var attributes: [XMLTag.Attribute] = []
  private var hasBegun = false
  /// The last tag was a start: text that follows is its element's.
  private var justOpened = false

  /// The bytes stay where they are.
  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    open.reserveCapacity(4)
    attributes.reserveCapacity(8)
  }

  /// The elements of a document in the order in which they start.
  public static func elements(in text: String) throws -> [XMLElement] {
    var elements: [XMLElement] = []
    try scan(text) { tag in
      elements.append(XMLElement(tag))
    } text: { bytes in
      elements[elements.count - 1].text = resolveEntities(bytes)
    }
    return elements
  }

  /// What is made of the starts of elements, in their order.
  /// - Parameter make: `nil` leaves an element out.
  static func list<Value>(_ document: String, _ make: (XMLTag) throws -> Value?) throws -> [Value] {
    var list: [Value] = []
    list.reserveCapacity(expectedElements(document))
    try scan(document) { tag in
      if let value = try make(tag) { list.append(value) }
    }
    return list
  }

  /// Elements that room is made for before they are there: they have some hundred bytes each, and one that is large is not to
  /// make room for thousands.
  static func expectedElements(_ document: String) -> Int { 1 + min(document.utf8.count / 100, 1024) }

  /// Goes through a document without a copy of anything.
  /// - Parameter visit: gets the start of each element, in their order; all of it is void where the document turns out to be
  ///   malformed later.
  /// - Parameter text: gets the text behind a start, if that is more than blanks.
  /// - Throws: ``WireError/badXML(_:)``, and what `visit` throws.
  static func scan(
    _ document: String, visit: (XMLTag) throws -> Void, text: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws {
    var document = document
    try document.withUTF8 { bytes in
      var scanner = XMLScanner(UnsafeRawBufferPointer(bytes))
      try scanner.scan(visit, text)
      if let last = scanner.open.last { throw scanner.error("<\(scanner.text(last))> has no end") }
      if !scanner.hasBegun { throw scanner.error("there is no element") }
    }
  }

  /// Goes through the beginning of a document whose rest is known.
  /// - Parameter parents: the elements that are open where the rest begins, the outermost first.
  /// - Throws: as the other one, and if the beginning ends elsewhere.
  static func scan(
    beginning: UnsafeRawBufferPointer, in parents: [StaticString], visit: (XMLTag) throws -> Void
  ) throws {
    var scanner = XMLScanner(beginning)
    try scanner.scan(visit) { _ in }
    let isThere = scanner.open.elementsEqual(parents) { beginning.part($0).isText($1) }
    guard isThere else { throw scanner.error("the beginning ends in another element") }
  }

  private mutating func scan(_ visit: (XMLTag) throws -> Void, _ text: (UnsafeRawBufferPointer) -> Void) throws {
    while true {
      let start = index
      let end = bytes.offset(of: 0x3c, from: index) ?? bytes.count
      if end > start { try readText(start..<end, text) }
      guard end < bytes.count else { break }
      index = end + 1
      if peek() == 0x2f { try closeElement() } else { try openElement(visit) }
    }
  }

  /// Text belongs to the element that was opened just before; after a child's end it belongs to nobody.
  private mutating func readText(_ range: Range<Int>, _ text: (UnsafeRawBufferPointer) -> Void) throws {
    guard let byte = range.first(where: { !Self.isBlank(bytes[$0]) }) else { return }
    index = byte
    guard !open.isEmpty else { throw error("there is text outside of all elements") }
    if justOpened { text(bytes.part(range)) }
  }

  @inline(__always)
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

  private mutating func openElement(_ visit: (XMLTag) throws -> Void) throws {
    let name = try readName()
    let depth = open.count
    guard depth < 64 else { throw error("elements are nested too deep") }
    guard depth > 0 || !hasBegun else { throw error("<\(text(name))> begins a second document") }
    hasBegun = true
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipBlanks()
      let byte = peek()
      guard byte == 0x2f || byte == 0x3e else {
        try readAttribute()
        continue
      }
      index += 1
      justOpened = byte == 0x3e
      if justOpened { open.append(name) } else { try expect(0x3e) }
      return try attributes.withUnsafeBufferPointer {
        try visit(XMLTag(depth: depth, name: bytes.part(name), document: bytes, attributes: $0))
      }
    }
  }

  private mutating func readAttribute() throws {
    let name = try readName()
    skipBlanks()
    try expect(0x3d)
    skipBlanks()
    try expect(0x22)
    guard let end = bytes.offset(of: 0x22, from: index) else { throw error("a value of \(text(name)) has no end") }
    attributes.append(XMLTag.Attribute(name: name, value: index..<end))
    index = end + 1
  }

  @inline(__always)
  private mutating func readName() throws -> Range<Int> {
    let start = index
    var end = start
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    index = end
    guard end > start else { throw error("a name is missing") }
    return start..<end
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7a, 0x5f, 0x41...0x5a, 0x30...0x39, 0x2d, 0x2e, 0x3a: true
    default: false
    }
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while let byte = peek(), Self.isBlank(byte) { index += 1 }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  @inline(__always)
  private mutating func expect(_ byte: UInt8) throws {
    guard peek() == byte else { throw missing(byte) }
    index += 1
  }

  private func missing(_ byte: UInt8) -> WireError { error("\(Character(UnicodeScalar(byte))) is missing") }

  private func error(_ what: String) -> WireError {
    let around = String(
      decoding: bytes[max(0, index - 20)..<min(bytes.count, index + 20)], as: UTF8.self)
    return .badXML("\(what) at byte \(index), near “\(around)”")
  }
}
