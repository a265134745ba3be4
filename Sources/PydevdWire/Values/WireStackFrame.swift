/// A `<frame>` of a stack (`pydevd_net_command_factory_xml.py`, `make_thread_stack_str`).
public struct WireStackFrame: Equatable, Sendable {
  public let id: String
  public let name: String
  /// As the process names it.
  public let file: String
  /// 1-based.
  public let line: Int

  init?(_ element: XMLElement, _ dialect: Dialect) {
    guard element.name == "frame", let id = element["id"],
      let line = element["line"].flatMap({ Int($0) })
    else { return nil }
    self.id = id
    self.line = line
    name = element["name"] ?? ""
    let file = element["file"] ?? ""
    self.file =
      dialect.quotesFrameFile ? XMLScanner.resolveEntities(Quoting.percentDecode(file).utf8) : file
  }
}
