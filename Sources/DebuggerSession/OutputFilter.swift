import SourcePaths

/// Reads pydevd's own remarks out of the output: what it says of breakpoints belongs to the breakpoints.
struct OutputFilter {
  enum Finding: Equatable {
    case text(String)
    case missingFile(RemotePath)
    case excludedFile(RemotePath)
  }

  /// Both sides say so, with an other letter at the start (pydevd: `pydevd_process_net_command.py`, `cmd_set_break`;
  /// pydevd-pycharm: `process_net_command`).
  private static let missing = "rying to add breakpoint to file that does not exist: "
  private static let excluded = "rying to add breakpoint to file that is excluded by filters: "

  static func sift(_ text: String) -> [Finding] {
    guard text.contains(missing) || text.contains(excluded) else { return [.text(text)] }
    return text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      if let path = path(in: line, after: missing) { return .missingFile(path) }
      if let path = path(in: line, after: excluded) { return .excludedFile(path) }
      return .text(line + "\n")
    }
  }

  private static func path(in line: Substring, after words: String) -> RemotePath? {
    guard let range = line.firstRange(of: words) else { return nil }
    let rest = line[range.upperBound...]
    guard let end = rest.firstRange(of: " (will have no effect)") else { return RemotePath(String(rest)) }
    return RemotePath(String(rest[..<end.lowerBound]))
  }
}

extension Substring {
  fileprivate func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
