public import SourcePaths

/// What a process said of itself in the handshake.
public struct ProcessIdentity: Equatable, Sendable {
  /// `address:port` of the other end.
  public var peer: String
  /// From its thread ids, once a thread is known.
  public var pid: Int?
  /// The version that was reported, for example `263.7307.50`; `nil` where it is none, as pydevd reports it.
  public var pydevd: String?
  /// The dialect's name, `pydevd` or `pydevd-pycharm`.
  public var dialect: String
  /// `3.11.7`, where known.
  public var python: String?

  public init(peer: String, pid: Int? = nil, pydevd: String?, dialect: String, python: String? = nil) {
    self.peer = peer
    self.pid = pid
    self.pydevd = pydevd
    self.dialect = dialect
    self.python = python
  }
}

/// One debugged process, from its handshake to the end of its connection.
public struct ProcessState: Equatable, Sendable {
  public let number: ProcessNumber
  public var identity: ProcessIdentity
  /// In the order in which they were first heard of.
  public var threads = ThreadList()
  /// The process waits in a read of its standard input (147).
  public var waitsForInput = false
  /// It was asked to go: what it sends from here on is output, not stops.
  public var leaving: EndReason?
  /// Seconds for which its machine has acknowledged nothing of what was sent.
  public var linkSilence: Int?
  /// The exception that ends its program.
  public var ending: ExceptionSummary?
  /// The debugged process that started it.
  public var parent: ProcessNumber?
  /// Whether it is debugged, or only connected.
  public var attachment = Attachment.attached
  /// Files of breakpoints that the process says it does not have.
  public var missingFiles: Set<RemotePath> = []
  /// Files of breakpoints that it was asked about.
  var checkedFiles: Set<RemotePath> = []
  /// Files of breakpoints that can't be read here, and that it has.
  var presentFiles: Set<RemotePath> = []
  /// Files that it was asked for and has not answered yet.
  var askedFiles: Set<RemotePath> = []
  /// Files whose text was compared with the one here.
  var comparedTexts: Set<RemotePath> = []
  /// Files whose text was asked for, to be compared with the one here.
  var awaitedTexts: Set<RemotePath> = []
  /// Files of stops that are being compared.
  var comparing: Set<RemotePath> = []
  /// Files that it runs as they were here when they were compared last.
  var verifiedFiles: Set<RemotePath> = []
  /// Files that were edited since: what it runs is the text that was here before.
  var keptFiles: Set<RemotePath> = []
  /// Stops that are announced once their files have been compared.
  var heldStops: [StopSummary] = []
  /// Files that are not the same here.
  public var differingFiles: Set<RemotePath> = []
  /// Files that are read before it runs, since their breakpoints may have moved.
  var awaitedFiles: Set<SourceFile> = []
  /// It was not told to run yet.
  var waitsToRun = true
  /// The lines that those have in common with the local ones, as far as both texts are here.
  var differences: [RemotePath: LineDifference] = [:]
  /// The frames that run code from before a reload.
  var oldFrames: [RemotePath: Set<FrameID>] = [:]
  /// The lines of the local files that are those from before a reload.
  var oldDifferences: [RemotePath: LineDifference] = [:]
  /// Files that have changed after the process read them.
  public var newerFiles: Set<RemotePath> = []
  /// `connected` was announced; it waits for the first thread, whose id tells the pid.
  var isAnnounced = false
  /// Output that came before that.
  private(set) var heldOutput: [HeldOutput] = []
  private var heldBytes = 0

  public enum Attachment: Equatable, Sendable {
    case attached
    /// Breakpoints are taken back and threads let go; a stop that was on its way goes on.
    case leaving
    /// It runs on with its connection open: the next `settrace` of its program stops again.
    case detached
  }

  struct HeldOutput: Equatable, Sendable {
    let category: OutputCategory
    let text: String
  }

  /// Keeps output until the connection is announced.
  /// - Returns: whether there was room for it.
  mutating func hold(_ category: OutputCategory, _ text: String) -> Bool {
    guard heldOutput.count < Self.mostHeld, heldBytes + text.utf8.count <= Self.mostHeldBytes else { return false }
    heldOutput.append(HeldOutput(category: category, text: text))
    heldBytes += text.utf8.count
    return true
  }

  mutating func takeHeldOutput() -> [HeldOutput] {
    defer { (heldOutput, heldBytes) = ([], 0) }
    return heldOutput
  }

  private static let mostHeld = 100
  private static let mostHeldBytes = 64 << 10

  public init(number: ProcessNumber, identity: ProcessIdentity) {
    self.number = number
    self.identity = identity
  }

  /// The address of the other end, `127.0.0.1` or `[::1]`.
  var host: Substring { identity.peer.lastIndex(of: ":").map { identity.peer[..<$0] } ?? "" }

  /// A local file of this name is the process's own: both are on this machine, as far as can be told.
  func isOwn(_ local: LocalPath, _ remote: RemotePath) -> Bool {
    return DebuggerState.Listener.isLoopback(host.filter { $0 != "[" && $0 != "]" })
      && local.rawValue == remote.rawValue
  }

  public func thread(_ id: ThreadID) -> ThreadState? { threads[id] }

  public var isDetached: Bool { attachment == .detached }

  public var suspendedThreads: [ThreadState] { threads.suspended }

  /// `4711`, or the process's number where the pid is not known yet.
  public var label: String { identity.pid.map { "pid \($0)" } ?? "process \(number)" }
}

/// Why a process is gone.
public enum EndReason: String, Equatable, Sendable {
  case exited, lost, detached, killed
}
