import DebuggerModel
import Logging
import NIOCore
import NIOPosix
import Platform
import PydevdClient
import PydevdWire

/// The processes that others have started, and the end of a process from outside.
extension SessionDriver {
  /// A process by a pid, and by whose numbering that is.
  struct Origin: Hashable {
    /// The address of the machine or container, `nil` for this machine.
    let host: Substring?
    let pid: Int
  }

  /// Looks for a process's ancestors once its pid is known, where it is on this machine.
  func lookForAncestors(_ number: ProcessNumber) {
    guard let process = processes[number], !process.hasAncestors, let pid = process.pid else { return }
    processes[number]?.hasAncestors = true
    // It has become another program.
    if process.origins.contains(where: redirectedOrigins.contains) { redirect(number) }
    guard let ends = process.ends else { return }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      LocalPeer.process(ends, claiming: pid).map { (pid: $0, ancestors: ProcessTable.ancestors(of: $0)) }
    }.whenSuccess { [weak self] found in
      guard let found else { return }
      self?.assumeIsolated { driver in
        driver.processes[number]?.localPID = found.pid
        driver.noteRedirection(number)
        driver.closeReplaced(by: number, found.pid)
        if !found.ancestors.isEmpty { driver.descends(number, from: found.ancestors, on: nil) }
      }
    }
  }

  /// A process that has become another program may have kept the socket of its former life, on which nothing comes any more.
  private func closeReplaced(by number: ProcessNumber, _ pid: Int) {
    for other in processes.values where other.localPID == pid && other.number < number {
      with(other.number) { $0.close() }
    }
  }

  private func descends(_ number: ProcessNumber, from pids: [Int], on host: Substring?) {
    if pids.contains(where: { redirectedOrigins.contains(Origin(host: host, pid: $0)) }) { redirect(number) }
    emit(.ancestors(number, pids))
  }

  /// Notes down whose output comes here.
  func noteRedirection(_ number: ProcessNumber) {
    guard let process = processes[number], process.isRedirected else { return }
    redirectedOrigins.formUnion(process.origins)
  }

  /// A thread may be in a call that takes long: on this machine a signal ends the process at once, provided that it is certain
  /// which one it is. Any other one ends at its next line.
  func killRunning(_ number: ProcessNumber) {
    guard let process = processes[number] else { return }
    guard let ends = process.ends, let claim = process.pid else { return killAtNextLine(number) }
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      LocalPeer.end(ends, claiming: claim)
    }.whenComplete { [weak self] result in
      guard (try? result.get()) != true else { return }
      self?.assumeIsolated { $0.killAtNextLine(number) }
    }
  }

  /// Seconds after which it is said why a process that is to end is still there.
  private static let killSeconds: Int64 = 3

  /// The first thread that stops ends the process from inside.
  private func killAtNextLine(_ number: ProcessNumber) {
    pauseAll(number)
    eventLoop.scheduleTask(in: .seconds(Self.killSeconds)) { [weak self] in
      self?.assumeIsolated { driver in
        guard let process = driver.processes[number] else { return }
        let name = process.pid.map { " (it calls itself pid \($0))" } ?? ""
        driver.emit(
          .notice(
            number,
            "No process of this machine that may be ended from here is certain to be this one. It ends when one of its threads "
              + "comes to a line of Python; to end it sooner, kill it where it runs\(name).", isWarning: true))
      }
    }
  }

  /// A process is about to start another one, which dials in as well.
  func launches(_ number: ProcessNumber, sequence: Int) {
    processes[number]?.launches += 1
    guard processes[number]?.dialect.processCreatedNeedsAck == true else { return }
    with(number) { $0.send(ProcessCreatedAck(sequence: sequence)) }
  }

  /// What a child prints stays with it unless it is told otherwise: where its parent's output comes here, so does the child's.
  func redirectChild(_ number: ProcessNumber) {
    let parent = processes.values.filter { $0.launches > 0 && $0.isRedirected }.max { $0.number < $1.number }
    guard let parent else { return }
    processes[parent.number]?.launches -= 1
    redirect(number)
  }

  /// Redirecting what is redirected already changes nothing there (`pydevd.py`, `init_stdout_redirect`).
  func redirect(_ number: ProcessNumber) {
    guard let process = processes[number], process.dialect.hasExtendedCommands, !process.isRedirected else { return }
    processes[number]?.isRedirected = true
    noteRedirection(number)
    with(number) { $0.send(RedirectOutput()) }
  }

  /// Takes in what the exit hook's expression says of a process. Where its thread went on before it came to the expression,
  /// the answer is nothing, and the next stop asks again.
  func described(_ number: ProcessNumber, _ text: String) {
    let fields = text.split(separator: " ")
    guard fields.count == 8, WireNumber.count(fields[1]) != nil else {
      processes[number]?.hasReport = false
      return
    }
    if fields[2] == "1" { processes[number]?.isRedirected = true }
    if fields[6] == "1" { with(number) { $0.hurries() } }
    if fields[7] == "1", let thread = processes[number]?.firstStop?.thread {
      processes[number]?.returning.insert(thread)
    }
    noteRedirection(number)
    emit(.processDescribed(number, python: String(fields[0])))
    if let process = processes[number] {
      let signs = PeerFault.Signs(
        dialect: process.dialect, python: String(fields[0]), losesForks: fields[3] == "1", isCompiled: fields[4] == "1",
        isMonitored: fields[5] == "1", isInModule: process.firstStop?.function == "<module>" && !process.isStartedHere)
      for fault in signs.faults { tell(fault, of: number) }
    }
    if let parent = WireNumber.processID(fields[1]), let process = processes[number] {
      descends(number, from: [parent], on: process.origin?.host)
    }
  }
}
