import CommandLanguage
import DebuggerModel
import DebuggerSession
import Logging
import SourcePaths

/// Ties it together on the terminal's thread: events change the state, effects go to the session, announcements to the front end.
@UIActor
final class Application {
  private(set) var state: DebuggerState
  private let driver: SessionDriver
  /// Looks at local files.
  private var looks = FileLooks<@UIActor @Sendable () -> Void>()
  private var lastLook = 0
  private var lookTimer: TimerID?
  let loop: UILoop
  private let logger: Logger
  private var lastToken = 0
  private(set) var isLeaving = false
  private var status: Int32 = 0
  /// Of batches that were worked off while the reader of standard output was behind.
  private var heldReceipts: [SessionBatch.Receipt] = []
  /// Set right after the start, before any event.
  var frontEnd: (any FrontEnd)?
  /// The program that Dialback started itself, if it did.
  var debuggee: Debuggee?
  /// The search for the Python and pydevd that it needs, and its result.
  var provisioning: Provisioning?

  /// Seconds after which Dialback goes even where a process could not be let go in good order.
  private static let patience = 4.0

  /// Has local files looked at that may have been edited under a stop, not for each of a burst of commands.
  /// - Parameter done: what is to see their new texts. It comes behind what was given here before.
  func lookAtFiles(then done: @escaping @UIActor @Sendable () -> Void) {
    switch looks.begin(at: MonotonicTime.now, for: done) {
    case .call(let call): call()
    case .look: look()
    case .wait: break
    }
  }

  /// A disk that does not answer holds nothing up for longer.
  private static let lookPatience = 1.0

  private func look() {
    lastLook += 1
    let look = lastLook
    driver.lookAtFiles { UIThread.shared.post { self.looked(look) } }
    lookTimer = loop.schedule(after: Self.lookPatience) { self.looked(look) }
  }

  private func looked(_ look: Int) {
    guard look == lastLook, let timer = lookTimer else { return }
    loop.cancel(timer)
    lookTimer = nil
    let (calls, looksAgain) = looks.end(at: MonotonicTime.now)
    // First the next look, so that nothing that a call gives rise to comes between.
    if looksAgain { self.look() }
    for call in calls { call() }
  }

  init(state: DebuggerState, driver: SessionDriver, loop: UILoop, logger: Logger) {
    self.loop = loop
    self.logger = logger
    self.state = state
    self.driver = driver
  }

  /// Takes in a batch of the session's.
  func receive(_ batch: SessionBatch) {
    // A flood of output would be a flood of the log, too.
    let isTraced = logger.logLevel <= .trace && batch.events.contains { !$0.isOutput }
    if isTraced { logger.trace("take \(batch.events.count) events") }
    apply(batch.events)
    if isTraced { logger.trace("reduced") }
    if let receipt = batch.receipt { giveBack(receipt) }
  }

  /// Processes are not read further while nobody reads what they have sent.
  private func giveBack(_ receipt: SessionBatch.Receipt) {
    guard LineOutput.isBehind || !heldReceipts.isEmpty else { return driver.consumed(receipt) }
    heldReceipts.append(receipt)
    guard heldReceipts.count == 1 else { return }
    LineOutput.whenCaughtUp {
      UIThread.shared.post { [self] in
        heldReceipts.forEach(driver.consumed)
        heldReceipts = []
      }
    }
  }

  func apply(_ events: [DebuggerEvent]) {
    for event in events {
      let effects = state.handle(event)
      driver.perform(effects)
      for effect in effects {
        switch effect {
        case .announce(let announcement): frontEnd?.announce(announcement, state)
        case .quit: leave(status: status)
        case .sendInput(let text): debuggee?.send(text)
        case .setBreakpoint, .removeBreakpoint, .checkFiles, .compareFile, .findDefinition, .indexProject,
          .setException,
          .removeException,
          .examineException,
          .saveExceptions,
          .run, .resume, .pause, .pauseAll, .loadVariables, .evaluate, .giveUp, .assign,
          .loadStacks, .inquire, .jump, .setEvaluationTimeout, .configure,
          .release, .detach, .kill, .killRunning, .readSource, .fetchSource, .saveBreakpoints:
          break
        }
      }
    }
    frontEnd?.stateChanged(state)
  }

  static let onlyOwnProgramRestarts =
    "only a program that Dialback has started can be started again: dialback run script.py"

  /// Starts the program of `dialback run` anew.
  /// - Returns: whether there is one.
  func restart() -> Bool {
    guard let debuggee else { return false }
    apply([.restarting])
    driver.expectStart()
    debuggee.restart()
    return true
  }

  /// Carries out a command. The token is the one that its result will have; `willIssue` hears of it first.
  @discardableResult
  func issue(_ command: DebuggerCommand, willIssue: (RequestToken) -> Void = { _ in }) -> RequestToken {
    lastToken += 1
    let token = RequestToken(lastToken)
    willIssue(token)
    let before = state.paths.mappings
    apply([.command(token, command)])
    if case .addMapping = command {
      let new = state.paths.mappings.filter { !before.contains($0) }
      apply(new.compactMap(Launch.problem).map { .notice(nil, $0, isWarning: true) })
    }
    return token
  }

  /// Lets every process go and ends Dialback.
  /// - Parameter status: the exit status.
  func leave(status: Int32) {
    guard !isLeaving else { return }
    isLeaving = true
    self.status = status
    // The program ends with Dialback, and is not let go.
    if debuggee?.isRunning == true { _ = state.handle(.restarting) }
    _ = state.handle(.leaving)
    debuggee?.end()
    frontEnd?.leaving(state)
    let letGo: @UIActor () -> Void = { [driver, loop, debuggee] in
      driver.leave {
        UIThread.shared.post {
          guard let debuggee else { return loop.stop(status) }
          debuggee.whenNotStarting { loop.stop(status) }
        }
      }
    }
    if let provisioning { provisioning.end(then: letGo) } else { letGo() }
    loop.schedule(after: Self.patience) { [loop] in loop.stop(status) }
  }

  /// Ends Dialback, since it can't do what it was started for.
  /// - Parameter text: a sentence with a remedy.
  func fail(_ text: String) {
    guard !isLeaving else { return }
    logger.error("\(text)")
    frontEnd?.failing(text)
    leave(status: 1)
    LineOutput.note("dialback: \(text)")
  }

  /// A signal that ends programs: the same as quitting, with the status that shells give it.
  func leave(signal: Int32) { leave(status: 128 + signal) }
}

/// The screen, or batch mode.
@UIActor
protocol FrontEnd: AnyObject {
  func announce(_ announcement: Announcement, _ state: DebuggerState)
  func stateChanged(_ state: DebuggerState)
  /// Dialback can't do what it was started for, and leaves. The reason goes to standard error in any case.
  func failing(_ text: String)
  /// Dialback waits for the processes to be let go.
  func leaving(_ state: DebuggerState)
  /// Gives back the terminal, where there is one.
  func close()
}
