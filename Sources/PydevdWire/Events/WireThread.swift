/// A `<thread>` of 103 and 102 (`pydevd_net_command_factory_xml.py`, `_thread_to_xml`).
public struct WireThread: Equatable, Sendable {
  public let id: String
  public let name: String

  init?(_ element: XMLElement) {
    guard element.name == "thread", let id = element["id"] else { return nil }
    self.id = id
    // Escaped for XML, percent-coded, and escaped again: the scanner has undone the outermost only.
    name = XMLScanner.resolveEntities(Quoting.percentDecode(element["name"] ?? "").utf8)
  }
}

/// A `<frame>` of a stack (`make_thread_stack_str`).
public struct WireStackFrame: Equatable, Sendable {
  public let id: String
  public let name: String
  /// As the process names it.
  public let file: String
  /// 1-based.
  public let line: Int

  init?(_ element: XMLElement, _ dialect: Dialect) {
    guard element.name == "frame", let id = element["id"], let line = element["line"].flatMap({ Int($0) }) else { return nil }
    self.id = id
    self.line = line
    name = element["name"] ?? ""
    let file = element["file"] ?? ""
    self.file =
      dialect.quotesFrameFile ? XMLScanner.resolveEntities(Quoting.percentDecode(file).utf8) : file
  }
}

/// A stop, as 105 tells it.
public struct WireSuspension: Equatable, Sendable {
  public let threadID: String
  /// The number of the command or event that made it stop.
  public let stopReason: Int
  /// Of an earlier stop sometimes: pydevd never clears it.
  public let message: String
  /// Innermost first.
  public let frames: [WireStackFrame]

  init(_ payload: String, _ dialect: Dialect) throws {
    let elements = try XMLScanner.elements(in: payload)
    guard let thread = elements.first(where: { $0.name == "thread" }), let id = thread["id"],
      let reason = thread["stop_reason"].flatMap({ Int($0) })
    else { throw WireError.malformed(.threadSuspend, "a stop without its thread or reason") }
    threadID = id
    stopReason = reason
    let message = thread["message"] ?? ""
    self.message = dialect.quotesThreadMessage ? Quoting.percentDecode(message) : message
    frames = elements.compactMap { WireStackFrame($0, dialect) }
  }
}

/// What was raised where a thread stopped or will stop (138).
public struct WireExceptionTrace: Equatable, Sendable {
  public let frameID: String
  public let type: String
  public let message: String
  public let stack: WireSuspension

  /// `frame id TAB type TAB description TAB xml`; the texts are escaped for XML.
  init(_ payload: String, _ dialect: Dialect) throws {
    let fields = payload.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 4 else { throw WireError.malformed(.sendCurrExceptionTrace, "an exception with fields missing") }
    frameID = fields[0]
    type = Self.className(XMLScanner.resolveEntities(fields[1].utf8))
    message = XMLScanner.resolveEntities(fields[2].utf8)
    stack = try WireSuspension(fields[3], dialect)
  }

  /// `ValueError` of `<class 'ValueError'>`.
  private static func className(_ text: String) -> String {
    guard let open = text.firstIndex(of: "'"), let close = text.lastIndex(of: "'"), open < close else { return text }
    return String(text[text.index(after: open)..<close])
  }
}

/// A breakpoint's condition raised (136).
public struct WireConditionFailure: Equatable, Sendable {
  public let text: String

  init(_ payload: String) { text = String(payload.prefix { $0 != "\t" }) }
}
