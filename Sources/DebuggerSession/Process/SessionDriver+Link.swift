import DebuggerModel
import PydevdClient
import PydevdHelpers
import PydevdWire

/// Links that are silent, and what becomes of the processes behind dead ones.
extension SessionDriver {
  func watchLink(of number: ProcessNumber) {
    with(number) { connection in
      connection.watchLink { [weak self] news in self?.assumeIsolated { $0.linkDid(news, number) } }
    }
  }

  private func linkDid(_ news: PydevdConnection.LinkNews, _ number: ProcessNumber) {
    switch news {
    case .answers:
      processes[number]?.isLinkSilent = false
      emit(.linkSilent(number, seconds: nil))
    case .silent(let seconds):
      processes[number]?.isLinkSilent = true
      emit(.linkSilent(number, seconds: Int(seconds)))
    case .dead(let seconds): leaveBehind(number, seconds)
    }
  }

  /// Gives a process up whose link is dead. The farewell stays on the way: where the link comes back while the kernel still tries,
  /// the process runs on without breakpoints.
  private func leaveBehind(_ number: ProcessNumber, _ seconds: Double) {
    guard let process = processes[number] else { return }
    emit(.linkSilent(number, seconds: Int(seconds)))
    send(process.removal, to: number)
    for name in process.exceptions { with(number) { $0.send(RemoveExceptionBreakpoint(name: name)) } }
    with(number) { $0.giveUp(ClientError.linkIsDead(seconds: seconds)) }
  }

  // MARK: The process's own end of the link

  func set(_ options: LinkOptions, in number: ProcessNumber) {
    processes[number]?.link = options
    with(number) { $0.setLinkTimeout(options.timeout) }
    tellLinkOptions(number)
  }

  /// Sets what the process does itself where its link is dead, from its first stop on.
  func tellLinkOptions(_ number: ProcessNumber) {
    guard let process = processes[number], process.hasReport, let (thread, frame) = process.stops.first else {
      return
    }
    let (wanted, told) = (process.link.releases ? process.link.timeout : nil, process.toldRelease)
    guard wanted != told else { return }
    processes[number]?.toldRelease = wanted
    runErrand(number, thread: thread, frame: frame, ValueLimits.release(after: wanted)) { driver, result in
      guard case .failure(ClientError.threadWentOn) = result else { return }
      driver.processes[number]?.toldRelease = told
    }
  }
}
