import DebuggerModel
import SourcePaths
import Testing

@Suite struct BreakpointFailureTests {
  private let process = ProcessNumber(1)
  private let thread = ThreadID("pid_7_id_1")
  private let failed = Breakpoint.State.error("the condition raised NameError: name 'x'")

  private func failure(_ thread: ThreadID? = ThreadID("pid_7_id_1")) -> BreakpointFailure {
    BreakpointFailure(thread: thread, condition: "x > 1", error: "NameError: name 'x'")
  }

  /// A thread that stands at a breakpoint whose condition raised.
  private func failing() -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.command(
      .setBreakpoint(.line(file: "/srv/app/work.py", line: 10), .init(condition: "x > 1")))
    dialogue.connectAndStop()
    return dialogue
  }

  @Test func theBreakpointOfTheThreadsStopIsMarked() {
    var dialogue = failing()
    let effects = dialogue.state.handle(.breakpointFailed(process, failure()))
    #expect(dialogue.state.breakpoints.first?.state == failed)
    let told = effects.announcements.contains {
      if case .breakpoint(let report) = $0 { report.state == "error" && report.number.rawValue == 1 } else { false }
    }
    #expect(told)
    #expect(dialogue.state.notice?.text == "breakpoint 1: the condition raised NameError: name 'x'")
  }

  /// pydevd-pycharm.
  @Test func aFailureAheadOfItsStopIsKeptForIt() {
    var dialogue = Dialogue()
    for line in [10, 20] {
      _ = dialogue.command(
        .setBreakpoint(.line(file: "/srv/app/work.py", line: line), .init(condition: "x > 1")))
    }
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.state.handle(.breakpointFailed(process, failure())).isEmpty)
    _ = dialogue.stop(line: 20)
    #expect(dialogue.state.breakpoints.map(\.state) == [.set, failed])
    _ = dialogue.command(.resume(.continue, scope: .selected))
    _ = dialogue.state.handle(.resumed(process, thread))
    #expect(dialogue.state.breakpoints.map(\.state) == [.set, failed])
  }

  @Test func aNewConditionTakesTheMarkAway() {
    var dialogue = failing()
    _ = dialogue.state.handle(.breakpointFailed(process, failure()))
    for case .inquire(let inquiry) in dialogue.command(.changeBreakpoint(BreakpointNumber(1), .condition("y > 1"))) {
      _ = dialogue.state.handle(.answered(inquiry, .success(.syntax(nil))))
    }
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aStopWithoutAFailureTakesTheMarkAway() {
    var dialogue = failing()
    _ = dialogue.state.handle(.breakpointFailed(process, failure()))
    _ = dialogue.command(.resume(.continue, scope: .selected))
    _ = dialogue.state.handle(.resumed(process, thread))
    #expect(dialogue.state.breakpoints.first?.state == failed)
    _ = dialogue.stop()
    #expect(dialogue.state.breakpoints.first?.state == failed)
    _ = dialogue.command(.resume(.continue, scope: .selected))
    _ = dialogue.state.handle(.resumed(process, thread))
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aFailureOfALogIsKnownByItsNumber() {
    var dialogue = Dialogue()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 20), .init(logMessage: "x")))
    dialogue.connectAndStop()
    _ = dialogue.state.handle(
      .breakpointFailed(process, BreakpointFailure(breakpoint: BreakpointNumber(1), isLog: true, error: "KeyError: 1")))
    #expect(dialogue.state.breakpoints.first?.state == .error("the log expression raised KeyError: 1"))
    // Nothing stops: the console keeps it, once for all the passes.
    _ = dialogue.state.handle(
      .breakpointFailed(process, BreakpointFailure(breakpoint: BreakpointNumber(1), isLog: true, error: "KeyError: 1")))
    let kept = dialogue.state.console.chunks(from: 0).filter { $0.category == .warning }.map(\.text)
    #expect(kept == ["Breakpoint 1: the log expression raised KeyError: 1\n"])
  }

  /// The helper tells of a condition beside a hit count or a log ahead of the stop, and by the breakpoint's number.
  @Test func aFailureKnownByItsNumberBelongsToTheNextStopThere() {
    var dialogue = Dialogue()
    _ = dialogue.command(
      .setBreakpoint(.line(file: "/srv/app/work.py", line: 10), .init(condition: "x", hitCondition: "%2")))
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.state.handle(
      .breakpointFailed(process, BreakpointFailure(breakpoint: BreakpointNumber(1), error: "KeyError: 1")))
    for isFailed in [true, false] {
      _ = dialogue.stop()
      let stop = dialogue.state.selectedSuspension?.stop ?? StopID(0)
      #expect(dialogue.state.breakpoints.first?.failed(at: stop) == isFailed)
      _ = dialogue.command(.resume(.continue, scope: .selected))
      _ = dialogue.state.handle(.resumed(process, thread))
    }
    #expect(dialogue.state.breakpoints.first?.state == .set)
  }

  @Test func aFailureOfABreakpointThatIsGoneMarksNothing() {
    var dialogue = failing()
    _ = dialogue.command(.clearBreakpoints([BreakpointNumber(1)]))
    let number = BreakpointFailure(breakpoint: BreakpointNumber(1), isLog: true, error: "KeyError: 1")
    let effects = dialogue.state.handle(.breakpointFailed(process, number))
    #expect(dialogue.state.breakpoints.isEmpty)
    #expect(effects.outward.isEmpty)
  }
}
