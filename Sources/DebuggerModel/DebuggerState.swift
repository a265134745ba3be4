public import SourcePaths

/// All that the debugger knows. It changes by events alone, and says what is to be done as effects; it knows no clock, no
/// socket, no file and no terminal.
public struct DebuggerState: Equatable, Sendable {
  public struct Listener: Equatable, Sendable {
    public let host: String
    public let port: Int

    /// Only this machine reaches it.
    public var isLoopback: Bool { Self.isLoopback(host) }

    public static func isLoopback(_ host: String) -> Bool {
      host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    /// `127.0.0.1:5678`, `[::]:5678`
    public var address: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
  }

  /// As many processes are connected as there may be files open.
  public struct ListenerLimit: Equatable, Sendable {
    public let processes: Int
    public let files: Int

    public init(processes: Int, files: Int) {
      self.processes = processes
      self.files = files
    }
  }

  /// What the commands without a target are about.
  public struct Selection: Equatable, Sendable {
    public var process: ProcessNumber?
    public var thread: ThreadID?
    /// 0 is the innermost.
    public var frame = 0
  }

  public let settings: Settings
  public internal(set) var options: DebuggeeOptions
  public internal(set) var listener: Listener?
  /// Set while whoever dials in has to wait.
  public internal(set) var listenerLimit: ListenerLimit?
  /// `nil` where Dialback starts none, and until it begins to.
  public internal(set) var program: ProgramPhase?
  /// In the order of connection; a process leaves the list when its connection ends.
  public internal(set) var processes: [ProcessState] = [] {
    didSet { processRevision += 1 }
  }
  /// Counts the changes of `processes`: views of hundreds of them are only made anew where there was one.
  public private(set) var processRevision = 0
  /// How many have connected in this run.
  public internal(set) var connectionCount = 0
  public internal(set) var selection = Selection()
  /// The stop that the screen last moved to: views scroll to the execution point when it changes.
  public internal(set) var shownStop: StopID?
  public internal(set) var breakpoints: [Breakpoint] = []
  public internal(set) var exceptionBreakpoints: [ExceptionBreakpoint] = []
  public internal(set) var isMuted = false
  public internal(set) var paths: PathMapper
  public internal(set) var console: Console
  public internal(set) var sources: [SourceFile: Loading<SourceDocument>] = [:]
  public internal(set) var variables: [FrameKey: VariableTree] = [:]
  public internal(set) var watches: [Watch] = []
  public internal(set) var evaluations: [Evaluation] = []
  /// The computations of stopped threads that take long, by the frame that they are for.
  public internal(set) var computations: [FrameKey: Computation] = [:]
  /// The newest thing worth a line of the status bar.
  public internal(set) var notice: Notice?
  /// What `list` or `source` asked to be shown: a file, the line, and a count that tells one request from the next.
  public internal(set) var shownPlace: ShownPlace?
  /// The file of that, or of the frame that was selected last.
  var lastFile: SourceFile?
  /// What a prompt asked for last.
  public internal(set) var completions: CompletionList?
  public internal(set) var literal: Literal?
  public internal(set) var array: ArrayAnswer?
  public internal(set) var exceptionChain: ExceptionChain?
  public internal(set) var jumpTargets: JumpTargets?
  /// The files and functions of the project, as they were when they were listed last.
  public internal(set) var project: ProjectIndex?
  /// They are being listed.
  public internal(set) var isIndexing = false
  public internal(set) var isQuitting = false
  public internal(set) var visibility = StopVisibility()

  /// The count of the notice that no more processes can be taken in. It is given once; the status line says it all the while.
  var limitNotice: Int?
  var lastStop = 0
  var lastBreakpoint = 0
  var lastRevision = 0
  var lastWatch = 0
  /// `into` before the program's text is here.
  var awaitingCalls: [AwaitingCall] = []
  var callProgress: KnownProgress?
  /// Commands whose expressions a process is looking at.
  var uncheckedCommands: [RequestToken: DebuggerCommand] = [:]
  /// `list` and `source` before the text is here.
  var awaitingSources: [AwaitingSource] = []
  var awaitingRuns: [AwaitingRun] = []
  /// Breakpoints that nothing has been said of yet, with the commands that wait for it.
  var unsettledBreakpoints: [BreakpointNumber: [RequestToken]] = [:]
  /// The files that local names lead to by links, where that is another name.
  var realPaths: [LocalPath: LocalPath] = [:]
  /// The frames that remote texts were asked for with.
  var sourceFrames: [SourceFile: FrameKey] = [:]
  /// Values at the previous stop in each function, to tell what changed.
  var memory = ValueMemory()

  public init(settings: Settings, paths: PathMapper) {
    self.settings = settings
    options = settings.options
    self.paths = paths
    console = Console(limit: settings.consoleLimit)
  }

  /// What is fixed for the whole run.
  public struct Settings: Equatable, Sendable {
    /// The project: relative file names are resolved against it, and its files are not library.
    public var root: LocalPath
    /// What `~` stands for in mappings that are typed.
    public var home: String?
    /// Let processes run on after they connect.
    public var runsOnConnect: Bool
    /// What renders a page that could belong to either.
    public var templateEngine: TemplateEngine
    /// Bytes of console text kept.
    public var consoleLimit: Int
    /// Lines of the console kept.
    public var consoleLines: Int
    /// Dialback starts the program itself, and has its standard input.
    public var startsProgram: Bool
    /// Load the variables of a frame when it is selected, for the screen; batch asks by itself.
    public var loadsVariables: Bool
    /// Announce a stop once its file has been compared: its line is that of the local file then.
    public var comparesFirst: Bool
    /// What `set` starts from.
    public var options: DebuggeeOptions

    public init(
      root: LocalPath, home: String? = nil, runsOnConnect: Bool = false, consoleLimit: Int = 8 << 20,
      consoleLines: Int = 100_000, loadsVariables: Bool = true, startsProgram: Bool = false,
      comparesFirst: Bool = false,
      templateEngine: TemplateEngine = .jinja2,
      options: DebuggeeOptions = DebuggeeOptions()
    ) {
      self.options = options
      self.comparesFirst = comparesFirst
      self.templateEngine = templateEngine
      self.home = home
      self.root = root
      self.runsOnConnect = runsOnConnect
      self.consoleLimit = consoleLimit
      self.consoleLines = consoleLines
      self.loadsVariables = loadsVariables
      self.startsProgram = startsProgram
    }
  }

  public struct Notice: Equatable, Sendable {
    public let text: String
    public let isWarning: Bool
    /// Tells one notice from the next.
    public let count: Int
  }

  public struct ShownPlace: Equatable, Sendable {
    public let file: SourceFile
    public let line: Int
    public let count: Int
  }

  public func process(_ number: ProcessNumber) -> ProcessState? { index(of: number).map { processes[$0] } }

  /// Where a process is in `processes`: they are in the order of their numbers.
  func index(of number: ProcessNumber) -> Int? {
    var (low, high) = (0, processes.count)
    while low < high {
      let middle = (low + high) / 2
      if processes[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return processes.indices.contains(low) && processes[low].number == number ? low : nil
  }

  /// Those that are debugged; a detached one is only connected.
  public var attachedProcesses: [ProcessState] { processes.filter { !$0.isDetached } }

  public func breakpoint(_ number: BreakpointNumber) -> Breakpoint? { index(of: number).map { breakpoints[$0] } }

  /// Where a breakpoint is in `breakpoints`: they are in the order of their numbers.
  func index(of number: BreakpointNumber) -> Int? {
    var (low, high) = (0, breakpoints.count)
    while low < high {
      let middle = (low + high) / 2
      if breakpoints[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return breakpoints.indices.contains(low) && breakpoints[low].number == number ? low : nil
  }

  public var selectedProcess: ProcessState? { selection.process.flatMap(process) }

  public var selectedThread: ThreadState? {
    guard let process = selectedProcess, let thread = selection.thread else { return nil }
    return process.thread(thread)
  }

  /// The stop that the selected thread stands at now.
  public var selectedSuspension: Suspension? { selectedThread?.suspension }

  /// A step takes long: the stop that it has left is not shown any more.
  public var hidesLeftStop = false

  /// The stop to be drawn: the present one, or the one that a step is just leaving.
  public var shownSuspension: Suspension? { selectedSuspension ?? (hidesLeftStop ? nil : selectedThread?.leaving) }

  /// A step of the selected thread is under way: the stop that ends it is what is waited for.
  public var isStepping: Bool {
    guard let thread = selectedThread, thread.leaving != nil else { return false }
    switch thread.status {
    case .resuming(let kind): return kind.isStep
    case .running: return true
    case .suspended, .pausing: return false
    }
  }

  /// The selected frame of the stop to be drawn.
  public var selectedFrame: StackFrame? {
    guard let frames = shownSuspension?.frames, frames.indices.contains(selection.frame) else { return nil }
    return frames[selection.frame]
  }

  /// Names the selected frame for what is loaded for it.
  public var selectedFrameKey: FrameKey? {
    guard let process = selection.process, let thread = selection.thread, let stop = shownSuspension?.stop,
      let frame = selectedFrame
    else { return nil }
    return FrameKey(process: process, thread: thread, stop: stop, frame: frame.id)
  }

  /// The stop is still the one that its thread stands at.
  func isCurrent(_ key: FrameKey) -> Bool {
    process(key.process)?.thread(key.thread)?.suspension?.stop == key.stop
  }
}
