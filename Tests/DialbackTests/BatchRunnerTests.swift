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

  @Test func severalCommandsOfOneLineAreOneAfterTheOther() {
    var runner = runner(["disable 1 2"])
    let first = runner.advance()
    #expect(first == [.issue(.changeBreakpoint(BreakpointNumber(1), .enabled(false)), line: "disable 1 2")])
    let second = runner.gotResult(failed: false)
    #expect(second == [.issue(.changeBreakpoint(BreakpointNumber(2), .enabled(false)), line: "disable 1 2")])
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
