import DebuggerModel
import NIOCore
import Platform
import PydevdClient
import PydevdHelpers
import PydevdWire
import SourcePaths

/// What the driver knows of one connected process.
struct SessionProcess {
  let number: ProcessNumber
  let connection: PydevdConnection
  let dialect: Dialect
  var translator: EventTranslator
  /// What the next stop is decoded after.
  var stack = StackMemory()
  /// RUN was sent: the process is no longer blocked in `settrace`.
  var isRunning = false
  var hasReport = false
  /// The helpers that come with the hook could not be put into the process.
  var lacksHelpers = false
  /// Its ancestors were looked for.
  var hasAncestors = false
  /// Its pid on this machine, where its socket was found there.
  var localPID: Int?
  /// It is a process of this machine.
  var isLocal: Bool { localPID != nil }

  /// The files of the process that a local one is, was compared with, or may stand for: those with breakpoints that have its name.
  func remotes(of local: LocalPath) -> Set<RemotePath> {
    let compared = comparedFiles.filter { $0.value.local == local }.keys
    let name = local.rawValue.split(separator: "/").last.map { "/" + $0 } ?? ""
    let files = placed.compactMap { $0.sent.first?.file }.filter { $0.hasSuffix(name) }.map { RemotePath($0) }
    return Set(compared).union(isLocal ? [RemotePath(local.rawValue)] : []).union(files)
  }

  /// Where it stopped first.
  var firstStop: FirstStop?
  /// A later stop that is not at a breakpoint: `settrace` may have been called again.
  var settraceStop: FirstStop?
  /// Threads whose last order was a step.
  var stepping: Set<String> = []
  /// Stops that are reported once the process has said what they are.
  /// pydevd runs the program itself: nothing of the program has called `settrace`.
  var isStartedHere = false
  var openStops: [OpenStop] = []
  var lastOpenStop = 0
  /// When it was told to run.
  var ranAt: NIODeadline?
  /// Threads that stand in a call of `settrace` that nothing follows in its function.
  var returning: Set<String> = []
  /// How often the exit hook was sent.
  var reportTries = 0
  /// How many expressions of our own are under way in each stopped thread.
  var errands: [String: Int] = [:]
  /// Orders to go on that came meanwhile.
  var heldResumes: [HeldResume] = []
  /// Threads that were told to pause and have not stopped since.
  var pausing: Set<String> = []
  /// A pause of all threads is wanted, those that are yet to be heard of too, on releases that know no `*`.
  var pausesNewThreads = false
  /// What it prints comes here.
  var isRedirected = false
  /// For what it computes to show values.
  var valueLimits = ValueLimits()
  /// The limits that it has.
  var toldValueLimits: ValueLimits?
  var link = LinkOptions()
  /// Seconds after which it goes on by itself, as it was told; `nil` for never.
  var toldRelease: Double?
  /// What was sent to it is not acknowledged by its machine.
  var isLinkSilent = false
  /// What it is to be told from inside.
  var innerSettings: [InnerSetting: Bool] = [:]
  /// What it was told of that.
  var innerSettingsTold: [InnerSetting: Bool] = [:]
  /// Processes that it has announced (149) and that were not taken for its children yet.
  var launches = 0
  /// Threads that stand at a stop, with their innermost frames.
  var stops: [String: String] = [:]
  /// Threads that have a ``WakeUp`` to serve.
  var wakeUps: Set<String> = []
  /// Threads that are to get one unless they say before that they go on.
  var dueWakeUps: [String: Scheduled<Void>] = [:]
  /// Every thread that was heard of, for releases without `*`.
  private(set) var threads: Set<String> = []
  /// The pid that it gives itself in its thread ids: it need not be a pid of this machine.
  private(set) var pid: Int?
  var placed: [PlacedBreakpoint] = []
  /// Places whose breakpoints were taken back a moment ago: a hit may still be on its way.
  private var withdrawn: [(breakpoint: PlacedBreakpoint, at: NIODeadline)] = []
  /// The local files that its files were compared with.
  var comparedFiles: [RemotePath: FileComparison.Subject] = [:]
  /// Its files that it is being asked about.
  var comparing: Set<RemotePath> = []
  /// Its files whose local ones were edited, and that it was not asked about since.
  var editedFiles: [RemotePath: FileComparison.Subject] = [:]
  /// Functions may run newer code than the frames that called them.
  var hasReloaded = false
  /// Exception breakpoints that were sent.
  var exceptions: [ExceptionName] = []
  /// The process is being let go softly.
  var release: Release?
  /// Set once the process is being left, with who waits for the end of it.
  var farewell: Farewell?

  struct PlacedBreakpoint {
    let number: BreakpointNumber
    /// In the wire's words: a line of a template is sent once for each engine.
    let sent: [SetBreakpoint]

    func isAt(_ file: String, line: Int) -> Bool { sent.first?.file == file && sent.first?.line == line }
  }

  struct FirstStop {
    let thread: String
    let function: String
    /// As the process names it.
    let file: String
    let line: Int
  }

  enum Release {
    /// What was sent before may still be on its way.
    case sent
    /// All of it has arrived; threads that stopped meanwhile are resumed.
    case arrived
    /// Nothing stands any more; told in a moment.
    case settling
  }

  struct Farewell {
    let deadline: Scheduled<Void>
    /// All threads go on; the end of the connection is on its way.
    var isEnding = false
  }

  /// An order to go on.
  struct HeldResume {
    let thread: ThreadID
    let kind: ResumeKind
  }

  init(number: ProcessNumber, connection: PydevdConnection, dialect: Dialect) {
    self.number = number
    self.connection = connection
    self.dialect = dialect
    translator = EventTranslator(process: number, dialect: dialect)
  }

  /// Takes note of a thread, whose id tells the pid: `pid_4711_id_1397…`.
  /// - Returns: whether it was not known.
  private mutating func note(_ thread: String) -> Bool {
    guard threads.insert(thread).inserted else { return false }
    if pid == nil {
      let parts = thread.split(separator: "_", maxSplits: 2)
      pid = parts.count >= 2 && parts[0] == "pid" ? WireNumber.processID(parts[1]) : nil
    }
    return true
  }

  /// `nil` until its pid is known.
  var origin: SessionDriver.Origin? { origins.first }

  /// What is known of its pid, the surest first. Its socket may be found a moment later than it says a pid.
  var origins: [SessionDriver.Origin] {
    let peer = connection.peer
    let claimed = pid.map {
      SessionDriver.Origin(host: peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)], pid: $0)
    }
    return [localPID.map { SessionDriver.Origin(host: nil, pid: $0) }, claimed].compactMap(\.self)
  }

  /// Its connection, as this end sees it; `nil` where that is none of TCP's.
  var ends: SocketTable.Connection? { .init(own: connection.ends.own, other: connection.ends.other) }

  /// The next stop is a first one again: `settrace` was called anew.
  mutating func forgetStops() { translator = EventTranslator(process: number, dialect: dialect) }

  private func isEntry(_ suspension: WireSuspension) -> Bool {
    let pause = dialect.reportsEntryAsPause ? CommandID.threadSuspend.rawValue : nil
    return suspension.stopReason == CommandID.setBreak.rawValue || suspension.stopReason == pause
  }

  private mutating func noteStop(_ suspension: WireSuspension) {
    guard let frame = suspension.frames.first else { return }
    let stop = FirstStop(thread: suspension.threadID, function: frame.name, file: frame.file, line: frame.line)
    if firstStop == nil {
      firstStop = stop
    } else if isEntry(suspension), !placed.contains(where: { $0.isAt(frame.file, line: frame.line) }) {
      settraceStop = stop
    }
  }

  /// Remembers breakpoints that are taken back.
  mutating func withdraw(_ breakpoints: [PlacedBreakpoint]) {
    let now = NIODeadline.now()
    withdrawn.removeAll { $0.at + .seconds(2) < now }
    withdrawn += breakpoints.map { ($0, now) }
  }

  /// A stop of the program's own while the process is let go: no breakpoint was there. It ends the release.
  mutating func endRelease(at event: WireEvent) -> Bool {
    guard release != nil, case .threadSuspended(let suspension) = event, isEntry(suspension),
      let frame = suspension.frames.first,
      !withdrawn.contains(where: { $0.breakpoint.isAt(frame.file, line: frame.line) })
    else { return false }
    release = nil
    forgetStops()
    return true
  }

  private mutating func isAwake(_ thread: String) { dueWakeUps.removeValue(forKey: thread)?.cancel() }

  /// Keeps the lists of threads up to date with what the process says.
  /// - Returns: the threads that were not known.
  mutating func follow(_ event: WireEvent) -> [String] {
    switch event {
    case .threadCreated(let new): return new.map(\.id).filter { note($0) }
    case .threadKilled(let id):
      threads.remove(id)
      wakeUps.remove(id)
      isAwake(id)
      stops[id] = nil
    case .threadSuspended(let suspension):
      let isNew = note(suspension.threadID)
      isAwake(suspension.threadID)
      stops[suspension.threadID] = suspension.frames.first?.id
      noteStop(suspension)
      return isNew ? [suspension.threadID] : []
    case .threadResumed(let id, _):
      isAwake(id)
      stops[id] = nil
      returning.remove(id)
    case .output: isRedirected = true
    case .inputRequested, .endedByException, .exceptionTrace, .exceptionTraceProceeded, .breakpointConditionFailed,
      .remoteError,
      .exit, .signatureTrace, .showConsole, .concurrency, .processCreated, .cythonWarning, .singleSuspend,
      .singleResume, .unknown:
      break
    }
    return []
  }
}
