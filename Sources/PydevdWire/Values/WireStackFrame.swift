/// A `<frame>` of a stack (`pydevd_net_command_factory_xml.py`, `make_thread_stack_str`).
public struct WireStackFrame: Equatable, Sendable {
  public let id: String
  public let name: String
  /// As the process names it.
  public let file: String
  /// 1-based.
  public let line: Int

  init?(_ element: XMLElement, _ dialect: Dialect) {
    guard element.isNamed("frame"), let id = element["id"],
      let line = element["line"].flatMap({ Int($0) })
    else { return nil }
    self.id = id
    self.line = line
    name = element["name"] ?? ""
    file =
      dialect.quotesFrameFile
      ? XMLScanner.resolveEntities(element.percentDecoded("file") ?? "") : element["file"] ?? ""
  }

  /// The frames of a message.
  static func list(_ elements: [XMLElement], _ dialect: Dialect) -> [WireStackFrame] {
    var list: [WireStackFrame] = []
    list.reserveCapacity(elements.count)
    for element in elements {
      if let frame = WireStackFrame(element, dialect) { list.append(frame) }
    }
    return list
  }
}
