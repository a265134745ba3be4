/// One element of a message's XML, with its place in the tree.
public struct XMLElement: Equatable, Sendable {
  public let name: String
  /// In their order; entities are resolved, percent coding is not.
  public let attributes: [(name: String, value: String)]
  /// 0 is the outermost.
  public let depth: Int
  /// What stands between its start and the next tag, if that is more than blanks; entities are resolved.
  public internal(set) var text: String?

  public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  public static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.depth == right.depth && left.text == right.text
      && left.attributes.elementsEqual(right.attributes) {
        $0.name == $1.name && $0.value == $1.value
      }
  }
}
