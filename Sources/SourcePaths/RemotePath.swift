/// A path as a debugged process names it: POSIX or Windows, or the pseudo name of code that has no file. Two spellings of one
/// path are equal: `/a//b` and `/a/b`, and on Windows also `C:\A` and `c:/a`.
public struct RemotePath: Hashable, Sendable, CustomStringConvertible {
  /// As the process wrote it; it goes back so.
  public let rawValue: String
  let form: RemoteForm
  private let normal: String

  public init(_ rawValue: String) {
    self.rawValue = rawValue
    form = RemoteForm(Self.plain(rawValue))
    normal = Self.normalized(rawValue, form)
  }

  /// `C:\…`, `C:/…` or `\\server\share`.
  public var isWindows: Bool { form.isWindows }

  /// `<string>`, `<frozen importlib._bootstrap>`, `<ipython-input-1-…>`: code without a file.
  public var isPseudo: Bool { form == .pseudo }

  public var isAbsolute: Bool { form == .posix || isWindows }

  /// Without empty ones, `.` and `..`, as the process wrote them; the drive, or the server and the share, are the first ones.
  public var components: [String] { form == .pseudo ? [rawValue] : Self.components(rawValue, form) }

  /// The last component.
  public var name: String {
    let name = form == .posix || form == .relative ? PathText.name(rawValue) : components.last
    return name ?? rawValue
  }

  public var description: String { rawValue }

  public static func == (left: RemotePath, right: RemotePath) -> Bool {
    left.form == right.form && left.normal == right.normal
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(normal) }

  /// The components in the form that is compared.
  var comparedComponents: [String] {
    form == .pseudo ? [rawValue] : components.map { isWindows ? $0.lowercased() : $0 }
  }

  /// The path below this one, with its separators.
  func appending(_ rest: some Sequence<String>) -> RemotePath { with(components + rest) }

  /// The folder that it is in.
  public var folder: RemotePath { parent(dropping: 1) }

  /// The folder so many levels up.
  func parent(dropping levels: Int) -> RemotePath { with(components.dropLast(levels)) }

  private func with(_ all: [String]) -> RemotePath {
    let separator = rawValue.utf8.contains(PathText.backslash) ? "\\" : "/"
    switch form {
    case .posix: return RemotePath(PathText.absolute(all))
    case .relative, .pseudo: return RemotePath(all.joined(separator: "/"))
    case .drive: return RemotePath(all.joined(separator: separator) + (all.count == 1 ? separator : ""))
    case .share: return RemotePath("\\\\" + all.joined(separator: "\\"))
    }
  }

  private static func components(_ path: String, _ form: RemoteForm) -> [String] {
    let separators = form.isWindows ? [PathText.slash, PathText.backslash] : [PathText.slash]
    return PathText.components(plain(path), separators: separators, root: form.root)
  }

  private static func normalized(_ path: String, _ form: RemoteForm) -> String {
    switch form {
    case .posix, .relative: PathText.normalized(path)
    case .drive, .share: components(path, form).joined(separator: "\\").lowercased()
    case .pseudo: path
    }
  }

  /// Without the `\\?\` that Windows puts before long paths.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("\\\\?\\") ? String(path.dropFirst(4)) : path
  }

  /// Whether it is a folder's file, or the folder itself.
  public func isBelow(_ folder: RemotePath) -> Bool {
    form == folder.form && comparedComponents.starts(with: folder.comparedComponents)
  }
}
