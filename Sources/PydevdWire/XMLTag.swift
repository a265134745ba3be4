/// The start of an element, as a scan comes to it: a view of the message that is good within the call that it is given to.
struct XMLTag: XMLStart {
  struct Attribute {
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
  }

  let depth: Int
  private let document: UnsafeRawBufferPointer
  let name: Range<Int>
  /// From behind the name to before the tag's end.
  let attributeRange: Range<Int>
  private let attributes: UnsafeBufferPointer<Attribute>

  /// The places are counted in bytes of the document.
  init(
    depth: Int, document: UnsafeRawBufferPointer, name: Range<Int>, attributeRange: Range<Int>,
    attributes: UnsafeBufferPointer<Attribute>
  ) {
    self.depth = depth
    self.document = document
    self.name = name
    self.attributeRange = attributeRange
    self.attributes = attributes
  }

  func isNamed(_ name: StaticString) -> Bool { document.part(self.name).isText(name) }

  @inline(__always)
  func forEachAttribute(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool) {
    for attribute in attributes where !body(document.part(attribute.name), document.part(attribute.value)) { return }
  }
}
