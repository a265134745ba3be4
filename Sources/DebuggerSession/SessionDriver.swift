public import DebuggerModel
public import Logging
import NIOCore
import NIOPosix
import Platform
public import PydevdClient
import PydevdWire
import SourcePaths

/// Does what the state wants done on the connections, and turns what comes back into events. It lives on one event loop;
/// everything it is asked from outside is passed there in order.
public actor SessionDriver {
  let settings: SessionSettings
  let post: @Sendable (SessionBatch) -> Void
  let store: (any BreakpointStore)?
  let keeper: (any ConnectionGuard)?
  let logger: Logger
  nonisolated let eventLoop: any EventLoop

  public nonisolated var unownedExecutor: UnownedSerialExecutor { eventLoop.executor.asUnownedSerialExecutor() }

  var listener: PydevdListener?
  var processes: [ProcessNumber: SessionProcess] = [:]
  /// Connections whose handshake has not got as far as the dialect.
  var strangers: [ObjectIdentifier: PydevdConnection] = [:]
  /// When a stranger was given a port, as a dispatcher wants it.
  var dispatches: [ObjectIdentifier: NIODeadline] = [:]
  /// When a host was last reported, with what it did.
  var knocks: [String: NIODeadline] = [:]
  var lastNumber = 0
  /// Seconds to wait for the value of an expression.
  var evaluationTimeout: Double
  /// The variables that are there of what commands have asked for.
  var listsSoFar: [RequestToken: VariableList] = [:]
  var shutdown: Shutdown?
  /// Processes whose last words are to be told to the keeper after this turn of the loop.
  var wordsDue: Set<ProcessNumber> = []
  /// Processes whose output comes here, those that are gone too: what they start is to be redirected as well.
  var redirectedOrigins: Set<Origin> = []
  var toldFaults: Set<PeerFault> = []
  /// The next process is the first one of a program that was started here.
  var stopsNextOnStart: Bool
  var pacing = OutputPacing()
  /// Connections whose other ends are looked at next, and whether that is being done for others.
  var arrivals: [PydevdConnection] = []
  var isLookingAtArrivals = false
  /// Connections that were refused and are not closed yet.
  var departing = 0
  /// When a process was last let go, or ended by itself.
  var lastRelease: NIODeadline?
  /// How many breakpoints were sent.
  var breakpointSerial = 0
  /// The last write of the breakpoints.
  var saving: EventLoopFuture<Void>?
  /// The breakpoints that wait to be written.
  var unsaved: [BreakpointRecord]?
  var lastLookAtStore: NIODeadline?
  /// The local files that were read, in the state in which they were.
  var files: [LocalPath: LocalFile.Stamp?] = [:]
  /// The calls that wait until no process is being asked about its files, by their order.
  var awaitingComparisons: [Int: @Sendable () -> Void] = [:]
  var lastAwaiting = 0
  /// Why the last write of the breakpoints failed.
  var toldStoreProblem: String?

  /// Serves the connections where no other thread does. A group that others use too has one for each processor, and starts them
  /// one after the other before the first screen.
  private static let ownThread = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// - Parameters:
  ///   - keeper: lets the processes go when Dialback dies.
  ///   - thread: serves the connections; without it a thread of their own does.
  ///   - post: takes the events; it may be called on any thread.
  public init(
    settings: SessionSettings, store: (any BreakpointStore)?,
    keeper: (any ConnectionGuard)? = nil, thread: SessionThread? = nil, logger: Logger,
    post: @escaping @Sendable (SessionBatch) -> Void
  ) {
    self.settings = settings
    stopsNextOnStart = settings.stopsOnStart
    evaluationTimeout = settings.evaluationTimeout
    eventLoop = thread?.eventLoop ?? Self.ownThread.next()
    self.store = store
    self.keeper = keeper
    self.logger = logger
    self.post = post
  }

  /// Binds the port.
  /// - Parameter completion: gets the port, or an error with the mend in its text; it may be called on any thread.
  public nonisolated func start(completion: @escaping @Sendable (Result<Int, any Error>) -> Void) {
    PydevdListener.bind(
      host: settings.host, port: settings.port, eventLoop: eventLoop, logger: logger, keeper: keeper,
      capacity: max(1, settings.descriptorLimit - Self.ownDescriptors), memory: settings.messageMemory,
      onShortage: { count in self.assumeIsolated { $0.tellShortage(count) } }
    ) { connection in
      self.assumeIsolated { $0.welcome(connection) }
    }.map { listener in
      self.assumeIsolated { $0.listening(listener) }
      return listener.endpoint.port
    }.whenComplete(completion)
  }

  /// Files that Dialback opens besides: its own, sources, what it writes.
  private static let ownDescriptors = 48

  private func tellShortage(_ count: Int?) {
    emit(.listenerFull(count.map { .init(processes: $0, files: settings.descriptorLimit) }))
  }

  private func listening(_ listener: PydevdListener) {
    self.listener = listener
    emit(.listening(host: listener.endpoint.host, port: listener.endpoint.port))
  }

  /// The program is started anew: its first process stops at its first line again, its children do not.
  public nonisolated func expectStart() {
    eventLoop.execute { self.assumeIsolated { $0.stopsNextOnStart = $0.settings.stopsOnStart } }
  }

  /// Carries out effects, in order. May be called on any thread; on that of the connections it does so at once.
  public nonisolated func perform(_ effects: [Effect]) {
    let own = effects.filter { if case .announce = $0 { false } else { true } }
    guard !own.isEmpty else { return }
    guard !eventLoop.inEventLoop else { return assumeIsolated { driver in own.forEach { driver.perform($0) } } }
    eventLoop.execute { self.assumeIsolated { driver in own.forEach { driver.perform($0) } } }
  }

  /// Gives back the room of a batch that was worked off.
  public nonisolated func consumed(_ receipt: SessionBatch.Receipt) {
    eventLoop.execute {
      self.assumeIsolated { driver in
        guard let connection = driver.processes[receipt.process]?.connection else { return }
        connection.assumeIsolated { $0.consumed(receipt.bytes) }
      }
    }
  }

  func emit(_ events: DebuggerEvent..., receipt: SessionBatch.Receipt? = nil) {
    handOver(SessionBatch(events: events, receipt: receipt))
  }

  /// Posts a batch; output may be collected for a moment, but never overtaken.
  func handOver(_ batch: SessionBatch) {
    let (now, begins) = pacing.take(batch)
    now.forEach(post)
    if begins { scheduleOutput() }
  }

  private func scheduleOutput() {
    eventLoop.scheduleTask(in: .milliseconds(OutputPacing.milliseconds)) {
      self.assumeIsolated { driver in
        let due = driver.pacing.end()
        due.forEach(driver.post)
        if !due.isEmpty { driver.scheduleOutput() }
      }
    }
  }

  /// Does something with a process's connection; it is on the same event loop.
  func with(_ number: ProcessNumber, _ action: @Sendable (isolated PydevdConnection) -> Void) {
    guard let process = processes[number] else { return }
    process.connection.assumeIsolated { action($0) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .announce, .quit, .sendInput: break
    case .setBreakpoint(let number, let breakpoint): setBreakpoint(breakpoint, in: number)
    case .removeBreakpoint(let number, let breakpoint, let file, let line):
      removeBreakpoint(breakpoint, at: file, line: line, from: number)
    case .compareFile(let key, let remote, let local): compare(remote, with: local, at: key)
    case .checkFiles(let key, let files, let areUnread): check(files, areUnread: areUnread, at: key)
    case .setException(let number, let breakpoint): setException(breakpoint, in: number)
    case .removeException(let number, let exception): removeException(exception, from: number)
    case .examineException(let query): examine(query)
    case .saveExceptions(let records): save(records)
    case .run(let number): run(number)
    case .resume(let number, let thread, let kind): resumeBehindErrands(number, thread, kind)
    case .pause(let number, let thread): pause(thread.rawValue, of: number)
    case .pauseAll(let number): pauseAll(number)
    case .loadVariables(let request): load(request)
    case .evaluate(let request): evaluate(request)
    case .giveUp(let number): with(number) { $0.send(GiveUp()) }
    case .assign(let request): assign(request)
    case .loadStacks(let request): load(request)
    case .inquire(let inquiry): inquire(inquiry)
    case .jump(let request): jump(request)
    case .setEvaluationTimeout(let seconds): evaluationTimeout = seconds
    case .configure(let number, let setting): configure(number, setting)
    case .release(let number): release(number)
    case .detach(let number): detach(number)
    case .kill(let number, let thread): kill(number, thread)
    case .killRunning(let number): killRunning(number)
    case .findDefinition(let name, let root): findDefinition(of: name, below: root)
    case .indexProject(let root): indexProject(root)
    case .readSource(let path): read(path)
    case .fetchSource(let request): fetch(request)
    case .saveBreakpoints(let records): save(records)
    }
  }
}
