/// One element of a message's XML, with its place in the tree. It points into the message: nothing of it is copied until it is
/// asked for.
public struct XMLElement: XMLStart, Equatable, Sendable {
  /// 0 is the outermost.
  public let depth: Int
  private let document: String
  private let nameRange: Range<Int>
  /// From behind the name to before the tag's end.
  private let attributeRange: Range<Int>
  /// Where ``text`` stands.
  var textRange: Range<Int>?

  /// - Parameter tag: of this document.
  init(document: String, _ tag: XMLTag) {
    self.document = document
    nameRange = tag.name
    attributeRange = tag.attributeRange
    depth = tag.depth
  }

  public var name: String { read { String(decoding: $0.part(nameRange), as: UTF8.self) } }

  /// What stands between its start and the next tag, if that is more than blanks; entities are resolved.
  public var text: String? {
    textRange.map { range in read { XMLScanner.resolveEntities($0.part(range)) } }
  }

  /// In their order; entities are resolved, percent coding is not.
  public var attributes: [(name: String, value: String)] {
    var list: [(name: String, value: String)] = []
    forEachAttribute { name, value in
      list.append((String(decoding: name, as: UTF8.self), XMLScanner.resolveEntities(value)))
      return true
    }
    return list
  }

  /// The first attribute of this name.
  public subscript(name: StaticString) -> String? { resolved(name) }

  func isNamed(_ name: StaticString) -> Bool { read { $0.part(nameRange).isText(name) } }

  func forEachAttribute(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool) {
    read { document in
      let tag = document.part(attributeRange)
      var index = 0
      while let quote = tag.offset(of: 0x22, from: index), let end = tag.offset(of: 0x22, from: quote + 1) {
        while index < quote, XMLScanner.isBlank(tag[index]) { index += 1 }
        let start = index
        while index < quote, XMLScanner.isNameByte(tag[index]) { index += 1 }
        guard body(tag.part(start..<index), tag.part(quote + 1..<end)) else { return }
        index = end + 1
      }
    }
  }

  private func read<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    document.utf8.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(document.utf8).withUnsafeBytes(body)
  }

  public static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.depth == right.depth && left.text == right.text
      && left.attributes.elementsEqual(right.attributes) {
        $0.name == $1.name && $0.value == $1.value
      }
  }
}
