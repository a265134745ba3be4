import CommandLanguage
import DebuggerModel
import Glibc

/// `--plain`: stops, output and answers line by line on standard output, commands from standard input. Nothing is drawn and
/// nothing is taken back, for screen readers, for logs, and for terminals that can't do more.
@UIActor
final class PlainFrontEnd: FrontEnd {
  private unowned let application: Application
  private let plan: SessionPlan
  private let output = LineOutput()
  private var console = PlainConsole()
  private var input: [UInt8] = []
  /// Commands that were typed, whose answers are told.
  private var typed: Set<RequestToken> = []
  /// Asked for a stop: only the line that it stands at is told.
  private var places: Set<RequestToken> = []
  /// What an empty line does again, as in pdb.
  private var lastLine = ""
  /// What the warnings and notices of this batch of events have said already.
  private var said: Set<String> = []
  private var lastNotice = 0
  private var toldComputations: Set<FrameKey> = []
  private var toldWatches: [Int: FrameKey] = [:]
  /// A person types: there is a prompt.
  private let talks = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
  private var isPromptShown = false
  private var isPromptDue = false
  private var isRestDue = false
  /// Counts what has come for half a line.
  private var pieces = 0
  private var isReady = false
  /// Lines that came before it listened.
  private var early: [String] = []
  private lazy var preparation = PreparationLog(loop: application.loop) { [unowned self] in say("-- " + $0) }

  /// Seconds of silence after which the prompt stands below the text above it.
  private static let pause = 0.05
  /// Seconds of silence after which half a line is shown as it is. Python writes a `print` with two values in four pieces,
  /// and a busy machine has pauses of a tenth of a second between them.
  private static let restPause = 0.5
  private static let prompt = "(dialback) "

  init(application: Application, plan: SessionPlan) {
    self.application = application
    self.plan = plan
  }

  // MARK: Input

  /// Bytes of standard input; none at its end. The end of a terminal's input quits, as in pdb; that of a file or a pipe does
  /// not, since processes may still come.
  func receive(_ bytes: [UInt8]) {
    if bytes.isEmpty {
      if !input.isEmpty { take(String(decoding: input, as: UTF8.self)) }
      input = []
      if talks { application.leave(status: 0) }
      return
    }
    input += bytes
    while let end = input.firstIndex(of: 0x0a) {
      let line = String(decoding: input[..<end], as: UTF8.self)
      input.removeFirst(end + 1)
      take(line)
    }
  }

  private func take(_ line: String) {
    isPromptShown = false
    defer { requestPrompt() }
    guard isReady else { return early.append(line) }
    if application.state.awaitsInput, !line.hasPrefix(":") {
      application.issue(.programInput(line))
      return
    }
    let command = line.drop { $0 == " " || $0 == ":" }
    if !command.isEmpty { lastLine = String(command) }
    run(lastLine)
  }

  private func run(_ line: String) {
    do {
      guard let command = try CommandParser.parse(line, mode: .batch) else { return }
      try perform(command)
    } catch {
      say("!! \(error)")
    }
  }

  private func perform(_ command: Command) throws {
    switch command {
    case .debugger(let command): issue(command)
    case .sequence(let commands): commands.forEach(issue)
    case .help(let topic): say(try topic.map { try CommandHelp.text(for: $0) } ?? CommandHelp.text(mode: .batch))
    case .setOption(let name, _): say("!! no option \(name) without a screen; `set` alone lists those that there are")
    case .wait: say("!! `wait` is for scripts in batch mode; here what happens is told by itself")
    case .view(.restart):
      if !application.restart() { say("!! " + Application.onlyOwnProgramRestarts) }
    case .view, .bindKey: say("!! that is for the screen; dialback without --plain has one")
    }
  }

  private func issue(_ command: DebuggerCommand) { application.issue(command) { typed.insert($0) } }

  /// Ctrl-C pauses, and never quits where somebody types: a log that is written for nobody ends.
  func interrupt() {
    isPromptShown = false
    guard talks else { return application.leave(signal: SIGINT) }
    let threads = application.state.attachedProcesses.flatMap(\.threads)
    if threads.contains(where: { $0.suspension == nil }) { run("pause") } else { say("\nnothing runs; q quits") }
  }

  // MARK: Output

  func announce(_ announcement: Announcement, _ state: DebuggerState) {
    tellConsole(state)
    switch announcement {
    case .listening(_, let port): begin(port)
    case .stopped(let stop): tell(stop, state)
    case .result(let token, let result): tell(token, result)
    case .breakpoint(let report):
      guard let message = report.message, report.state != "cleared" else { return }
      tellOnce("!! breakpoint \(report.number.rawValue), \(report.state): \(message)")
    case .exceptionBreakpoint(let report):
      guard let message = report.message, report.state != "cleared" else { return }
      tellOnce("!! breakpoint \(report.number.rawValue), \(report.state): \(message)")
    case .warning(_, let text): tellOnce("!! " + text)
    case .connected, .resumed, .threadStarted, .threadEnded, .output, .display, .knock, .ended: break
    }
  }

  private func begin(_ port: Int) {
    isReady = true
    for line in Snippet.banner(addresses: plan.advertised, port: port) where plan.program == nil { say(line) }
    let commands = plan.commands
    UIThread.shared.post { [self] in
      commands.forEach(run)
      early.forEach(take)
      requestPrompt()
    }
  }

  private func tell(_ stop: StopSummary, _ state: DebuggerState) {
    guard !stop.thread.isCustomFrame else { return }
    tellRest(state)
    say(PlainText.stop(stop, state))
    // Behind what is going on: the frames are selected with the rest of the event.
    UIThread.shared.post { [self] in
      guard application.state.selection.thread == stop.thread else { return }
      application.issue(.list(nil)) { places.insert($0) }
    }
  }

  private func tell(_ token: RequestToken, _ result: Result<ResultValue, CommandFailure>) {
    let isPlace = places.remove(token) != nil
    guard typed.remove(token) != nil || isPlace else { return }
    switch result {
    case .success(let value):
      let text = PlainText.marked(value, isSelected: isSelected) ?? PlainText.text(of: value)
      if let text = isPlace ? PlainText.currentLine(of: value) : text { say(text) }
      // A frame was selected, which has an id: its line, as at a stop.
      if !isPlace, value["id"] != nil, value["function"] != nil {
        application.issue(.list(nil)) { places.insert($0) }
      }
    case .failure(let failure):
      if !isPlace { tellOnce("!! " + failure.message) }
    }
    if isPlace { tellWatches(application.state) }
  }

  /// Whether a row of an answer is the frame, the thread or the process that commands are for.
  private func isSelected(_ row: ResultValue) -> Bool {
    let state = application.state
    if row["id"] != nil, row["function"] != nil {
      return row["id"] == state.selectedFrameKey.map { .string($0.frame.rawValue) }
    }
    let process = state.selection.process.map { ResultValue.int($0.rawValue) }
    guard row["process"] != nil, row["process"] == process, row["frames"] == nil else { return false }
    return row["peer"] != nil || row["thread"] == state.selection.thread.map { .string($0.rawValue) }
  }

  func stateChanged(_ state: DebuggerState) {
    preparation.follow(state)
    tellConsole(state)
    if let notice = state.notice, notice.count != lastNotice {
      lastNotice = notice.count
      tellOnce((notice.isWarning ? "!! " : "-- ") + notice.text)
    }
    tellWatches(state)
    tellComputations(state)
    said = []
  }

  private func tellConsole(_ state: DebuggerState) {
    for line in console.lines(of: state) {
      said.insert(line)
      say(line)
    }
    guard console.hasRest else { return }
    pieces += 1
    if isQuestion(state) { requestPrompt() } else { requestRest() }
  }

  /// Whether half a line is the text in front of a program's own prompt.
  private func isQuestion(_ state: DebuggerState) -> Bool { state.processes.contains { $0.waitsForInput } }

  /// Shows half a line after a silence.
  private func requestRest() {
    guard !isRestDue else { return }
    isRestDue = true
    let seen = pieces
    application.loop.schedule(after: Self.restPause) { [self] in
      isRestDue = false
      guard seen == pieces else { return requestRest() }
      tellRest(application.state)
    }
  }

  private func tellRest(_ state: DebuggerState) { console.rest(state).forEach(say) }

  /// What is watched is told once at each stop.
  private func tellWatches(_ state: DebuggerState) {
    guard places.isEmpty else { return }
    for watch in state.watches {
      guard let key = watch.answered, key == state.selectedFrameKey, toldWatches[watch.number] != key else { continue }
      switch watch.value {
      case .loaded(let variable):
        say("display \(watch.number): \(watch.expression)\(variable.isError ? ":" : " =") \(variable.value)")
      case .failed(let error): say("display \(watch.number): \(watch.expression): \(error)")
      case .underWay, nil: continue
      }
      toldWatches[watch.number] = key
    }
  }

  /// Reports each computation that takes long, once.
  private func tellComputations(_ state: DebuggerState) {
    for (key, computation) in state.computations where !toldComputations.contains(key) {
      say("-- \(computation.name.isEmpty ? "" : computation.name + ": ")\(computation.words); `giveup` ends it")
    }
    toldComputations = Set(state.computations.keys)
  }

  private func tellOnce(_ text: String) {
    guard said.insert(text).inserted else { return }
    say(text)
  }

  private func say(_ text: String) {
    if isPromptShown { output.put("\n") }
    isPromptShown = false
    output.write(PlainText.visible(text))
    requestPrompt()
  }

  private func requestPrompt() {
    guard !isPromptDue else { return }
    isPromptDue = true
    application.loop.schedule(after: Self.pause) { [self] in
      isPromptDue = false
      if isQuestion(application.state) { tellRest(application.state) }
      guard talks, !isPromptShown, !application.isLeaving else { return }
      // It stands below the answers.
      guard typed.isEmpty, places.isEmpty else { return requestPrompt() }
      isPromptShown = true
      output.put(application.state.awaitsInput ? "(input) " : Self.prompt)
    }
  }

  func failing(_ text: String) {}

  func leaving(_ state: DebuggerState) {
    preparation.stop()
    tellRest(state)
    if isPromptShown { output.put("\n") }
    isPromptShown = false
  }

  func close() {}
}
