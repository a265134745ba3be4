import DebuggerModel
import Testing

@testable import dialback

@Suite struct BatchRunnerTests {
  private func runner(_ lines: [String], stopsOnError: Bool = true, ends: Bool = true) -> BatchRunner {
    var runner = BatchRunner(stopsOnError: stopsOnError)
    runner.add(lines)
    if ends { runner.endOfInput() }
    return runner
  }

  private let stop = ResultValue.object([.init("event", .string("stopped"))])

  @Test func oneCommandWaitsForTheOthersResult() {
    var runner = runner(["threads", "processes"])
    #expect(runner.advance() == [.issue(.listThreads, line: "threads")])
    #expect(runner.gotResult(failed: false) == [.issue(.listProcesses, line: "processes")])
    #expect(runner.gotResult(failed: false) == [.finish(status: 0)])
  }

  @Test func aFailedCommandEndsIt() {
    var runner = runner(["threads", "processes"])
    _ = runner.advance()
    #expect(runner.gotResult(failed: true) == [.finish(status: 1)])
  }

  @Test func aFailedCommandEndsNothingWhereThatIsSwitchedOff() {
    var runner = runner(["set stop-on-error off", "nonsense", "threads"])
    let steps = runner.advance()
    #expect(steps.last == .issue(.listThreads, line: "threads"))
    #expect(steps.count == 3)
  }

  @Test func aWaitTakesTheEventThatCameJustBefore() {
    var runner = runner(["wait stopped", "threads"])
    #expect(runner.saw("stopped", value: stop).isEmpty)
    #expect(
      runner.advance() == [
        .report(line: "wait stopped", .success(stop)), .issue(.listThreads, line: "threads"),
      ])
  }

  @Test func aStopBeforeAResumeDoesNotSatisfyAWaitAfterIt() {
    var runner = runner(["n", "wait stopped 7"])
    _ = runner.saw("stopped", value: stop)
    _ = runner.advance()
    #expect(runner.gotResult(failed: false) == [.startTimer(1, seconds: 7)])
    #expect(runner.saw("stopped", value: stop).first == .report(line: "wait stopped 7", .success(stop)))
  }

  private func stop(_ process: Int, _ thread: String, line: Int = 1) -> ResultValue {
    .object([
      .init("event", .string("stopped")), .init("process", .int(process)), .init("thread", .string(thread)),
      .init("line", .int(line)),
    ])
  }

  private func selection(_ process: Int, _ thread: String, isStopped: Bool = true) -> BatchRunner.Selection {
    .init(process: ProcessNumber(process), thread: ThreadID(thread), isStopped: isStopped)
  }

  /// A runner of `lines` with two stopped processes whose first line, which resumes the first, was issued.
  private func runnerThatResumes(_ lines: [String]) -> BatchRunner {
    var runner = runner(lines)
    runner.selection = selection(1, "a")
    _ = runner.saw("stopped", value: stop(1, "a"))
    _ = runner.saw("stopped", value: stop(2, "b"))
    _ = runner.advance()
    runner.selection = selection(1, "a", isStopped: false)
    return runner
  }

  @Test func aWaitForAStopIsAnsweredWithThePresentOneTakenOrNot() {
    var runner = runner(["wait stopped", "wait stopped", "threads"])
    runner.selection = selection(1, "a")
    _ = runner.saw("stopped", value: stop(1, "a"))
    #expect(
      runner.advance() == [
        .report(line: "wait stopped", .success(stop(1, "a"))), .report(line: "wait stopped", .success(stop(1, "a"))),
        .issue(.listThreads, line: "threads"),
      ])
  }

  /// Its thread stops as well, and is the one to wait for.
  @Test func aFrameThatWasHandedOverIsNotWaitedFor() {
    var runner = runner(["n", "wait stopped 7"])
    _ = runner.advance()
    _ = runner.gotResult(failed: false)
    #expect(runner.saw("stopped", value: stop(1, "__frame__:1|pid_7_id_8")).isEmpty)
    #expect(runner.saw("stopped", value: stop(1, "a")).first == .report(line: "wait stopped 7", .success(stop(1, "a"))))
  }

  @Test func aResumeDropsTheStopsOfItsProcessOnly() {
    var runner = runnerThatResumes(["c", "wait stopped"])
    _ = runner.saw("resumed", value: stop(1, "a"))
    #expect(runner.gotResult(failed: false).first == .report(line: "wait stopped", .success(stop(2, "b"))))
  }

  @Test func resumingAllDropsTheStopsOfAll() {
    var runner = runnerThatResumes(["c all", "wait stopped 3"])
    #expect(runner.gotResult(failed: false) == [.startTimer(1, seconds: 3)])
  }

  @Test func otherWaitsTakeTheOldestEvent() {
    var runner = runner(["wait ended", "wait ended", "wait ended 2"])
    for process in 1...2 { _ = runner.saw("ended", value: stop(process, "a")) }
    #expect(
      runner.advance() == [
        .report(line: "wait ended", .success(stop(1, "a"))), .report(line: "wait ended", .success(stop(2, "a"))),
        .startTimer(1, seconds: 2),
      ])
  }

  @Test func aWaitThatTimesOutIsAnError() {
    var runner = runner(["wait output 1"])
    _ = runner.advance()
    let steps = runner.timedOut(1)
    #expect(steps.last == .finish(status: 1))
    #expect(runner.timedOut(1).isEmpty)
  }

  @Test(arguments: ["wait connected 1", "wait stopped 1"])
  func aFirstProcessThatNeverComesHasAStatusOfItsOwn(line: String) {
    var runner = runner([line])
    _ = runner.advance()
    #expect(runner.timedOut(1).last == .finish(status: 2))
  }

  /// Each line has one result.
  @Test func severalBreakpointsOfOneLineAreOneCommand() {
    var runner = runner(["disable 1 2"])
    let numbers = [BreakpointNumber(1), BreakpointNumber(2)]
    #expect(runner.advance() == [.issue(.enableBreakpoints(numbers, false), line: "disable 1 2")])
    #expect(runner.gotResult(failed: false) == [.finish(status: 0)])
  }

  @Test func aCountOfStepsIsForTheScreen() {
    var runner = runner(["n 2"])
    guard case .report(_, .failure(let failure))? = runner.advance().first else {
      Issue.record("the count was not refused")
      return
    }
    #expect(failure.message.contains("for the screen"))
  }

  @Test func whatIsForTheScreenIsRefused() {
    var runner = runner(["zoom"])
    guard case .report(_, .failure)? = runner.advance().first else {
      Issue.record("the screen's command was not refused")
      return
    }
  }

  @Test func nothingIsRunAnyMoreAtTheEnd() {
    var runner = runner(["threads", "processes"])
    _ = runner.advance()
    runner.end()
    #expect(runner.gotResult(failed: false).isEmpty)
    #expect(runner.advance().isEmpty)
    #expect(runner.backlog == 0)
  }

  @Test func standardInputMayComeLate() {
    var runner = runner([], ends: false)
    #expect(runner.advance().isEmpty)
    runner.add(["threads"])
    #expect(runner.advance() == [.issue(.listThreads, line: "threads")])
  }
}
