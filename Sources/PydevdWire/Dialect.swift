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

  public var displayName: String {
    switch family {
    case .pydevd: "pydevd"
    case .pycharm: "pydevd-pycharm"
    }
  }

  private func isPycharm(from first: Int = 0, before last: Int = .max) -> Bool {
    family == .pycharm && major >= first && major < last
  }

  /// A frame's `file` is percent-coded once more (`pydevd_net_command_factory_xml.py`, `make_thread_stack_str`).
  public var quotesFrameFile: Bool { family == .pydevd || isPycharm(before: 193) }

  /// The `message` of a stop is percent-coded once more.
  public var quotesThreadMessage: Bool { isPycharm(from: 222) }

  /// Values begin with their type: `int: 1` (`pydevd_xml.py`, `var_to_xml`).
  public var prefixesValueWithType: Bool { family == .pydevd || isPycharm(before: 193) }

  /// GET_FRAME, GET_VARIABLE and GET_ARRAY take a group (`pydevd_process_net_command.py`).
  public var takesGroup: Bool { isPycharm(from: 223) }

  /// Breakpoints take hit condition, logpoint flag and suspend policy when they are kept by id.
  public var takesHitCondition: Bool { family == .pydevd || isPycharm(from: 192) }

  /// `*` stands for all threads in 105 and 106.
  public var supportsResumeAll: Bool { family == .pydevd || isPycharm(from: 192) }

  /// A log expression with its flag does not stop the thread.
  public var logsWithoutStopping: Bool { family == .pydevd }

  /// The reader decodes each `recv(1024)` by itself and dies of a split character (`pydevd_comm.py`, `ReaderThread`).
  public var isNonASCIIFragile: Bool { family == .pycharm }

  /// A stopped thread serves all its waiting requests at once; pydevd serves one each 200 ms.
  public var drainsRequestsTogether: Bool { family == .pycharm }

  /// Children are asked for by an offset as the first name (`pydevd_resolver.py`, `MAX_ITEMS_TO_HANDLE`).
  public var pagesByOffset: Bool { family == .pycharm }

  /// STEP_OVER_MY_CODE is 159; pydevd-pycharm means something else by it.
  public var hasStepOverMyCode: Bool { family == .pydevd }

  /// STOP_ON_START is known.
  public var hasStopOnStart: Bool { family == .pydevd || isPycharm(from: 192) }
}
