/// Which spelling of the protocol the other side speaks: chosen from its reply to 501, before anything else that differs is sent.
public struct Dialect: Equatable, Sendable {
  public enum Family: Equatable, Sendable {
    /// fabioz's `pydevd`.
    case pydevd
    /// JetBrains' `pydevd-pycharm`.
    case pycharm
  }

  public let family: Family
  /// The branch of pydevd-pycharm, 191 to 263 and on; 0 for pydevd.
  public let major: Int
  /// The version as reported: `263.7307.50`, or `@@BUILD_NUMBER@@` from pydevd.
  public let version: String

  /// Three digits and a dot begin a build of JetBrains' (`pydevd_comm.py`, `VERSION_STRING`); everything else is pydevd.
  public init(versionReply: String) {
    version = versionReply
    let digits = versionReply.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 3, versionReply.dropFirst(3).first == ".", let major = Int(digits) {
      family = .pycharm
      self.major = major
    } else {
      family = .pydevd
      major = 0
    }
  }

  /// The version, where the reply is one: released packages of pydevd reply with a template that nobody has filled in.
  public var release: String? { version.first?.isNumber == true ? version : nil }

  public var displayName: String {
    switch family {
    case .pydevd: "pydevd"
    case .pycharm: "pydevd-pycharm"
    }
  }

  /// Whether this is pydevd-pycharm of these branches, the last one not included.
  func isPycharm(from first: Int = 0, before last: Int = .max) -> Bool {
    family == .pycharm && major >= first && major < last
  }
}
