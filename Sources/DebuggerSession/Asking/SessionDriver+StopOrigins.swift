import DebuggerModel
import NIOCore
import PydevdClient
import PydevdHelpers
import PydevdWire
import SourcePaths

/// A stop that the wire reports alike for several reasons: a breakpoint that was set under another name of the file, the
/// connection, and a call of the program's own.
struct OpenStop {
  /// Tells the stops of a process apart: a thread may stop again before the answer for its last stop is there.
  let serial: Int
  let report: SuspensionReport
  /// Nothing of the process has stopped before.
  let isFirst: Bool
  /// The question is under way.
  var isAsked = false
}

extension SessionProcess {
  /// Takes a stop that may have several reasons out of the events.
  mutating func holdBack(_ event: DebuggerEvent, isFirst: Bool) -> Bool {
    guard case .suspended(_, let report) = event else { return false }
    let isOrdered = pausing.remove(report.thread.rawValue) != nil
    guard farewell == nil, release == nil, isOpen(report, isOrdered: isOrdered) else { return false }
    lastOpenStop += 1
    openStops.append(OpenStop(serial: lastOpenStop, report: report, isFirst: isFirst))
    return true
  }

  private func isOpen(_ report: SuspensionReport, isOrdered: Bool) -> Bool {
    guard let frame = report.frames.first, !report.thread.isCustomFrame else { return false }
    let file = frame.remoteFile.rawValue
    switch report.cause {
    case .breakpointOrEntry:
      // The lines of a template are moved by the process.
      let isKnown = placed.contains { $0.isAt(file, line: frame.line) || $0.isTemplate(file) }
      return !isKnown && !SourceFile.remote(frame.remoteFile).isTemplate
    // `settrace(stop_at_frame=…)` is a step that nobody ordered.
    case .step: return !stepping.contains(report.thread.rawValue)
    // Old releases report a call of the program's own as a pause, as they do what a breakpoint for all threads stops.
    case .pause:
      let holdsAll = placed.contains { $0.sent.contains { $0.suspendPolicy == .all } }
      return dialect.reportsEntryAsPause && !isOrdered && !holdsAll
    case .caughtException, .uncaughtException, .jump, .entry, .call: return false
    }
  }

  /// The other files that have a breakpoint on a line.
  fileprivate func files(withLine line: Int, besides file: RemotePath) -> [RemotePath] {
    var files: [RemotePath] = []
    for message in placed.compactMap(\.sent.first) where message.line == line && message.file != file.rawValue {
      if !files.contains(RemotePath(message.file)) { files.append(RemotePath(message.file)) }
    }
    return files
  }
}

extension SessionProcess.PlacedBreakpoint {
  fileprivate func isTemplate(_ file: String) -> Bool { sent.contains { $0.file == file && $0.type != .python } }
}

extension SessionDriver {
  /// Asks stopped threads for the reasons of their stops.
  func askForOrigins(_ number: ProcessNumber) {
    guard let stops = processes[number]?.openStops else { return }
    for (index, stop) in stops.enumerated() where !stop.isAsked {
      processes[number]?.openStops[index].isAsked = true
      askForOrigin(of: stop, in: number)
    }
  }

  private func askForOrigin(of stop: OpenStop, in number: ProcessNumber) {
    let frame = stop.report.frames[0]
    let isBreakpoint = stop.report.cause == .breakpointOrEntry
    let others = isBreakpoint ? processes[number]?.files(withLine: frame.line, besides: frame.remoteFile) ?? [] : []
    let list = others.map { ASCIIExpression.literal($0.rawValue) }.joined(separator: ", ")
    let file = ASCIIExpression.literal(frame.remoteFile.rawValue)
    let isFirst = stop.isFirst && !isLate(number) ? "True" : "False"
    let isPause = stop.report.cause == .pause ? "True" : "False"
    let question = InstalledModule.stops.call("origin", [frame.id.rawValue, file, "[\(list)]", isFirst, isPause])
    let serial = stop.serial
    runErrand(number, thread: stop.report.thread.rawValue, frame: frame.id.rawValue, question) { driver, result in
      driver.originArrived(serial, number, result, others)
    }
  }

  /// Whether a process runs too long for a first stop to be that of its connection: `settrace(suspend=False)` has none, and the
  /// call that stops comes later.
  private func isLate(_ number: ProcessNumber) -> Bool {
    processes[number]?.ranAt.map { NIODeadline.now() - $0 > .seconds(Self.entrySeconds) } ?? false
  }

  private static let entrySeconds: Int64 = 5

  /// Reports the stop. Where the process did not answer, the stop is what a stop without a breakpoint usually is.
  private func originArrived(
    _ serial: Int, _ number: ProcessNumber, _ result: Result<WireVariable, any Error>, _ others: [RemotePath]
  ) {
    guard let index = processes[number]?.openStops.firstIndex(where: { $0.serial == serial }),
      let stop = processes[number]?.openStops.remove(at: index)
    else { return }
    if case .failure(ClientError.threadWentOn) = result { return }
    let answer = (try? result.get()).map { $0.value.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" } } ?? ""
    emit(.suspended(number, stop.report.with(origin: String(answer), others)))
  }
}

extension SuspensionReport {
  /// Returns the report with the answer of the process.
  fileprivate func with(origin: String, _ others: [RemotePath]) -> Self {
    if let call = ProgramCall(rawValue: origin) { return with(cause: .call(call)) }
    if origin == "entry" { return with(cause: .entry) }
    guard origin.first == "=", let index = WireNumber.count(origin.dropFirst()), others.indices.contains(index) else {
      return self
    }
    return with(cause: cause, breakpointFile: others[index])
  }

  private func with(cause: Cause, breakpointFile: RemotePath? = nil) -> Self {
    SuspensionReport(
      thread: thread, cause: cause, frames: frames, exception: exception, breakpointFile: breakpointFile)
  }
}
