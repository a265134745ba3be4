/// A `<comp>` of 120 (`_pydev_completer.py`, `generate_completions_as_xml`).
public struct WireCompletion: Equatable, Sendable {
  /// pydevd's number of what it is (`_pydev_imports_tipper.py`, `TYPE_…`).
  public enum Kind: Int, Sendable {
    case module, `class`, function, attribute, builtin, parameter
  }

  public let name: String
  public let documentation: String
  /// `(a, b)`, where it is known.
  public let arguments: String
  /// `nil` for a number that is not known.
  public let kind: Kind?

  init?(_ element: XMLTag) {
    guard element.isNamed("comp"), let name = element.percentDecoded("p0") else { return nil }
    self.name = name
    documentation = element.percentDecoded("p1") ?? ""
    arguments = element.percentDecoded("p2") ?? ""
    kind = element.percentDecoded("p3").flatMap { Int($0) }.flatMap(Kind.init)
  }
}
