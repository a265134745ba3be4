/// The start of an element, as a scan comes to it: a view of the message that is good within the call that it is given to.
struct XMLTag {
  struct Attribute {
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
  }

  /// 0 is the outermost.
  let depth: Int
  let name: UnsafeRawBufferPointer
  private let document: UnsafeRawBufferPointer
  private let attributes: UnsafeBufferPointer<Attribute>

  /// - Parameter attributes: their places in the document, in bytes.
  init(
    depth: Int, name: UnsafeRawBufferPointer, document: UnsafeRawBufferPointer,
    attributes: UnsafeBufferPointer<Attribute>
  ) {
    self.depth = depth
    self.name = name
    self.document = document
    self.attributes = attributes
  }

  /// Where in the document its `<` is, in bytes.
  var start: Int {
    guard let first = document.baseAddress, let name = name.baseAddress else { return 0 }
    return first.distance(to: name) - 1
  }

  func isNamed(_ name: StaticString) -> Bool { self.name.isText(name) }

  /// The first attribute of this name; entities are resolved.
  subscript(name: StaticString) -> String? { value(of: name) { XMLScanner.resolveEntities($0) } }

  /// The first attribute of this name, which is percent-coded below its entities.
  func percentDecoded(_ name: StaticString) -> String? { value(of: name) { XMLScanner.percentDecode($0) } }

  /// Whether an attribute has a value that needs no resolving.
  func has(_ name: StaticString, _ value: StaticString) -> Bool { self.value(of: name) { $0.isText(value) } ?? false }

  private func value<Value>(of name: StaticString, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    var result: Value?
    forEachAttribute { found, value in
      guard found.isText(name) else { return true }
      result = body(value)
      return false
    }
    return result
  }

  /// Goes through the names and the raw values in their order, until told to stop: for those who want most of them.
  @inline(__always)
  func forEachAttribute(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool) {
    for attribute in attributes where !body(document.part(attribute.name), document.part(attribute.value)) { return }
  }
}
