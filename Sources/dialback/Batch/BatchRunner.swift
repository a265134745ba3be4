import CommandLanguage
import DebuggerModel
import DequeModule

/// The order of things in batch mode, as a pure state machine: one command after the other, each until its result is there.
struct BatchRunner {
  /// What the runner wants done.
  enum Step: Equatable {
    case issue(DebuggerCommand, line: String)
    /// A result that the runner knows by itself.
    case report(line: String, Result<ResultValue, CommandFailure>)
    /// Call `timedOut` with this number after so many seconds.
    case startTimer(Int, seconds: Double)
    case finish(status: Int32)
  }

  private enum Condition: Equatable {
    case idle
    case awaitingResult(line: String)
    case awaitingEvent(name: String, line: String, timer: Int)
    case finished
  }

  private var condition = Condition.idle
  private var lines: Deque<String> = []
  private var isInputOver = false
  private var stopsOnError: Bool
  private var timers = 0
  private var hasConnected = false
  /// The process and the thread that commands are about.
  var selection = Selection()
  /// The last stop of each thread that has not gone on.
  private var presentStops: [String: ResultValue] = [:]
  /// Events that no `wait` has taken yet, by name: a `wait` never misses what came just before it.
  private var unseen: [String: Deque<ResultValue>] = [:]
  /// Of one name the newest are kept: output comes in floods.
  private static let mostUnseen = 10_000

  struct Selection: Equatable {
    var process: ProcessNumber?
    var thread: ThreadID?
    var isStopped = false
  }

  init(stopsOnError: Bool) { self.stopsOnError = stopsOnError }

  mutating func add(_ more: [String]) { lines += more }

  mutating func endOfInput() { isInputOver = true }

  /// Lines that wait for their turn.
  var backlog: Int { lines.count }

  /// Dialback goes: what is still to come is not run.
  mutating func end() {
    condition = .finished
    lines = []
  }

  /// Starts what can be started now.
  mutating func advance() -> [Step] {
    var steps: [Step] = []
    while condition == .idle {
      guard !lines.isEmpty else {
        if isInputOver { steps.append(finish(0)) }
        return steps
      }
      steps += begin(lines.removeFirst())
    }
    return steps
  }

  private mutating func finish(_ status: Int32) -> Step {
    condition = .finished
    return .finish(status: status)
  }

  private mutating func begin(_ line: String) -> [Step] {
    do {
      guard let command = try CommandParser.parse(line, mode: .batch) else { return [] }
      return perform(command, line)
    } catch {
      return settle(line, .failure(CommandFailure("\(error)")))
    }
  }

  private mutating func perform(_ command: Command, _ line: String) -> [Step] {
    switch command {
    case .debugger(let command): return issue(command, line)
    case .sequence:
      let reason = "a count of steps is for the screen: here each step has a stop of its own to wait for"
      return settle(line, .failure(CommandFailure(reason)))
    case .wait(let event, let seconds): return wait(event, seconds, line)
    case .setOption(let name, let value): return settle(line, set(name, value))
    case .help(let topic): return settle(line, Self.help(topic))
    case .view, .bindKey:
      return settle(line, .failure(CommandFailure("`\(line)` is for the screen; there is none in batch mode")))
    }
  }

  private mutating func issue(_ command: DebuggerCommand, _ line: String) -> [Step] {
    condition = .awaitingResult(line: line)
    if command.resumes { forgetStops(ofAll: command.resumesAll) }
    return [.issue(command, line: line)]
  }

  private static func help(_ topic: String?) -> Result<ResultValue, CommandFailure> {
    guard let topic else { return .success(.string(CommandHelp.text(mode: .batch))) }
    do { return .success(.string(try CommandHelp.text(for: topic))) } catch {
      return .failure(CommandFailure("\(error)"))
    }
  }

  private mutating func set(_ name: String, _ value: String) -> Result<ResultValue, CommandFailure> {
    guard name == "stop-on-error" else {
      return .failure(
        CommandFailure("no option \(name) in batch mode; there is stop-on-error, and what `set` alone lists"))
    }
    guard value == "on" || value == "off" else {
      return .failure(CommandFailure("stop-on-error is on or off, not \(value)"))
    }
    stopsOnError = value == "on"
    return .success(.string(value))
  }

  /// The selected process, or each, goes on: its earlier stops are of no use to a later `wait stopped`.
  private mutating func forgetStops(ofAll isAll: Bool) {
    unseen["stopped"]?.removeAll { isAll || $0["process"] == selection.process.map { .int($0.rawValue) } }
  }

  /// The stop that the selected thread stands at.
  private var presentStop: ResultValue? {
    guard selection.isStopped, let thread = selection.thread else { return nil }
    return presentStops[thread.rawValue]
  }

  private mutating func wait(_ name: String, _ seconds: Double, _ line: String) -> [Step] {
    if name == "stopped", let stop = presentStop {
      unseen[name]?.removeAll { $0 == stop }
      return settle(line, .success(stop))
    }
    if let seen = unseen[name]?.popFirst() { return settle(line, .success(seen)) }
    timers += 1
    condition = .awaitingEvent(name: name, line: line, timer: timers)
    return [.startTimer(timers, seconds: seconds)]
  }

  /// The result of a command, whether it came from outside or is known here; a failed one may end it all.
  private mutating func settle(_ line: String, _ result: Result<ResultValue, CommandFailure>) -> [Step] {
    condition = .idle
    let report = Step.report(line: line, result)
    if case .failure = result, stopsOnError { return [report, finish(1)] }
    return [report]
  }

  /// An event was announced. The value is the whole object, as it was written.
  mutating func saw(_ name: String, value: ResultValue) -> [Step] {
    if name == "connected" { hasConnected = true }
    follow(name, value)
    // Its thread has one of its own, which is the one to wait for.
    guard !Self.isOfCustomFrame(value) else { return [] }
    if case .awaitingEvent(name, let line, _) = condition { return settle(line, .success(value)) + advance() }
    unseen[name, default: []].append(value)
    if unseen[name, default: []].count > Self.mostUnseen { unseen[name]?.removeFirst() }
    return []
  }

  /// Whether it is about a frame that the program handed over to pydevd, which stands and goes on with its thread.
  private static func isOfCustomFrame(_ value: ResultValue) -> Bool {
    guard case .string(let thread)? = value["thread"] else { return false }
    return ThreadID(thread).isCustomFrame
  }

  private mutating func follow(_ name: String, _ value: ResultValue) {
    if name == "ended" { presentStops = presentStops.filter { $0.value["process"] != value["process"] } }
    guard case .string(let thread)? = value["thread"] else { return }
    if name == "stopped" { presentStops[thread] = value }
    if name == "resumed" || name == "thread_ended" { presentStops[thread] = nil }
  }

  /// The result of the command that was issued is there; it is reported by its own announcement.
  mutating func gotResult(failed: Bool) -> [Step] {
    guard case .awaitingResult = condition else { return [] }
    condition = .idle
    if failed, stopsOnError { return [finish(1)] }
    return advance()
  }

  mutating func timedOut(_ timer: Int) -> [Step] {
    guard case .awaitingEvent(let name, let line, timer) = condition else { return [] }
    let failure = CommandFailure("no event \(name) came in time")
    let isFirst = !hasConnected && (name == "connected" || name == "stopped")
    let steps = settle(line, .failure(failure))
    if isFirst { return [steps[0], finish(2)] }
    return steps + advance()
  }
}

extension DebuggerCommand {
  /// The command sets what is stopped in every process going.
  var resumesAll: Bool { if case .resume(_, scope: .all) = self { true } else { false } }

  /// The command sets a stopped thread going.
  var resumes: Bool {
    switch self {
    case .resume, .runTo, .jump: true
    case .stepIntoCall(let number): number != nil
    case .listBreakpoints, .setBreakpoint, .toggleBreakpoint, .enableBreakpoints, .changeBreakpoint, .clearBreakpoints,
      .clearBreakpointsAt,
      .clearAllBreakpoints, .mute, .exceptions, .pause, .dropQueuedSteps, .setVisibility, .freeze, .thaw,
      .showStack, .showStacks,
      .selectFrame,
      .listThreads, .selectThread,
      .listProcesses, .selectProcess, .evaluate, .execute, .enter, .assign, .showValue, .copyValue, .offerLiteral,
      .array,
      .referrers, .typeOf,
      .reloadModule, .locals,
      .globals, .expand, .open,
      .openFolded,
      .addWatch, .listWatches, .listJumpTargets, .complete, .document, .giveUpEvaluations, .setEvaluationTimeout,
      .setOption,
      .listOptions,
      .removeWatch, .list, .showSource, .indexProject, .addMapping, .removeMapping, .listMappings, .programInput,
      .catchUp, .detach,
      .kill, .quit:
      false
    }
  }
}
