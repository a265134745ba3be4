import DebuggerModel
import Glibc

/// Batch mode: announcements become JSON lines, and commands come from a file, the command line or standard input.
@UIActor
final class BatchFrontEnd: FrontEnd {
  private unowned let application: Application
  private var runner: BatchRunner
  private let start: Double
  private let snippet: (Int) -> [String]
  private var isReady = false
  private var input: [UInt8] = []
  private var texts: [RequestToken: String] = [:]
  private let output = LineOutput()
  /// What is told and not written yet.
  private var told: [ResultValue] = []
  /// The program that Dialback starts is not started yet: time limits count from its start.
  private var isPreparing: Bool
  private let startsProgram: Bool
  private var waitingTimers: [(number: Int, seconds: Double)] = []
  private lazy var preparation = PreparationLog(loop: application.loop) { LineOutput.note($0) }

  /// - Parameters:
  ///   - start: the time that `time` counts from, by `MonotonicTime`.
  ///   - startsProgram: Dialback starts a program itself.
  ///   - snippet: the banner for a port.
  init(
    application: Application, runner: BatchRunner, start: Double, startsProgram: Bool,
    snippet: @escaping (Int) -> [String]
  ) {
    isPreparing = startsProgram
    self.startsProgram = startsProgram
    self.application = application
    self.runner = runner
    self.start = start
    self.snippet = snippet
  }

  func announce(_ announcement: Announcement, _ state: DebuggerState) {
    var command: String?
    if case .result(let token, _) = announcement { command = texts.removeValue(forKey: token) }
    let value = BatchLine.value(of: announcement, time: MonotonicTime.now - start, command: command)
    tell(value)
    let name = BatchLine.name(of: announcement)
    runner.selection = Self.selection(state)
    switch announcement {
    case .listening(_, let port):
      for line in snippet(port) { LineOutput.note(line) }
      isReady = true
      carryOut(runner.saw(name, value: value) + runner.advance())
    case .result(_, let result):
      if case .failure = result {
        carryOut(runner.gotResult(failed: true))
      } else {
        carryOut(runner.gotResult(failed: false))
      }
    case .connected, .stopped, .resumed, .threadStarted, .threadEnded, .output, .breakpoint, .exceptionBreakpoint,
      .display, .warning, .knock, .ended:
      carryOut(runner.saw(name, value: value))
    }
  }

  private static func selection(_ state: DebuggerState) -> BatchRunner.Selection {
    .init(
      process: state.selection.process, thread: state.selection.thread, isStopped: state.selectedSuspension != nil)
  }

  func stateChanged(_ state: DebuggerState) {
    runner.selection = Self.selection(state)
    preparation.follow(state)
    switch state.program {
    case .preparing, nil: break
    case .started, .ended:
      guard isPreparing else { return }
      isPreparing = false
      waitingTimers.forEach(startTimer)
      waitingTimers = []
    }
  }

  func failing(_ text: String) {
    tell(BatchLine.value(of: .warning(nil, text), time: MonotonicTime.now - start, command: nil))
  }

  func leaving(_ state: DebuggerState) {
    runner.end()
    preparation.stop()
  }

  func close() { flush() }

  /// Writes what was told in a turn of the loop, at once: each write wakes the reader.
  func flush() {
    for value in told { output.keep(JSONText.write(value)) }
    told = []
    output.flush()
  }

  /// Tells something with the turn's end. To put it into words takes longer than to send the order that it gives rise to.
  private func tell(_ value: ResultValue) {
    told.append(value)
    if told.count >= Self.mostTold { flush() }
  }

  private static let mostTold = 500

  private func carryOut(_ steps: [BatchRunner.Step]) {
    if runner.backlog <= Self.mostBacklog / 2, !LineOutput.isBehind { application.loop.holdsInput = false }
    for step in steps {
      switch step {
      // Behind what is going on: a command that was set free by an event comes after the rest of that event.
      case .issue(let command, let line):
        UIThread.shared.post { [self] in application.issue(command) { texts[$0] = line } }
      case .report(let line, let result): report(line, result)
      case .startTimer(let number, let seconds):
        if isPreparing { waitingTimers.append((number, seconds)) } else { startTimer(number, seconds) }
      case .finish(let status):
        if startsProgram { noteUnfinished(application.state.program) }
        application.leave(status: status)
      }
    }
  }

  private func noteUnfinished(_ program: ProgramPhase?) {
    if case .ended? = program { return }
    LineOutput.note(
      "The commands are over before the program has ended, which ends it: `wait ended` waits for the end of one process, and is "
        + "needed once for each.")
  }

  private func startTimer(_ number: Int, _ seconds: Double) {
    application.loop.schedule(after: seconds) { [self] in carryOut(runner.timedOut(number)) }
  }

  private func report(_ line: String, _ result: Result<ResultValue, CommandFailure>) {
    let announcement = Announcement.result(RequestToken(0), result)
    tell(BatchLine.value(of: announcement, time: MonotonicTime.now - start, command: line))
  }

  /// Bytes of standard input; none at its end. Commands are about the files as they are now.
  func receive(_ bytes: [UInt8]) { application.lookAtFiles { [self] in take(bytes) } }

  private func take(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0a) {
      runner.add([String(decoding: input + rest[..<end], as: UTF8.self)])
      input = []
      rest = rest[(end + 1)...]
    }
    input += rest
    if bytes.isEmpty {
      if !input.isEmpty { runner.add([String(decoding: input, as: UTF8.self)]) }
      input = []
      runner.endOfInput()
    }
    holdInput()
    if isReady { carryOut(runner.advance()) }
  }

  /// Reads no more commands while too many wait, or nobody reads the results.
  private func holdInput() {
    let isBehind = LineOutput.isBehind
    application.loop.holdsInput = isBehind || runner.backlog > Self.mostBacklog
    if isBehind { LineOutput.whenCaughtUp { UIThread.shared.post { [self] in holdInput() } } }
  }

  /// Commands that may wait before no more are read.
  private static let mostBacklog = 1000
}
