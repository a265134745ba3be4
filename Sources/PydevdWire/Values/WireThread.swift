/// A `<thread>` of 103 and 102 (`pydevd_net_command_factory_xml.py`, `_thread_to_xml`).
public struct WireThread: Equatable, Sendable {
  public let id: String
  public let name: String

  /// Begins the ids of tasklets and greenlets, which can't be stepped.
  private static let customFrame = "__frame__:"

  init?(_ element: XMLTag) {
    guard element.isNamed("thread"), let id = element["id"] else { return nil }
    self.id = id
    // Escaped for XML, percent-coded, and escaped again: the scanner has undone the outermost only. Custom frames are escaped
    // once (`make_custom_frame_created_message`).
    name =
      id.hasPrefix(Self.customFrame)
      ? element["name"] ?? "" : XMLScanner.resolveEntities(element.percentDecoded("name") ?? "")
  }
}
