import DebuggerModel
import SourcePaths
import Testing

/// Threads that stop together, stay behind, or are looked at while they run.
@Suite struct ThreadTests {
  private static let one = ProcessNumber(1)
  private static let first = ThreadID("pid_7_id_1")
  private static let second = ThreadID("pid_7_id_2")

  /// Two threads, of which the first has hit a breakpoint that stops all.
  private func held() -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.start(thread: "pid_7_id_2")
    var options = BreakpointOptions()
    options.suspendPolicy = .all
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), options))
    _ = dialogue.stop(.pause, line: 50, thread: "pid_7_id_2")
    _ = dialogue.stop(line: 10)
    return dialogue
  }

  @Test func theThreadThatWasHitIsShownEvenWhereAHeldOneIsToldFirst() {
    let dialogue = held()
    #expect(dialogue.state.selection.thread == Self.first)
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.isHeld == true)
  }

  @Test func continueLetsGoWhatTheStopHeld() {
    var dialogue = held()
    let effects = dialogue.command(.resume(.continue, scope: .selected)).outward
    #expect(effects == [.resume(Self.one, Self.first, .continue), .resume(Self.one, Self.second, .continue)])
  }

  /// A breakpoint has stopped one thread and asked the other one to stop, which waits in C.
  private func asked() -> Dialogue {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.start(thread: "pid_7_id_2")
    var options = BreakpointOptions()
    options.suspendPolicy = .all
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 10), options))
    _ = dialogue.stop(line: 10)
    return dialogue
  }

  @Test(arguments: [DebuggerCommand.CommandScope.selected, .process, .all])
  func continueTakesBackThePauseOfAThreadThatHasNotStopped(scope: DebuggerCommand.CommandScope) {
    var dialogue = asked()
    let effects = dialogue.command(.resume(.continue, scope: scope)).outward
    #expect(effects == [.resume(Self.one, Self.first, .continue), .resume(Self.one, Self.second, .continue)])
    // It had stopped when the order came, and runs on by itself.
    #expect(dialogue.stop(.pause, line: 50, thread: "pid_7_id_2").isEmpty)
    #expect(dialogue.state.handle(.resumed(Self.one, Self.second)).isEmpty)
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.status == .running)
    // The next one is a pause that somebody asks for.
    _ = dialogue.command(.selectThread(.id("2")))
    _ = dialogue.command(.pause(scope: .selected))
    #expect(dialogue.stop(.pause, line: 51, thread: "pid_7_id_2").stops.count == 1)
  }

  @Test func aThreadThatIsTakenBackAndStoppedByTheNextStopOfAllStands() {
    var dialogue = asked()
    _ = dialogue.command(.resume(.continue, scope: .selected))
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.stop(.pause, line: 50, thread: "pid_7_id_2")
    _ = dialogue.stop(line: 10)
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.isHeld == true)
    #expect(dialogue.command(.resume(.continue, scope: .selected)).outward.count == 2)
  }

  @Test func aStepLeavesThePausesThatHaveNotArrived() {
    var dialogue = asked()
    #expect(
      dialogue.command(.resume(.stepOver, scope: .selected)).outward == [.resume(Self.one, Self.first, .stepOver)])
    #expect(dialogue.stop(.pause, line: 50, thread: "pid_7_id_2").stops.count == 1)
  }

  @Test func continueTakesBackAPauseThatWasAskedFor() {
    for scope in [DebuggerCommand.CommandScope.selected, .process, .all] {
      var dialogue = Dialogue()
      _ = dialogue.connect()
      _ = dialogue.start()
      _ = dialogue.command(.pause(scope: .selected))
      #expect(
        dialogue.command(.resume(.continue, scope: scope)).outward == [.resume(Self.one, Self.first, .continue)])
      #expect(dialogue.command(.resume(.continue, scope: scope)).failure != nil)
      #expect(dialogue.stop(.pause).stops.isEmpty)
    }
  }

  @Test func continueTakesBackAPauseThatWaitsForAStep() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.command(.pause(scope: .selected))
    #expect(dialogue.command(.resume(.continue, scope: .selected)).failure == nil)
    #expect(dialogue.state.handle(.resumed(Self.one, Self.first)).outward.isEmpty)
    #expect(dialogue.stop(.step, line: 11).outward.contains(.resume(Self.one, Self.first, .continue)))
  }

  @Test func aStepKeepsTheOthersAndContinueAfterItLetsThemGo() {
    var dialogue = held()
    #expect(
      dialogue.command(.resume(.stepOver, scope: .selected)).outward == [.resume(Self.one, Self.first, .stepOver)])
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.stop(.step, line: 11)
    let effects = dialogue.command(.resume(.continue, scope: .selected)).outward
    #expect(effects.count == 2)
  }

  @Test func aSwallowedContinueIsGivenAgainWithTheNextStop() {
    var dialogue = held()
    _ = dialogue.command(.resume(.continue, scope: .selected))
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.stop(line: 10)
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.isHeld == true)
    let effects = dialogue.command(.resume(.continue, scope: .selected)).outward
    #expect(effects == [.resume(Self.one, Self.first, .continue), .resume(Self.one, Self.second, .continue)])
    // Both were on their way after all.
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.state.handle(.resumed(Self.one, Self.second))
    #expect(dialogue.state.process(Self.one)?.suspendedThreads.isEmpty == true)
  }

  /// The second thread steps; the first one hits the breakpoint before the step is confirmed.
  private func overtaken() -> Dialogue {
    var dialogue = held()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.command(.selectThread(.id("2")))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.stop(line: 10)
    return dialogue
  }

  @Test func aSwallowedStepLeavesItsThreadStoppedAndSaysSo() {
    var dialogue = overtaken()
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.isHeld == true)
    #expect(dialogue.state.console.chunks(from: 0).contains { $0.text.contains("may not have stepped") })
    _ = dialogue.command(.selectThread(.id("2")))
    #expect(
      dialogue.command(.resume(.stepOver, scope: .selected)).outward == [.resume(Self.one, Self.second, .stepOver)])
  }

  @Test func aStepThatWasOnItsWayStaysInTheGroupOfTheStop() {
    var dialogue = overtaken()
    _ = dialogue.state.handle(.resumed(Self.one, Self.second))
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.suspension == nil)
    _ = dialogue.stop(.step, line: 51, thread: "pid_7_id_2")
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.isHeld == true)
    _ = dialogue.command(.selectThread(.id("1")))
    #expect(dialogue.command(.resume(.continue, scope: .selected)).outward.count == 2)
  }

  @Test func aPauseThatWaitsForAStepIsSentWhenTheStepWasOnItsWay() {
    var dialogue = overtaken()
    #expect(dialogue.state.handle(.resumed(Self.one, Self.second)).outward.isEmpty)

    dialogue = held()
    _ = dialogue.command(.selectThread(.id("2")))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.command(.pause(scope: .selected))
    _ = dialogue.stop(line: 10)
    #expect(dialogue.state.handle(.resumed(Self.one, Self.second)).outward == [.pause(Self.one, Self.second)])
  }

  @Test func theStopOfAStepOvertakesNobody() {
    var dialogue = held()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    _ = dialogue.command(.selectThread(.id("2")))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.stop(.step, line: 11)
    #expect(dialogue.state.process(Self.one)?.thread(Self.second)?.suspension == nil)
  }

  @Test func withPolicyThreadContinueConcernsTheThreadAlone() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.stop(.step, thread: "pid_7_id_2")
    let effects = dialogue.command(.resume(.continue, scope: .selected)).outward
    #expect(effects == [.resume(Self.one, Self.first, .continue)])
  }

  @Test func aPauseThatWasAskedForIsNotHeld() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.command(.pause(scope: .all))
    _ = dialogue.stop(.pause)
    #expect(dialogue.state.selectedThread?.isHeld == false)
  }

  @Test func aFrozenThreadStaysWhenOthersGoOn() {
    var dialogue = held()
    _ = dialogue.command(.freeze("2"))
    #expect(dialogue.command(.resume(.continue, scope: .all)).outward == [.resume(Self.one, Self.first, .continue)])
    #expect(dialogue.command(.resume(.continue, scope: .all)).failure?.contains("frozen") == true)
    #expect(dialogue.command(.thaw("2")).outward.isEmpty)
    #expect(dialogue.command(.resume(.continue, scope: .all)).outward == [.resume(Self.one, Self.second, .continue)])
  }

  @Test func whatStepsGoesOnWithAllWhenItsStepEnds() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    let order = dialogue.command(.resume(.continue, scope: .all))
    #expect(order.failure == nil && order.outward.isEmpty)
    #expect(dialogue.state.selectedThread?.queuedSteps == [.continue])
    _ = dialogue.state.handle(.resumed(Self.one, Self.first))
    #expect(dialogue.stop(.step).outward.contains(.resume(Self.one, Self.first, .continue)))
  }

  @Test func aRunningThreadIsPausedToBeFrozenAndRunsWhenThawed() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.command(.freeze(nil)).outward == [.pause(Self.one, Self.first)])
    _ = dialogue.stop(.pause)
    #expect(dialogue.command(.resume(.continue, scope: .selected)).failure?.contains("frozen") == true)
    #expect(dialogue.command(.thaw(nil)).outward == [.resume(Self.one, Self.first, .continue)])
  }

  @Test func aThawBeforeThePauseCameLetsTheThreadRun() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    _ = dialogue.command(.freeze(nil))
    _ = dialogue.command(.thaw(nil))
    let effects = dialogue.stop(.pause)
    #expect(effects.stops.isEmpty)
    #expect(effects == [.resume(Self.one, Self.first, .continue)])
  }

  @Test func stacksAsksForRunningThreadsAndKnowsTheOthers() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.start(thread: "pid_7_id_2")
    let effects = dialogue.command(.showStacks)
    guard case .loadStacks(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(request.targets.map(\.thread) == [Self.second])
    let frame = StackFrame(id: FrameID("9"), function: "wait", remoteFile: .init("/srv/app/wait.py"), line: 4)
    let told = dialogue.state.handle(
      .stacks(request, [ThreadStack(target: request.targets[0], frames: .success([frame]))]))
    guard case .list(let rows)? = told.value else {
      Issue.record("\(told)")
      return
    }
    #expect(rows.map { $0["state"] } == [.string("stopped"), .string("running")])
  }

  @Test func aRunningThreadThatIsSelectedIsLookedAt() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    let effects = dialogue.command(.selectThread(.id("1"))).outward
    guard case .loadStacks(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let frame = StackFrame(id: FrameID("9"), function: "wait", remoteFile: .init("/srv/app/wait.py"), line: 4)
    _ = dialogue.state.handle(.stacks(request, [ThreadStack(target: request.targets[0], frames: .success([frame]))]))
    #expect(dialogue.state.selectedThread?.sample?.value == [frame])
    _ = dialogue.stop()
    #expect(dialogue.state.selectedThread?.sample == nil)
  }

  @Test func aGreenletStandsWithItsThreadAndCannotBeStepped() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let greenlet = "__frame__:140|pid_7_id_1"
    #expect(dialogue.stop(.pause, thread: greenlet).stops.map(\.thread) == [ThreadID(greenlet)])
    #expect(dialogue.state.selection.thread == Self.first)
    _ = dialogue.command(.selectThread(.id(greenlet)))
    #expect(dialogue.command(.resume(.stepOver, scope: .selected)).failure?.contains("greenlet") == true)
    #expect(
      dialogue.command(.resume(.continue, scope: .selected)).outward == [.resume(Self.one, Self.first, .continue)])
  }
}
