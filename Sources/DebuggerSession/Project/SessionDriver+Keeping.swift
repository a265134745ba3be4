import DebuggerModel
import NIOCore
import NIOPosix

/// Breakpoints that are kept, behind the loop's back and one call after the other: a slow disk holds up nothing.
extension SessionDriver {
  /// Of lists that come while one is being written only the newest is written.
  func save(_ records: [BreakpointRecord]) {
    let isQueued = unsaved != nil
    unsaved = records
    guard !isQueued else { return }
    keep("The breakpoints could not be kept") { driver in
      let records = driver.unsaved ?? []
      driver.unsaved = nil
      return { try $0.save(records) }
    }
  }

  func save(_ records: [ExceptionRecord]) {
    keep("The exception breakpoints could not be kept") { _ in { try $0.save(exceptions: records) } }
  }

  /// Takes over what another Dialback has changed. Called when Dialback is awake for something else.
  func lookAtStore() {
    guard store != nil else { return }
    let now = NIODeadline.now()
    guard lastLookAtStore.map({ now - $0 > Self.storePause }) ?? true else { return }
    lastLookAtStore = now
    keep("The kept breakpoints can't be read") { _ in { try $0.changes() } }
  }

  private static let storePause = TimeAmount.milliseconds(200)

  private typealias Work = @Sendable (any BreakpointStore) throws -> KeptChanges

  /// - Parameter work: called once nothing else is being kept.
  private func keep(_ problem: String, _ work: @escaping @Sendable (isolated SessionDriver) -> Work) {
    guard let store else { return }
    let earlier = saving ?? eventLoop.makeSucceededVoidFuture()
    let pool = NIOSingletons.posixBlockingThreadPool
    saving = earlier.flatMap { [eventLoop, weak self] in
      guard let work = self?.assumeIsolated({ work($0) }) else {
        return eventLoop.makeSucceededFuture(KeptChanges())
      }
      return pool.runIfActive(eventLoop: eventLoop) { try work(store) }
    }.map { [weak self] changes in
      self?.assumeIsolated { driver in
        driver.toldStoreProblem = nil
        if !changes.isEmpty { driver.emit(.keptElsewhere(changes)) }
      }
    }.flatMapErrorThrowing { [weak self] error in
      self?.assumeIsolated { $0.tell(storeProblem: "\(problem): \(error)") }
    }
  }

  /// A full disk would be reported with each change.
  private func tell(storeProblem: String) {
    guard storeProblem != toldStoreProblem else { return }
    toldStoreProblem = storeProblem
    emit(.notice(nil, storeProblem + "; XDG_STATE_HOME can name another folder", isWarning: true))
  }
}
