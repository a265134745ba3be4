import SourcePaths

/// Reads pydevd's own remarks out of the output: what it says of breakpoints belongs to the breakpoints.
struct OutputFilter {
  enum Finding: Equatable {
    case text(String)
    case missingFile(RemotePath)
  }

  /// fabioz's pydevd (`pydevd_process_net_command.py`, `PyDevdAPI.add_breakpoint`) and pydevd-pycharm
  /// (`process_net_command`) both say so; only the start of the line differs.
  private static let missing = "Trying to add breakpoint to file that does not exist: "

  static func sift(_ text: String) -> [Finding] {
    guard text.contains(missing) else { return [.text(text)] }
    var findings: [Finding] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if let path = missingPath(String(line)) {
        findings.append(.missingFile(RemotePath(path)))
      } else {
        findings.append(.text(line + "\n"))
      }
    }
    return findings
  }

  private static func missingPath(_ line: String) -> String? {
    guard let range = line.firstRange(of: missing) else { return nil }
    let rest = line[range.upperBound...]
    guard let end = rest.firstRange(of: " (will have no effect)") else { return String(rest) }
    return String(rest[..<end.lowerBound])
  }
}

extension String {
  /// The first place of a text, without Foundation.
  fileprivate func firstRange(of needle: String) -> Range<Index>? { Substring(self).firstRange(of: needle) }
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
