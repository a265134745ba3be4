import DebuggerModel
import Glibc
import Logging
import NIOCore
import NIOPosix
import PydevdClient
import PydevdWire

/// Who started whom, and the end of a process from outside.
extension SessionDriver {
  /// Looks for a process's ancestors once its pid is known, where it is on this machine.
  func lookForAncestors(_ number: ProcessNumber) {
    guard let process = processes[number], !process.hasAncestors, let pid = process.pid else { return }
    processes[number]?.hasAncestors = true
    // It has become another program.
    if redirectedPIDs.contains(pid) { redirect(number) }
    onThisMachine(number, pid) { LocalPeer.ancestors(of: pid) }.whenSuccess { [weak self] pids in
      guard let pids else { return }
      self?.assumeIsolated { driver in
        driver.closeReplaced(by: number, pid)
        if !pids.isEmpty { driver.descends(number, from: pids) }
      }
    }
  }

  /// A process that has become another program may have kept the socket of its former life, on which nothing comes any more.
  private func closeReplaced(by number: ProcessNumber, _ pid: Int) {
    processes[number]?.isLocal = true
    for other in processes.values where other.isLocal && other.pid == pid && other.number < number {
      with(other.number) { $0.close() }
    }
  }

  private func descends(_ number: ProcessNumber, from pids: [Int]) {
    if pids.contains(where: redirectedPIDs.contains) { redirect(number) }
    emit(.ancestors(number, pids))
  }

  /// Notes down whose output comes here.
  func noteRedirection(_ number: ProcessNumber) {
    guard let process = processes[number], process.isRedirected, let pid = process.pid else { return }
    redirectedPIDs.insert(pid)
  }

  /// Calls on a thread that may block, if the process is one of this machine.
  private func onThisMachine<Value: Sendable>(
    _ number: ProcessNumber, _ pid: Int, _ body: @escaping @Sendable () -> Value
  ) -> EventLoopFuture<Value?> {
    guard let peer = processes[number]?.connection.peer else { return eventLoop.makeSucceededFuture(nil) }
    return NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      LocalPeer.owns(pid, peer: peer) ? body() : nil
    }
  }

  /// A thread may be in a call that takes long: on this machine a signal ends the process at once.
  func killRunning(_ number: ProcessNumber) {
    guard let pid = processes[number]?.pid else { return pauseAll(number) }
    onThisMachine(number, pid) { Glibc.kill(pid_t(pid), SIGKILL) == 0 }.whenSuccess { [weak self] isDone in
      guard isDone != true else { return }
      self?.assumeIsolated { $0.pauseAll(number) }
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
      processes[number]?.hasExitHook = false
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
        isMonitored: fields[5] == "1", isInModule: process.firstStop?.function == "<module>")
      for fault in signs.faults { tell(fault, of: number) }
    }
    if let parent = WireNumber.processID(fields[1]) { descends(number, from: [parent]) }
  }
}
