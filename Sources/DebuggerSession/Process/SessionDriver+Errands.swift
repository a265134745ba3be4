import DebuggerModel
import PydevdClient
import PydevdHelpers
import PydevdWire

/// What a stopped thread does for us before it is let go on.
extension SessionDriver {
  /// Evaluates an expression of our own in a stopped thread. Orders to go on wait for its end: a thread that goes on at
  /// once would not come to it.
  func runErrand(
    _ number: ProcessNumber, thread: String, frame: String, _ expression: String,
    then finish: @escaping @Sendable (isolated SessionDriver, Result<WireVariable, any Error>) -> Void
  ) {
    errandBegins(number, thread)
    let request = Evaluate(thread: thread, frame: frame, expression: expression, trim: true)
    with(number) { connection in
      connection.request(request, within: Self.errandSeconds) { [weak self] result in
        self?.assumeIsolated { driver in
          finish(driver, result)
          driver.errandEnded(number, thread)
        }
      }
    }
  }

  /// A thread that does not answer in this time is let go on without.
  private static let errandSeconds = 3.0

  /// Holds back orders to run the thread until the errand has ended.
  func errandBegins(_ number: ProcessNumber, _ thread: String) {
    processes[number]?.errands[thread, default: 0] += 1
  }

  func errandEnded(_ number: ProcessNumber, _ thread: String) {
    guard let left = processes[number]?.errands[thread] else { return }
    processes[number]?.errands[thread] = left > 1 ? left - 1 : nil
    guard left <= 1, let held = processes[number]?.heldResumes else { return }
    processes[number]?.heldResumes.removeAll { $0.thread.rawValue == thread }
    for resume in held where resume.thread.rawValue == thread { self.resume(number, resume.thread, resume.kind) }
  }

  func resumeBehindErrands(_ number: ProcessNumber, _ thread: ThreadID, _ kind: ResumeKind) {
    guard processes[number]?.errands[thread.rawValue] != nil else { return resume(number, thread, kind) }
    processes[number]?.heldResumes.append(.init(thread: thread, kind: kind))
  }

  // MARK: The errands

  /// Called at each stop: whatever was not done yet.
  func runErrands(_ number: ProcessNumber) {
    askForReport(number)
    tellInnerSettings(number)
    tellValueLimits(number)
    tellLinkOptions(number)
    lookForSettrace(number)
    compareEdited(number)
  }

  /// Once a process has stopped, its last output is made sure of, and its Python is asked for.
  private func askForReport(_ number: ProcessNumber) {
    guard let process = processes[number], !process.hasReport, process.reportTries < 5,
      let (thread, frame) = process.stops.first
    else { return }
    let stop = process.reportTries == 0 ? process.firstStop : nil
    processes[number]?.hasReport = true
    processes[number]?.reportTries += 1
    processes[number]?.toldValueLimits = process.valueLimits
    let endsSettrace = stop.map { SettraceCall.ends(file: ASCIIExpression.literal($0.file), line: $0.line) }
    let report = ProcessReport.expression(process.valueLimits, endsSettrace: endsSettrace)
    runErrand(number, thread: thread, frame: frame, report) { driver, result in driver.reported(number, result) }
  }

  /// A thread that went on before it came to the request did not carry it out: the next stop is another chance.
  private func reported(_ number: ProcessNumber, _ result: Result<WireVariable, any Error>) {
    switch result {
    case .success(let value) where !value.isErrorOnEval:
      described(number, value.value)
      // The reader that was replaced takes over with the next message that it reads.
      if processes[number]?.dialect.readsWithoutEnd == true { acknowledge(number) }
    case .success: processes[number]?.lacksHelpers = true
    case .failure(ClientError.threadWentOn): processes[number]?.hasReport = false
    case .failure: break
    }
  }

  /// Where `settrace` was called again, what follows it decides how a step gets out.
  private func lookForSettrace(_ number: ProcessNumber) {
    guard let process = processes[number], let stop = process.settraceStop,
      let frame = process.stops[stop.thread]
    else { return }
    processes[number]?.settraceStop = nil
    let expression = SettraceCall.ends(file: ASCIIExpression.literal(stop.file), line: stop.line)
    runErrand(number, thread: stop.thread, frame: frame, expression) { driver, result in
      if case .success(let value) = result, value.value.hasSuffix("True") {
        driver.processes[number]?.returning.insert(stop.thread)
      }
    }
  }

  /// Sets other limits than those that came with the hook.
  func tellValueLimits(_ number: ProcessNumber) {
    guard let process = processes[number], let (thread, frame) = process.stops.first,
      let told = process.toldValueLimits,
      told != process.valueLimits
    else { return }
    processes[number]?.toldValueLimits = process.valueLimits
    runErrand(number, thread: thread, frame: frame, process.valueLimits.setting) { driver, result in
      guard case .failure(ClientError.threadWentOn) = result else { return }
      driver.processes[number]?.toldValueLimits = told
    }
  }

  /// What was told stays told.
  func tellInnerSettings(_ number: ProcessNumber) {
    guard let process = processes[number], let (thread, frame) = process.stops.first else { return }
    for (setting, isOn) in process.innerSettings where process.innerSettingsTold[setting] != isOn {
      processes[number]?.innerSettingsTold[setting] = isOn
      runErrand(number, thread: thread, frame: frame, setting.expression(isOn)) { driver, result in
        guard case .failure(ClientError.threadWentOn) = result else { return }
        driver.processes[number]?.innerSettingsTold[setting] = nil
      }
    }
  }
}
