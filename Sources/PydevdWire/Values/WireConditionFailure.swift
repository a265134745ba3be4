/// An expression of a breakpoint raised (136; `make_send_breakpoint_exception_message`).
public struct WireConditionFailure: Equatable, Sendable {
  public enum Part: Equatable, Sendable { case condition, log }

  /// The breakpoint's id, where the process was told to say it.
  public let breakpoint: Int?
  public let part: Part
  /// The condition as it was sent, where pydevd itself tells of it.
  public let condition: String?
  /// The exception's type and its message, in one line.
  public let error: String
  /// The thread that stops, where pydevd itself tells of it.
  public let threadID: String?

  init(_ payload: String) {
    let fields = payload.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if fields.count > 3, fields[0] == BreakpointHelper.mark {
      self.init(helper: fields)
    } else {
      self.init(native: fields)
    }
  }

  /// What ``BreakpointHelper`` sends: `dialback TAB id.serial TAB part TAB error`.
  private init(helper fields: [String]) {
    breakpoint = fields[1].split(separator: ".").first.flatMap { Int($0) }
    part = fields[2] == BreakpointHelper.Part.log.rawValue ? .log : .condition
    condition = nil
    error = fields[3...].joined(separator: "\t")
    threadID = nil
  }

  /// `text TAB xml`. The text may hold TABs itself. The stack is pydevd's own as well, so that only its thread is of use.
  private init(native fields: [String]) {
    let start = fields.firstIndex { $0.hasPrefix("<xml>") } ?? fields.endIndex
    let text = fields[..<start].joined(separator: "\t")
    let ids = try? XMLScanner.list(fields[start...].joined(separator: "\t")) { tag in
      tag.isNamed("frame") ? .some(tag["thread_id"]) : nil
    }
    threadID = ids?.first ?? nil
    breakpoint = nil
    part = .condition
    (condition, error) = Self.read(text)
  }

  /// `Condition:`, the condition, an empty line, `Error:` and the error, whose last line names it.
  private static func read(_ text: String) -> (condition: String?, error: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let error = lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? text
    guard lines.first == "Condition:", let end = lines.lastIndex(of: "Error:"), end > 1 else { return (nil, error) }
    return (lines[1..<end].joined(separator: "\n").trimmingNewlines, error)
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
