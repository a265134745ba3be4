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

  init?(_ element: XMLElement) {
    guard element.name == "comp", let name = element["p0"] else { return nil }
    self.name = Quoting.percentDecode(name)
    documentation = Quoting.percentDecode(element["p1"] ?? "")
    arguments = Quoting.percentDecode(element["p2"] ?? "")
    kind = element["p3"].flatMap { Int(Quoting.percentDecode($0)) }.flatMap(Kind.init)
  }
}
