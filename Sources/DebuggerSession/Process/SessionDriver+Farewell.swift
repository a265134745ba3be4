import DebuggerModel
import NIOCore
import PydevdClient
import PydevdWire

/// How processes are left. A plain close leaves a target blocked for ever where it was not answered RUN yet, and where it has
/// sent something that was not read pydevd-pycharm's stopped threads hang: so everyone is answered, resumed and read to the end.
extension SessionDriver {
  struct Shutdown {
    let done: EventLoopPromise<Void>
    var isListenerClosed = false
  }

  /// How long the port still answers after a process was let go or ended: it may have started another one, which dials in.
  private static let grace = TimeAmount.milliseconds(150)
  /// How long it answers where no process was: for one look of the loop at the backlog.
  private static let lastLook = TimeAmount.milliseconds(1)

  /// How long the port answers at most, where a keeper answers those that dial in behind it: somebody may dial in all the time.
  private static let patience = TimeAmount.milliseconds(1000)

  /// Lets every process run on without breakpoints, answers those that still dial in, and stops listening.
  /// - Parameter completion: called when the last process is gone; it may be called on any thread.
  public nonisolated func leave(completion: @escaping @Sendable () -> Void) {
    let promise = eventLoop.makePromise(of: Void.self)
    promise.futureResult.whenComplete { _ in completion() }
    eventLoop.execute { self.assumeIsolated { $0.beginShutdown(promise) } }
  }

  private func beginShutdown(_ promise: EventLoopPromise<Void>) {
    if let shutdown { return shutdown.done.futureResult.cascade(to: promise) }
    shutdown = Shutdown(done: promise)
    for number in processes.keys.sorted() { sayFarewell(to: number) }
    for stranger in strangers.values { sendAway(stranger) }
    strangers = [:]
    closeWhenQuiet()
    guard keeper != nil else { return }
    eventLoop.scheduleTask(in: Self.patience) { self.assumeIsolated { $0.closeListener() } }
  }

  private func closeListener() {
    guard shutdown?.isListenerClosed == false else { return }
    listener?.close()
    shutdown?.isListenerClosed = true
    finishShutdownIfDone()
  }

  /// The port answers until every process is gone, and those that the last ones may have started had time to dial in.
  private func closeWhenQuiet() {
    let release = lastRelease
    let look = NIODeadline.now() + Self.lastLook
    eventLoop.scheduleTask(deadline: release.map { max($0 + Self.grace, look) } ?? look) {
      self.assumeIsolated { driver in
        // The last connection's end calls this once more.
        guard driver.processes.isEmpty, driver.departing == 0 else { return }
        guard driver.lastRelease == release else { return driver.closeWhenQuiet() }
        driver.closeListener()
      }
    }
  }

  /// Called when a connection is gone: the last one ends the session that is being left.
  func finishShutdownIfDone() {
    guard let shutdown, processes.isEmpty, departing == 0 else { return }
    guard shutdown.isListenerClosed else { return closeWhenQuiet() }
    let saved = saving ?? eventLoop.makeSucceededVoidFuture()
    saved.whenComplete { _ in shutdown.done.succeed() }
  }

  /// Takes back the breakpoints, answers RUN where that is owed, lets every thread go, and then waits for the last words.
  func sayFarewell(to number: ProcessNumber) {
    guard let process = processes[number], process.farewell == nil else { return }
    send(process.removal, to: number)
    processes[number]?.placed = []
    prepareLastWords(number)
    for name in process.exceptions { with(number) { $0.send(RemoveExceptionBreakpoint(name: name)) } }
    putBackSpeed(number)
    if !process.isRunning { with(number) { $0.send(Run()) } }
    resumeAll(number)
    lastRelease = .now()
    let deadline = eventLoop.scheduleTask(in: .milliseconds(Int64(settings.farewellTimeout * 1000))) { [weak self] in
      guard let self else { return }
      assumeIsolated { $0.endFarewell(number) }
    }
    processes[number]?.farewell = .init(deadline: deadline)
    continueFarewell(number)
  }

  /// Tells the keeper, and the connection, how to let a process go where there is no farewell.
  func prepareLastWords(_ number: ProcessNumber) {
    guard wordsDue.insert(number).inserted else { return }
    eventLoop.execute {
      self.assumeIsolated { driver in
        driver.wordsDue.remove(number)
        driver.sendLastWords(number)
      }
    }
  }

  private func sendLastWords(_ number: ProcessNumber) {
    guard let process = processes[number] else { return }
    var words: [any PydevdNotification] = process.removal
    words += process.exceptions.map { RemoveExceptionBreakpoint(name: $0) }
    words.append(Run())
    if process.dialect.supportsResumeAll {
      words.append(Resume(thread: nil))
    } else {
      words += Self.lastToGo(process).map { Resume(thread: $0) }
    }
    with(number) { [words] in $0.prepareLastWords(words) }
  }

  /// The threads that the last words are for. Where there is no room for all of them, those that stand count: they come last.
  private static func lastToGo(_ process: SessionProcess) -> [String] {
    guard process.threads.count > mostThreads else { return process.threads.sorted() }
    return process.threads.prefix(mostThreads) + process.stops.keys.sorted()
  }

  /// As many as the keeper has room for.
  private static let mostThreads = 1000

  /// When all threads have said that they go on, nothing more is sent; the process then ends the connection itself.
  func continueFarewell(_ number: ProcessNumber) {
    guard let process = processes[number], let farewell = process.farewell else { return }
    // A thread that stopped after it was told to go on, a breakpoint on its way: told again.
    guard process.stops.isEmpty else { return resumeAll(number) }
    guard !farewell.isEnding else { return }
    processes[number]?.farewell?.isEnding = true
    // One more turn of the process: whatever it sends after its 106 is still read before the end.
    eventLoop.scheduleTask(in: .milliseconds(process.isRunning ? 50 : 300)) { [weak self] in
      self?.assumeIsolated { driver in driver.with(number) { $0.closeOutput() } }
    }
    eventLoop.scheduleTask(in: .milliseconds(800)) { [weak self] in
      self?.assumeIsolated { $0.endFarewell(number) }
    }
  }

  private func endFarewell(_ number: ProcessNumber) {
    with(number) { $0.close() }
  }

  /// For whoever dials in while Dialback leaves: RUN, a moment to read it, and the end. The program runs undebugged.
  func sendAway(_ connection: PydevdConnection) {
    departing += 1
    lastRelease = .now()
    connection.assumeIsolated { $0.refuse() }
    connection.channel.closeFuture.whenComplete { [weak self] _ in
      self?.assumeIsolated { driver in
        driver.departing -= 1
        driver.finishShutdownIfDone()
      }
    }
  }
}
