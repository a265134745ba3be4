/// Stops where an exception is raised, or where nobody handles it.
public struct ExceptionBreakpoint: Equatable, Sendable {
  /// When it stops; one can ask for several.
  public enum Moment: String, Equatable, Sendable, CaseIterable {
    /// Where it is raised, handled later or not.
    case raised
    /// Where nobody handles it: the program, or a thread, is about to die of it.
    case uncaught
    /// Where it leaves the user's own code for a library's.
    case user
  }

  /// What it does beside its class.
  public struct Options: Equatable, Sendable {
    public var moments: Set<Moment>
    /// A Python expression in the frame, which knows `__exception__`.
    public var condition: String?
    /// A Python expression whose value is written out instead of stopping.
    public var logMessage: String?
    /// What libraries raise and handle among themselves is passed over.
    public var ignoresLibraries: Bool
    public var isEnabled: Bool

    public init(
      moments: Set<Moment> = [.uncaught], condition: String? = nil, logMessage: String? = nil,
      ignoresLibraries: Bool = false, isEnabled: Bool = true
    ) {
      self.moments = moments
      self.condition = condition
      self.logMessage = logMessage
      self.ignoresLibraries = ignoresLibraries
      self.isEnabled = isEnabled
    }
  }

  public let number: BreakpointNumber
  /// `ValueError`, `MyError`, `module.MyError`; `*` is every one.
  public let exception: String
  public var options: Options
  public var hits = 0
  /// The processes that it was sent to.
  public var placements: Set<ProcessNumber> = []
  /// Why its condition or its log expression failed at the last try.
  public var problem: String?

  public init(number: BreakpointNumber, exception: String, options: Options) {
    self.number = number
    self.exception = exception
    self.options = options
  }

  public var state: Breakpoint.State {
    if !options.isEnabled { return .disabled }
    if let problem { return .error(problem) }
    return placements.isEmpty ? .pending : .set
  }

  /// How near an exception is to the class: 0 for the class itself, more for those made from it, `nil` for others.
  func distance(to details: ExceptionDetails) -> Int? {
    if exception == "*" { return details.ancestors.count }
    return details.ancestors.firstIndex { ".\($0)".hasSuffix(".\(exception)") }
  }
}

/// What of an exception breakpoint is kept between runs.
public struct ExceptionRecord: Equatable, Sendable {
  public var exception: String
  public var options: ExceptionBreakpoint.Options

  public init(exception: String, options: ExceptionBreakpoint.Options) {
    self.exception = exception
    self.options = options
  }
}
