/// The spelling of paths, without any look at the disk.
enum PathText {
  /// The components without `.`, empty ones and what `..` takes back.
  static func components(_ path: String, separators: [Character]) -> [String] {
    var result: [String] = []
    for part in path.split(whereSeparator: separators.contains) {
      switch part {
      case ".": continue
      case "..": if !result.isEmpty { result.removeLast() }
      default: result.append(String(part))
      }
    }
    return result
  }
}
