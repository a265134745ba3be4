import PydevdWire
import SourcePaths

/// Reads pydevd's own remarks out of the output: what it says of breakpoints belongs to the breakpoints.
struct OutputFilter {
  enum Finding: Equatable {
    case text(String)
    case missingFile(RemotePath)
    case excludedFile(RemotePath)
    case checkedLine(RemotePath, line: Int, movedTo: Int?)
  }

  /// Both sides say so, with an other letter at the start (pydevd: `pydevd_process_net_command.py`, `cmd_set_break`;
  /// pydevd-pycharm: `process_net_command`).
  private static let missing = "rying to add breakpoint to file that does not exist: "
  private static let excluded = "rying to add breakpoint to file that is excluded by filters: "

  static func sift(_ text: String) -> [Finding] {
    guard text.contains("pydev debugger"), text.contains("reakpoint") else { return [.text(text)] }
    return text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      if let path = path(in: line, after: missing) { return .missingFile(path) }
      if let path = path(in: line, after: excluded) { return .excludedFile(path) }
      return movedLine(line) ?? invalidLine(line) ?? .text(line + "\n")
    }
  }

  /// `Breakpoint in line: 3 moved to line: 5 (in /a.html).`
  private static func movedLine(_ line: Substring) -> Finding? {
    guard let from = number(in: line, after: "reakpoint in line: "),
      let to = number(in: line, after: " moved to line: "),
      let start = line.firstRange(of: " (in ")
    else { return nil }
    let path = line[start.upperBound...].droppingLast(").")
    return .checkedLine(RemotePath(path), line: from, movedTo: to)
  }

  /// `Trying to add breakpoint to line (3) that is not valid in: /a.html.`
  private static func invalidLine(_ line: Substring) -> Finding? {
    guard let number = number(in: line, after: "rying to add breakpoint to line ("),
      let start = line.firstRange(of: ") that is not valid in: ")
    else { return nil }
    return .checkedLine(RemotePath(line[start.upperBound...].droppingLast(".")), line: number, movedTo: nil)
  }

  private static func number(in line: Substring, after words: String) -> Int? {
    guard let range = line.firstRange(of: words) else { return nil }
    return WireNumber.line(line[range.upperBound...].prefix { $0.isNumber })
  }

  private static func path(in line: Substring, after words: String) -> RemotePath? {
    guard let range = line.firstRange(of: words) else { return nil }
    let rest = line[range.upperBound...]
    guard let end = rest.firstRange(of: " (will have no effect)") else { return RemotePath(String(rest)) }
    return RemotePath(String(rest[..<end.lowerBound]))
  }
}

extension Substring {
  fileprivate func droppingLast(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : String(self)
  }

  fileprivate func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
