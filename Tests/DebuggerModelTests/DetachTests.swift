import DebuggerModel
import Testing

/// A soft detach: the process runs on, its connection stays, and the next `settrace` brings it back.
@Suite struct DetachTests {
  private static let one = ProcessNumber(1)

  private func detached() -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(.local("/srv/app/work.py"), line: 10))
    dialogue.connectAndStop()
    _ = dialogue.command(.detach(isHard: false))
    _ = dialogue.state.handle(.released(Self.one))
    return dialogue
  }

  @Test func aRestartThatWasAskedForLosesNothing() {
    var dialogue = Dialogue(startsProgram: true)
    dialogue.connectAndStop()
    #expect(dialogue.state.handle(.restarting).isEmpty)
    #expect(dialogue.state.handle(.disconnected(Self.one, .lost)).announcements == [.ended(Self.one, .killed)])
    #expect(dialogue.state.notice?.text == "Pid 7 was ended" && dialogue.state.notice?.isWarning == false)
  }

  @Test func theBreakpointsAreTakenBackBeforeTheProcessIsLetGo() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(.local("/srv/app/work.py"), line: 10))
    dialogue.connectAndStop()
    let effects = dialogue.command(.detach(isHard: false)).outward
    #expect(effects.count == 2)
    #expect(effects.last == .release(Self.one))
    guard case .removeBreakpoint? = effects.first else {
      Issue.record("\(effects)")
      return
    }
  }

  @Test func theEndIsToldOnceThatAllOfItRuns() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    #expect(dialogue.command(.detach(isHard: false)).announcements.count == 1)
    #expect(dialogue.state.handle(.released(Self.one)).announcements == [.ended(Self.one, .detached)])
    #expect(dialogue.state.process(Self.one)?.isDetached == true)
    #expect(dialogue.state.attachedProcesses.isEmpty)
    #expect(dialogue.state.selection.process == nil)
  }

  @Test func aStopThatWasOnItsWayGoesOn() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.detach(isHard: false))
    let effects = dialogue.stop(thread: "pid_7_id_2")
    #expect(effects == [.resume(Self.one, ThreadID("pid_7_id_2"), .continue)])
  }

  @Test func theNextStopConnectsAgainWithItsBreakpoints() {
    var dialogue = detached()
    let effects = dialogue.stop(line: 10)
    guard case .connected(Self.one, _)? = effects.announcements.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(effects.stops.map(\.reason) == [.entry])
    guard case .setBreakpoint? = effects.outward.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(dialogue.state.selection.process == Self.one)
    #expect(dialogue.state.attachedProcesses.count == 1)
  }

  @Test func aDetachedProcessGetsNoBreakpoints() {
    var dialogue = detached()
    let effects = dialogue.command(.toggleBreakpoint(.local("/srv/app/work.py"), line: 12)).outward
    #expect(effects.allSatisfy { if case .setBreakpoint = $0 { false } else { true } })
  }

  @Test func theEndOfADetachedProcessIsNotToldAgain() {
    var dialogue = detached()
    #expect(dialogue.state.handle(.disconnected(Self.one, .exited)).announcements.isEmpty)
    #expect(dialogue.state.processes.isEmpty)
  }

  @Test func outputOfADetachedProcessIsStillTold() {
    var dialogue = detached()
    let told = dialogue.state.handle(.output(Self.one, .stdout, "on\n")).announcements
    #expect(told == [.output(Self.one, .stdout, "on\n")])
  }

  @Test func aProcessThatGoesWhileItIsLetGoWasDetached() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.detach(isHard: false))
    #expect(dialogue.state.handle(.disconnected(Self.one, .exited)).announcements == [.ended(Self.one, .detached)])
  }

  @Test func detachingTwiceIsRefused() {
    var dialogue = detached()
    _ = dialogue.command(.selectProcess(Self.one))
    #expect(dialogue.command(.detach(isHard: false)).failure?.contains("detach hard") == true)
    #expect(dialogue.command(.detach(isHard: true)).outward.last == .detach(Self.one))
  }
}
