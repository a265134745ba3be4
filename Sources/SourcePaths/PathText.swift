/// The spelling of paths, without any look at the disk.
enum PathText {
  /// The components without empty ones, `.`, and what `..` takes back.
  /// - Parameters:
  ///   - separators: bytes that part components.
  ///   - root: so many components at the front are the root, out of which `..` does not lead.
  static func components(_ path: String, separators: [UInt8] = [slash], root: Int = 0) -> [String] {
    var result: [String] = []
    for part in path.utf8.split(whereSeparator: { separators.contains($0) }) {
      switch String(part) {
      case nil, ".": continue
      case "..": if result.count > root { result.removeLast() }
      case let name?: result.append(name)
      }
    }
    return result
  }

  /// `/` and the components.
  static func absolute(_ components: some Sequence<String>) -> String { "/" + components.joined(separator: "/") }

  /// The path with its components as `components(_:)` has them; the same text where nothing has to change.
  static func normalized(_ path: String) -> String {
    guard needsNormalizing(path) else { return path }
    let parts = components(path)
    return path.utf8.first == slash ? absolute(parts) : parts.joined(separator: "/")
  }

  /// Two slashes in a row, a component that begins with a dot, or a slash at the end.
  private static func needsNormalizing(_ path: String) -> Bool {
    var previous: UInt8?
    for byte in path.utf8 {
      if previous == nil, byte == dot { return true }
      if previous == slash, byte == slash || byte == dot { return true }
      previous = byte
    }
    return previous == slash && path.utf8.count > 1
  }

  /// The last of the components. Mostly it is what follows the last slash: nothing there that may be `.` or `..`.
  static func name(_ path: String) -> String? {
    let utf8 = path.utf8
    let start = utf8.lastIndex(of: slash).map(utf8.index(after:)) ?? utf8.startIndex
    guard let first = utf8[start...].first, first != dot else { return components(path).last }
    return String(path[start...])
  }

  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  private static let dot = UInt8(ascii: ".")
}
