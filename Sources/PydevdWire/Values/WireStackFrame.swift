/// A `<frame>` of a stack (`pydevd_net_command_factory_xml.py`, `make_thread_stack_str`).
public struct WireStackFrame: Equatable, Sendable {
  public let id: String
  public let name: String
  /// As the process names it.
  public let file: String
  /// 1-based; 0 at the beginning of a module, and where ``isLineKnown`` is not set.
  public let line: Int
  /// Not set where the process gave a number that no line can have.
  public let isLineKnown: Bool

  init?(_ element: XMLTag, _ dialect: Dialect, _ texts: inout RepeatedTexts) {
    guard element.isNamed("frame") else { return nil }
    var id: String?
    var name: String?
    var file: String?
    var line: String?
    element.forEachAttribute { attribute, value in
      if attribute.isText("id") {
        id = id ?? XMLScanner.resolveEntities(value)
      } else if attribute.isText("name") {
        name = name ?? texts.name.text(of: value) { XMLScanner.resolveEntities($0) }
      } else if attribute.isText("file") {
        file = file ?? texts.file.text(of: value) { Self.file($0, dialect) }
      } else if attribute.isText("line") {
        line = line ?? XMLScanner.resolveEntities(value)
      }
      return true
    }
    guard let id, let line else { return nil }
    let number = WireNumber.line(line)
    guard number != nil || WireNumber.isWhole(line) else { return nil }
    self.id = id
    self.line = number ?? 0
    isLineKnown = number != nil
    self.name = name ?? ""
    self.file = file ?? ""
  }

  private static func file(_ value: UnsafeRawBufferPointer, _ dialect: Dialect) -> String {
    dialect.quotesFrameFile
      ? XMLScanner.resolveEntities(XMLScanner.percentDecode(value)) : XMLScanner.resolveEntities(value)
  }

  /// The frames of a message, and what `read` makes of its first `<thread>`.
  static func list<Thread>(
    _ payload: String, _ dialect: Dialect, thread read: (XMLTag) -> Thread?
  ) throws -> (thread: Thread?, frames: [WireStackFrame]) {
    var memory = StackMemory()
    return try list(payload, dialect, &memory, thread: read)
  }

  /// The same, after the stack that `memory` has of the same process.
  static func list<Thread>(
    _ payload: String, _ dialect: Dialect, _ memory: inout StackMemory, thread read: (XMLTag) -> Thread?
  ) throws -> (thread: Thread?, frames: [WireStackFrame]) {
    var thread: Thread??
    // A frame has some hundred bytes.
    var texts = RepeatedTexts(isExpected: payload.utf8.count > 2000)
    let frames = try memory.frames(of: payload) { tag in
      if thread == nil, tag.isNamed("thread") { thread = .some(read(tag)) }
      return WireStackFrame(tag, dialect, &texts)
    }
    return (thread ?? nil, frames)
  }

  /// Frames of a recursion, and of one file, have the same texts hundreds of times.
  struct RepeatedTexts {
    var name: RepeatedText
    var file: RepeatedText

    init(isExpected: Bool) {
      name = RepeatedText(isExpected: isExpected)
      file = RepeatedText(isExpected: isExpected)
    }
  }
}
