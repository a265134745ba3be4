/// A breakpoint's condition raised (136; `make_send_breakpoint_exception_message`).
public struct WireConditionFailure: Equatable, Sendable {
  /// The condition and what it raised.
  public let text: String
  public let threadID: String?
  /// The breakpoint's file as the process names it.
  public let file: String?
  /// The breakpoint's line, 1-based.
  public let line: Int?

  /// `text TAB xml`. The text may hold TABs itself. The XML only tells the place: without it the failure is told all the same.
  init(_ payload: String) {
    let fields = payload.split(separator: "\t", omittingEmptySubsequences: false)
    let start = fields.firstIndex { $0.hasPrefix("<xml>") } ?? fields.endIndex
    text = fields[..<start].joined(separator: "\t")
    let elements = try? XMLScanner.elements(in: fields[start...].joined(separator: "\t"))
    let frame = elements?.first { $0.name == "frame" }
    threadID = frame?["thread_id"]
    file = frame?["file"]
    line = frame?["line"].flatMap { Int($0) }
  }
}
