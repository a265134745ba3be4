/// How a debugged process writes a path.
enum RemoteForm: Hashable, Sendable {
  case posix
  /// `C:\…`, `C:/…`
  case drive
  /// `\\server\share\…`
  case share
  /// No file at all: `<string>`, also where pydevd has put the working directory in front of it.
  case pseudo
  case relative

  init(_ path: String) {
    let bytes = Array(path.utf8.prefix(3))
    if Self.isPseudo(path) {
      self = .pseudo
    } else if bytes.first == PathText.slash {
      self = .posix
    } else if bytes.starts(with: [PathText.backslash, PathText.backslash]) {
      self = .share
    } else {
      self = Self.isDrive(bytes) ? .drive : .relative
    }
  }

  var isWindows: Bool { self == .drive || self == .share }

  /// Components at the front that are the root: the drive, or the server and the share.
  var root: Int {
    switch self {
    case .posix, .relative, .pseudo: 0
    case .drive: 1
    case .share: 2
    }
  }

  private static func isDrive(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 3, bytes[1] == UInt8(ascii: ":") else { return false }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[0] | 0x20)
    return isLetter && (bytes[2] == PathText.backslash || bytes[2] == PathText.slash)
  }

  private static func isPseudo(_ path: String) -> Bool {
    guard path.utf8.count > 1, path.utf8.last == UInt8(ascii: ">") else { return false }
    if path.utf8.first == UInt8(ascii: "<") { return true }
    let separators = [PathText.slash, PathText.backslash]
    return path.utf8.split { separators.contains($0) }.last?.first == UInt8(ascii: "<")
  }
}
