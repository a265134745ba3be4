/// A `<var>` of a reply (`pydevd_xml.py`, `var_to_xml`), with all quoting undone.
public struct WireVariable: Equatable, Sendable {
  /// An entry that only says that there are hidden variables (pydevd-pycharm from 223, `pydevd_xml.py`, `frame_vars_to_xml`);
  /// they are asked for with ``VariableGroup``.
  public enum Marker: Equatable, Sendable { case special, returned, ipython }

  public let name: String
  public let type: String
  /// The module of the type.
  public let qualifier: String
  /// Without the type that some releases put before it.
  public let value: String
  public let isContainer: Bool
  public let shape: String?
  /// The type of an array's elements, where ``isContainer``; not of pydevd's own making.
  public let elementType: String?
  /// pydevd's group: `special variables` and so on.
  public let scope: String?
  public let isErrorOnEval: Bool
  public let isReturnValue: Bool
  public let marker: Marker?

  init(_ element: XMLElement, _ dialect: Dialect) {
    name = Quoting.percentDecode(element["name"] ?? "")
    type = element["type"] ?? ""
    qualifier = element["qualifier"] ?? ""
    isContainer = element["isContainer"] == "True"
    shape = element["shape"].flatMap { $0.isEmpty ? nil : $0 }
    elementType = element["dtype"].flatMap { $0.isEmpty ? nil : $0 }
    scope = element["scope"]
    isErrorOnEval = element["isErrorOnEval"] == "True"
    isReturnValue = element["isRetVal"] == "True"
    let raw = Quoting.percentDecode(element["value"] ?? "")
    value = dialect.prefixesValueWithType ? Self.withoutType(raw, type) : raw
    marker =
      switch name {
      case "_dummy_special_var": .special
      case "_dummy_ret_val": .returned
      case "_dummy_ipython_val": .ipython
      default: nil
      }
  }

  /// `1` of `int: 1`, `[1]` of `<class 'list'>: [1]`, `<type 'list'>: [1]` on Python 2. Compared by bytes: a value that begins
  /// with a combining mark would hide the prefix's end otherwise.
  private static func withoutType(_ value: String, _ type: String) -> String {
    for prefix in ["\(type): ", "<class '\(type)'>: ", "<type '\(type)'>: "]
    where value.utf8.starts(with: prefix.utf8) {
      return String(decoding: value.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
    return value
  }
}
