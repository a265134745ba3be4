/// One element of a message's XML, with its place in the tree.
public struct XMLElement: Sendable {
  /// 0 is the outermost.
  public let depth: Int
  public let name: String
  /// In their order; entities are resolved, percent coding is not.
  public let attributes: [(name: String, value: String)]
  /// What stands between its start and the next tag, if that is more than blanks; entities are resolved.
  public internal(set) var text: String?

  init(_ tag: XMLTag) {
    depth = tag.depth
    name = String(decoding: tag.name, as: UTF8.self)
    var attributes: [(name: String, value: String)] = []
    tag.forEachAttribute { name, value in
      attributes.append((String(decoding: name, as: UTF8.self), XMLScanner.resolveEntities(value)))
      return true
    }
    self.attributes = attributes
  }

  /// The first attribute of this name.
  public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension XMLElement: Equatable {
  public static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.depth == right.depth && left.text == right.text
      && left.attributes.elementsEqual(right.attributes) {
        $0.name == $1.name && $0.value == $1.value
      }
  }
}
