/// One thread of a process.
public struct ThreadState: Equatable, Sendable {
  public enum Status: Equatable, Sendable {
    case running
    /// A pause was asked for; the thread stops at its next line of Python.
    case pausing
    case suspended(Suspension)
    /// A resume or a step was sent and not confirmed yet.
    case resuming(ResumeKind)
  }

  public let id: ThreadID
  public var name: String
  public var status: Status = .running
  /// Steps that were asked for while one was under way; each stop that ends a step takes one.
  public var queuedSteps: [ResumeKind] = []
  /// A pause was asked for while the thread was being resumed. Sent at once it would overtake the resume: pydevd then leaves
  /// the thread standing without another word (`pydevd.py`, `do_wait_suspend`).
  public var pausesWhenResumed = false
  /// A pause that was on its way has been taken back: should the thread stop at it after all, it runs on by itself.
  var takesBackPause = false
  /// It stays where it is when others go on.
  public var isFrozen = false
  /// Frozen while it ran, so thawing lets it run.
  public var runsWhenThawed = false
  /// Where it was while it ran, when somebody last looked.
  public var sample: Loading<[StackFrame]>?
  /// The step into one of several calls that is under way.
  var smartStep: SmartStep?
  /// The stop that a step is leaving: still shown until the next one, so that the screen does not flicker.
  public var leaving: Suspension?
  /// What a breakpoint's condition raised, told ahead of the stop.
  var failure: BreakpointFailure?
  /// What it was told to do when another thread stopped all: it may stand here still, or be on its way.
  var overtaken: OvertakenOrder?
  /// It stands at an exception that is being asked about.
  var held: HeldException?
  /// The last stop at an exception that was raised.
  var raised: RaisedStop?

  public init(id: ThreadID, name: String, status: Status = .running) {
    self.id = id
    self.name = name
    self.status = status
  }

  /// Held by another thread's stop, not by one of its own.
  public var isHeld: Bool { suspension?.isHeld == true }

  /// The stop that the thread stands at, if it does.
  public var suspension: Suspension? {
    if case .suspended(let suspension) = status { suspension } else { nil }
  }
}

/// An order to go on that may have been swallowed, with what belonged to it.
struct OvertakenOrder: Equatable, Sendable {
  let kind: ResumeKind
  let queuedSteps: [ResumeKind]
  let pausesWhenResumed: Bool
  let smartStep: SmartStep?
}

/// The ways in which a stopped thread goes on.
public enum ResumeKind: String, Equatable, Sendable, CaseIterable {
  case `continue`, stepOver, stepInto, stepOut, stepIntoMyCode, stepOverMyCode, stepOutMyCode

  public var isStep: Bool { self != .continue }
}
