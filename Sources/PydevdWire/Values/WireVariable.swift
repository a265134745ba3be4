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
  /// Set while there is no value yet.
  public let pending: Pending?

  /// Why a variable of a report has no value.
  public enum Pending: Equatable, Sendable { case computing, waiting }

  init(_ element: XMLTag, _ dialect: Dialect) {
    let fields = Fields(element)
    name = fields.name ?? ""
    type = fields.type ?? ""
    qualifier = fields.qualifier ?? ""
    isContainer = fields.isContainer ?? false
    shape = fields.shape.flatMap { $0.isEmpty ? nil : $0 }
    elementType = fields.elementType.flatMap { $0.isEmpty ? nil : $0 }
    scope = fields.scope
    isErrorOnEval = fields.isErrorOnEval ?? false
    isReturnValue = fields.isReturnValue ?? false
    pending = fields.pending
    let raw = fields.value ?? ""
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
    var value = value
    var type = type
    return value.withUTF8 { bytes in
      type.withUTF8 { type in withoutType(UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(type)) }
    } ?? value
  }

  /// `nil` where there is no type.
  private static func withoutType(_ value: UnsafeRawBufferPointer, _ type: UnsafeRawBufferPointer) -> String? {
    for (open, close) in prefixes {
      let typeStart = open.utf8CodeUnitCount
      let typeEnd = typeStart + type.count
      let start = typeEnd + close.utf8CodeUnitCount
      guard start <= value.count, value.part(0..<typeStart).isText(open),
        value.part(typeStart..<typeEnd).isSame(as: type), value.part(typeEnd..<start).isText(close)
      else { continue }
      return String(decoding: value.part(start..<value.count), as: UTF8.self)
    }
    return nil
  }

  private static let prefixes: [(StaticString, StaticString)] = [("", ": "), ("<class '", "'>: "), ("<type '", "'>: ")]

  /// The attributes, read in one go; of equal names the first counts.
  private struct Fields {
    var name, type, qualifier, value, shape, elementType, scope: String?
    var isContainer, isErrorOnEval, isReturnValue: Bool?
    var pending: Pending?

    init(_ element: XMLTag) {
      element.forEachAttribute { attribute, raw in
        if attribute.isText("name") {
          name = name ?? XMLScanner.percentDecode(raw)
        } else if attribute.isText("type") {
          type = type ?? XMLScanner.resolveEntities(raw)
        } else if attribute.isText("qualifier") {
          qualifier = qualifier ?? XMLScanner.resolveEntities(raw)
        } else if attribute.isText("value") {
          value = value ?? XMLScanner.percentDecode(raw)
        } else if attribute.isText("isContainer") {
          isContainer = isContainer ?? raw.isText("True")
        } else if attribute.isText("shape") {
          shape = shape ?? XMLScanner.resolveEntities(raw)
        } else if attribute.isText("dtype") {
          elementType = elementType ?? XMLScanner.resolveEntities(raw)
        } else if attribute.isText("scope") {
          scope = scope ?? XMLScanner.resolveEntities(raw)
        } else if attribute.isText("isErrorOnEval") {
          isErrorOnEval = isErrorOnEval ?? raw.isText("True")
        } else if attribute.isText("pending") {
          pending = pending ?? (raw.isText("computing") ? .computing : .waiting)
        } else if attribute.isText("isRetVal") {
          isReturnValue = isReturnValue ?? raw.isText("True")
        }
        return true
      }
    }
  }
}
