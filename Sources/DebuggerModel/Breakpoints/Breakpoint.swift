public import SourcePaths

/// A file as the user sees it: one of this machine, or one that only the process has.
public enum SourceFile: Hashable, Sendable {
  case local(LocalPath)
  case remote(RemotePath)

  /// The last component, for titles.
  public var name: String {
    switch self {
    case .local(let path): path.name
    case .remote(let path): path.name
    }
  }

  /// The whole path as text.
  public var text: String {
    switch self {
    case .local(let path): path.rawValue
    case .remote(let path): path.rawValue
    }
  }
}

/// What a breakpoint does beside its place; `nil` and `false` are the plain breakpoint.
public struct BreakpointOptions: Equatable, Sendable {
  public enum SuspendPolicy: String, Equatable, Sendable { case thread, all }

  /// A Python expression in the frame.
  public var condition: String?
  /// `3`, `>=3` or `%10`.
  public var hitCondition: String?
  /// A Python expression whose value is written out instead of stopping.
  public var logMessage: String?
  /// Gone after its first hit.
  public var isTemporary = false
  public var suspendPolicy: SuspendPolicy = .thread
  public var isEnabled = true
  /// `nil` leaves it to the file's name.
  public var template: TemplateEngine?

  public init(
    condition: String? = nil, hitCondition: String? = nil, logMessage: String? = nil, isTemporary: Bool = false,
    suspendPolicy: SuspendPolicy = .thread, isEnabled: Bool = true, template: TemplateEngine? = nil
  ) {
    self.condition = condition
    self.hitCondition = hitCondition
    self.logMessage = logMessage
    self.isTemporary = isTemporary
    self.suspendPolicy = suspendPolicy
    self.isEnabled = isEnabled
    self.template = template
  }
}

extension BreakpointOptions {
  /// It writes, and never stops.
  public var isLog: Bool { logMessage != nil }
}

/// A line breakpoint as the user has it; each process gets its own copy in its own words.
public struct Breakpoint: Equatable, Sendable {
  /// What one process has made of the breakpoint.
  public enum Placement: Equatable, Sendable {
    case set
    /// Its file can't be read here, and the process has not said yet whether it has it.
    case unchecked
    case unbound(String)
    case moved(Int)
    case error(String)
  }

  public let number: BreakpointNumber
  public var file: SourceFile
  /// 1-based.
  public var line: Int
  public var options: BreakpointOptions
  /// The name of the function that it was set on; its line follows the function.
  public var function: String?
  /// The project has not been looked through for the function yet.
  var isLookedFor = false
  /// How often a process stopped here.
  public var hits = 0
  public var placements: [ProcessNumber: Placement] = [:]
  /// The stops that its failed condition made, the last one of each process.
  var failedStops: [ProcessNumber: StopID] = [:]
  /// Processes whose stop at a failed condition is on its way.
  var failing: Set<ProcessNumber> = []
  /// The text that it follows over edits, once it is known.
  public internal(set) var text: LineText?
  /// The line that it was on before its text moved.
  var movedFrom: Int?
  /// The console says that its file does not exist.
  var isToldMissing = false
  /// No line has its text any more.
  var isTextGone = false
  /// Why the line cannot be hit at all, known without any process: a blank or a comment.
  public var localProblem: String?
  /// The file can't be read here, in words: a process may have it all the same.
  public internal(set) var unreadable: String?
  /// The first line of the statement that `line` only goes on with: that is where Python stops.
  public var movedTo: Int?
  /// What the text of its file says of its engine.
  var templateText: TemplateEngine?
  /// Set by run-to-cursor: never listed, never kept, gone at the next stop.
  public var isInternal = false

  public init(number: BreakpointNumber, file: SourceFile, line: Int, options: BreakpointOptions = .init()) {
    self.number = number
    self.file = file
    self.line = line
    self.options = options
  }

  /// What the user is shown: the most telling of what the processes say.
  public enum State: Equatable, Sendable {
    case disabled, pending, set
    case unbound(String)
    case moved(Int)
    case error(String)

    /// The name used by the batch events.
    public var name: String {
      switch self {
      case .disabled, .pending: "pending"
      case .set: "set"
      case .unbound: "unbound"
      case .moved: "moved"
      case .error: "error"
      }
    }

    /// The reason in words, where there is one.
    public var message: String? {
      switch self {
      case .disabled: "disabled"
      case .pending, .set: nil
      case .unbound(let message), .error(let message): message
      case .moved(let line): "moved to line \(line)"
      }
    }
  }

  /// The line that the processes are told.
  public var effectiveLine: Int { movedTo ?? line }

  /// The reason of its state in words, and where it went.
  public var message: String? {
    if !isPlaced, options.isEnabled {
      let name = function ?? ""
      return isLookedFor
        ? "function \(name) is looked for in the project" : "no function \(name) in the files that are known"
    }
    return state.message
      ?? (options.isEnabled ? movedTo.map { State.moved($0).message } ?? followingMessage ?? unreadMessage : nil)
  }

  private var unreadMessage: String? { state == .pending ? unreadable : nil }

  public var state: State {
    guard options.isEnabled else { return .disabled }
    if let localProblem { return .unbound(localProblem) }
    let all = placements.sorted { $0.key < $1.key }.map(\.value)
    if case .error(let message)? = all.first(where: { if case .error = $0 { true } else { false } }) {
      return .error(message)
    }
    if all.contains(.set) { return movedTo.map { .moved($0) } ?? .set }
    switch all.first {
    case .moved(let line): return .moved(line)
    case .unbound(let message): return .unbound(message)
    case .error(let message): return .error(message)
    case .set: return .set
    case .unchecked, nil: return .pending
    }
  }
}

/// What of a breakpoint is kept between runs.
public struct BreakpointRecord: Equatable, Sendable {
  public var file: SourceFile
  public var line: Int
  public var options: BreakpointOptions
  public var function: String?
  /// The text of its line.
  public var text: LineText?

  public init(
    file: SourceFile, line: Int, options: BreakpointOptions, function: String? = nil, text: LineText? = nil
  ) {
    self.text = text
    self.file = file
    self.line = line
    self.options = options
    self.function = function
  }
}
