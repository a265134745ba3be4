import DebuggerModel
import SourcePaths
import TestSupport
import Testing

@Suite struct ProcessTests {
  @Test func theConnectionIsToldWithThePidOfTheFirstThread() {
    var dialogue = Dialogue()
    #expect(dialogue.connect().announcements.isEmpty)
    let told = dialogue.start().announcements
    guard case .connected(_, let identity)? = told.first else {
      Issue.record("no connection was announced: \(told)")
      return
    }
    #expect(identity.pid == 7)
    #expect(dialogue.start().announcements.isEmpty)
  }

  @Test func outputBeforeTheFirstThreadIsToldAfterTheConnection() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    #expect(dialogue.state.handle(.output(ProcessNumber(1), .stderr, "early\n")).isEmpty)
    let names = dialogue.start().announcements.map { announcement in
      switch announcement {
      case .connected: "connected"
      case .output: "output"
      default: "other"
      }
    }
    #expect(names == ["connected", "output", "other"])
  }

  @Test func aProcessThatGoesWhileItIsStoppedIsLost() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let told = dialogue.state.handle(.disconnected(ProcessNumber(1), .exited)).announcements
    #expect(told == [.ended(ProcessNumber(1), .lost)])
    #expect(dialogue.state.notice?.isWarning == true)
    #expect(dialogue.state.processes.isEmpty)
    #expect(dialogue.state.variables.isEmpty)
  }

  @Test func theScreenMovesToTheOtherStoppedProcessWhenOneEnds() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.connect(2)
    _ = dialogue.stop(line: 33, thread: "pid_8_id_1", in: 2)
    _ = dialogue.state.handle(.disconnected(ProcessNumber(1), .exited))
    #expect(dialogue.state.selection.process == ProcessNumber(2))
    #expect(dialogue.state.selectedFrame?.line == 33)
  }

  @Test func detachingTakesTheBreakpointsAndNoStopIsShownAfterIt() {
    var dialogue = Dialogue()
    _ = dialogue.command(.toggleBreakpoint(.local("/srv/app/work.py"), line: 10))
    dialogue.connectAndStop()
    let effects = dialogue.command(.detach(isHard: true)).outward
    #expect(effects.last == .detach(ProcessNumber(1)))
    #expect(effects.count == 2)
    #expect(dialogue.stop().stops.isEmpty)
    let told = dialogue.state.handle(.disconnected(ProcessNumber(1), .exited)).announcements
    #expect(told == [.ended(ProcessNumber(1), .detached)])
  }

  @Test func aRunningProcessIsKilledFromOutsideOrAtItsPause() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.command(.kill).outward == [.killRunning(ProcessNumber(1))])
    #expect(dialogue.stop(.pause).outward == [.kill(ProcessNumber(1), ThreadID("pid_7_id_1"))])
  }

  @Test func aLocalFileThatIsNotThereIsFetchedFromTheProcess() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let effects = dialogue.state.handle(
      .sourceRead(.local("/srv/app/work.py"), .failure(CommandFailure("No such file"))))
    let path = RemotePath("/srv/app/work.py")
    let request = SourceRequest(
      process: ProcessNumber(1), path: path, frame: dialogue.state.selectedFrameKey, isFramesOwn: true)
    #expect(effects == [.fetchSource(request)])
    #expect(dialogue.state.shownSource == .remote(RemotePath("/srv/app/work.py")))
  }

  @Test func theConsoleDropsTheOldestAndSaysHowMuch() {
    var console = Console(limit: 10)
    console.append("12345", process: nil, category: .stdout)
    console.append("67890", process: nil, category: .stdout)
    console.append("abc", process: nil, category: .stdout)
    #expect(console.chunks(from: 0).map(\.text) == ["67890", "abc"])
    #expect(console.droppedBytes == 5)
    #expect(console.chunks(from: 2).map(\.text) == ["abc"])
  }

  /// Whatever comes in whatever order, the state holds together.
  @Test(arguments: 0..<20)
  func anyOrderOfEventsLeavesAStateThatHoldsTogether(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var dialogue = Dialogue()
    for _ in 0..<400 {
      let process = Int.random(in: 1...3, using: &random)
      let thread = "pid_\(process)_id_\(Int.random(in: 1...2, using: &random))"
      switch Int.random(in: 0..<18, using: &random) {
      case 0 where dialogue.state.process(ProcessNumber(process)) == nil: _ = dialogue.connect(process)
      case 1: _ = dialogue.start(thread: thread, in: process)
      case 2, 3: _ = dialogue.stop(.step, thread: thread, in: process)
      case 4: _ = dialogue.state.handle(.resumed(ProcessNumber(process), ThreadID(thread)))
      case 5: _ = dialogue.command(.resume(.stepOver, scope: .selected))
      case 6: _ = dialogue.command(.toggleBreakpoint(.local("/a.py"), line: Int.random(in: 1...5, using: &random)))
      case 7: _ = dialogue.state.handle(.disconnected(ProcessNumber(process), .exited))
      case 8: _ = dialogue.command(.selectProcess(ProcessNumber(process)))
      case 9: _ = dialogue.command(.detach(isHard: false))
      case 10: _ = dialogue.state.handle(.released(ProcessNumber(process)))
      case 11: _ = dialogue.command(.freeze(nil))
      case 12: _ = dialogue.command(.thaw(nil))
      case 13: _ = dialogue.command(.resume(.continue, scope: .all))
      case 14: _ = dialogue.stop(.pause, thread: thread, in: process)
      case 15: _ = dialogue.state.handle(.ancestors(ProcessNumber(process), [1, 2]))
      case 16: _ = dialogue.command(.pause(scope: .process))
      default: _ = dialogue.state.handle(.threadEnded(ProcessNumber(process), ThreadID(thread)))
      }
      check(dialogue.state)
    }
  }

  private func check(_ state: DebuggerState) {
    if let selected = state.selection.process { #expect(state.process(selected) != nil) }
    if let key = state.selectedFrameKey { #expect(state.process(key.process) != nil) }
    #expect(state.family.count == state.processes.count)
    for process in state.processes where process.attachment != .attached {
      #expect(process.suspendedThreads.isEmpty)
      #expect(state.breakpoints.allSatisfy { $0.placements[process.number] == nil })
    }
    for key in state.variables.keys { #expect(state.process(key.process)?.thread(key.thread) != nil) }
    let known = Set(state.processes.map(\.number))
    for breakpoint in state.breakpoints { #expect(known.isSuperset(of: breakpoint.placements.keys)) }
  }
}
