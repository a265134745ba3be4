import DebuggerModel
import Logging
import NIOCore
import PydevdClient
import PydevdWire

extension SessionDriver {
  /// Seconds without a word after which a peer is taken for the dispatcher of `--multiproc`, which wants a port and no version.
  private static let dispatcherSeconds: Int64 = 1
  /// Seconds after which a peer that says nothing is reported.
  private static let wordlessSeconds: Int64 = 5
  /// Seconds after which a peer that says nothing is let go.
  private static let silenceSeconds: Double = 30

  /// A connection has come in. Before anything is said, it is looked at who it is.
  func welcome(_ connection: PydevdConnection) {
    guard shutdown == nil else { return sendAway(connection) }
    strangers[ObjectIdentifier(connection)] = connection
    connection.assumeIsolated { connection in
      connection.start(
        onFrames: { _, _ in },
        onClose: { [weak self] error in self?.assumeIsolated { $0.strangerClosed(connection, error) } })
    }
    admit(connection)
  }

  /// Asks a peer that may connect for its version, before anything else.
  func greet(_ connection: PydevdConnection) {
    connection.assumeIsolated { connection in
      connection.request(Version(), within: Self.silenceSeconds) { [weak self] result in
        self?.assumeIsolated { $0.greeted(connection, result) }
      }
    }
    scheduleDispatch(connection)
  }

  /// Reports a peer that has said nothing yet: somebody may look whether the way is open.
  private func scheduleReport(of connection: PydevdConnection) {
    eventLoop.scheduleTask(in: .seconds(Self.wordlessSeconds - Self.dispatcherSeconds)) { [weak self] in
      self?.assumeIsolated { driver in
        guard driver.strangers[ObjectIdentifier(connection)] != nil else { return }
        driver.report(knock: connection.peer, "it has said nothing for \(Self.wordlessSeconds) s; the way here is open")
      }
    }
  }

  private func scheduleDispatch(_ connection: PydevdConnection) {
    eventLoop.scheduleTask(in: .seconds(Self.dispatcherSeconds)) { [weak self] in
      self?.assumeIsolated { driver in
        guard driver.strangers[ObjectIdentifier(connection)] != nil, let port = driver.listener?.endpoint.port else {
          return
        }
        driver.dispatches[ObjectIdentifier(connection)] = .now()
        driver.scheduleReport(of: connection)
        connection.assumeIsolated { $0.sendDispatch(port: port) }
      }
    }
  }

  func identified(_ connection: PydevdConnection, _ result: Result<String, any Error>) {
    // The end of the connection says more.
    if case .failure(ClientError.disconnected) = result { return }
    guard strangers.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
    dispatches[ObjectIdentifier(connection)] = nil
    guard shutdown == nil else { return sendAway(connection) }
    guard case .success(let version) = result else {
      logger.info("a peer at \(connection.peer) did not answer as pydevd does")
      report(knock: connection.peer, "it said nothing for \(Int(Self.silenceSeconds)) s")
      return connection.assumeIsolated { $0.refuse() }
    }
    lastNumber += 1
    let number = ProcessNumber(lastNumber)
    let dialect = Dialect(versionReply: version)
    processes[number] = SessionProcess(number: number, connection: connection, dialect: dialect)
    connection.assumeIsolated { connection in
      connection.identify(dialect)
      connection.start(
        onFrames: { [weak self] frames, bytes in self?.assumeIsolated { $0.received(frames, bytes, from: number) } },
        onClose: { [weak self] error in self?.assumeIsolated { $0.closed(number, error) } },
        onDrop: { [weak self] _, size, error in self?.assumeIsolated { $0.dropped(size, of: number, error) } })
    }
    logger.info("process \(number) at \(connection.peer): \(dialect.displayName) \(version)")
    watchLink(of: number)
    prepareLastWords(number)
    redirectChild(number)
    let identity = ProcessIdentity(peer: connection.peer, pydevd: dialect.release, dialect: dialect.displayName)
    lookAtStore()
    emit(.connected(number, identity))
  }

  /// The settings are in place: the process leaves `settrace`.
  func run(_ number: ProcessNumber) {
    guard let process = processes[number], !process.isRunning, process.farewell == nil else { return }
    processes[number]?.isRunning = true
    processes[number]?.ranAt = .now()
    let stops = stopsNextOnStart && process.dialect.hasStopOnStart
    processes[number]?.isStartedHere = stopsNextOnStart
    stopsNextOnStart = false
    with(number) { connection in
      if stops { connection.send(StopOnStart()) }
      connection.send(Run())
    }
  }

  /// Answers a message with one that has no effect, the order to run. `ssh -N` holds the next message, the stop, back until the
  /// first one is acknowledged, which takes 40 ms without an answer. A process without a tunnel gets none: reading it takes a
  /// third of a millisecond.
  func acknowledge(_ number: ProcessNumber) { with(number) { $0.send(Run()) } }

  func received(_ frames: [Frame], _ bytes: Int, from number: ProcessNumber) {
    guard let reception = processes[number]?.take(frames) else { return }
    for error in reception.failures { logger.error("process \(number): \(error)") }
    for sequence in reception.launches { launches(number, sequence: sequence) }
    if processes[number]?.isRunning == true, processes[number]?.isLocal == false {
      for _ in reception.resumed { acknowledge(number) }
    }
    for thread in Set(reception.resumed) { with(number) { $0.dropWaiting(for: thread) } }
    if reception.hasOtherThreads || reception.isRedirectedNow { noteRedirection(number) }
    lookForAncestors(number)
    if reception.hasOtherThreads {
      prepareLastWords(number)
      pauseNew(reception.newThreads, of: number)
    }
    let isLeaving = processes[number]?.farewell != nil
    let isReleasing = processes[number]?.release != nil
    handOver(SessionBatch(events: reception.events, receipt: .init(process: number, bytes: bytes)))
    if isLeaving {
      continueFarewell(number)
    } else if !isReleasing {
      askForOrigins(number)
      runErrands(number)
    }
    continueRelease(number)
  }

  private func dropped(_ bytes: Int, of number: ProcessNumber, _ error: any Error) {
    emit(.notice(number, "A message was left out after \(bytes >> 20) MB: \(error)", isWarning: true))
  }

  func closed(_ number: ProcessNumber, _ error: (any Error)?) {
    guard let process = processes.removeValue(forKey: number) else { return }
    process.farewell?.deadline.cancel()
    if process.farewell == nil { lastRelease = .now() }
    if let error { logger.info("process \(number): \(error)") }
    if case ClientError.noRoom? = error as? ClientError, let error {
      emit(.notice(number, "The process was let go: \(error)", isWarning: true))
    }
    emit(.disconnected(number, error == nil ? .exited : .lost))
    finishShutdownIfDone()
  }
}
