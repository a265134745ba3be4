import DebuggerModel
import SourcePaths
import Testing

@Suite struct SuspensionTests {
  @Test func aStopAsksForTheSourceAndTheVariablesOfItsInnermostFrame() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    let effects = dialogue.stop()
    #expect(effects.stops.map(\.reason) == [.entry])
    #expect(effects.contains(.readSource(LocalPath("/srv/app/work.py"))))
    #expect(effects.variableRequest?.path == .root)
  }

  @Test func aStopAtABreakpointsLineNamesIt() {
    var dialogue = Dialogue(maps: ["/srv/app=/home/me/app"])
    let set = dialogue.command(.setBreakpoint(.line(file: "/home/me/app/work.py", line: 10), .init()))
    #expect(set.failure == nil)
    _ = dialogue.connect()
    _ = dialogue.start()
    let stop = dialogue.stop().stops.first
    #expect(stop?.reason == .breakpoint)
    #expect(stop?.breakpoint == BreakpointNumber(1))
    #expect(stop?.file == LocalPath("/home/me/app/work.py"))
    #expect(dialogue.state.breakpoints.first?.hits == 1)
  }

  @Test(arguments: [
    ("/srv/app/work.py", false), ("/usr/lib/python3.11/json/decoder.py", true), ("/opt/lib/tools/python3.py", false),
    ("/srv/venv/lib/python3.12/site-packages/a.py", true), ("/usr/lib/python3/dist-packages/a.py", true),
    ("C:\\app\\site-packages\\a.py", true), ("C:\\app\\a.py", false), ("/home/me/lib/python3/a.py", false),
    ("/home/me/venv/lib/python3.9/site-packages/a.py", true), ("/srv/lib/pythonic/a.py", false),
    ("/mapped/lib/python3.9/a.py", false), ("<frozen importlib._bootstrap>", true), ("<string>", false),
    ("/srv/site-packages", false), ("/srv/python3/a.py", false),
  ])
  func codeThatWasInstalledIsALibrarys(_ file: String, _ isLibrary: Bool) {
    let dialogue = Dialogue(maps: ["/mapped=/home/me/app"])
    let frame = StackFrame(id: FrameID("1"), function: "f", remoteFile: RemotePath(file), line: 1)
    #expect(dialogue.state.isLibrary(frame) == isLibrary)
  }

  @Test func aReplyFromAnEarlierStopIsDropped() throws {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let early = try #require(dialogue.state.selectedFrameKey)
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.stop(.step, line: 11)
    let late = VariableList([Variable(name: "x", type: "int", value: "1", path: VariablePath(["x"]))])
    _ = dialogue.state.handle(.variables(VariableRequest(frame: early, path: .root), .success(late)))
    let now = try #require(dialogue.state.selectedFrameKey)
    #expect(now != early)
    #expect(dialogue.state.variables[early] == nil)
    #expect(dialogue.state.variables[now]?.roots == .underWay)
  }

  @Test func aCommandThatWaitsForAnEarlierStopIsToldSo() throws {
    var dialogue = Dialogue(loadsVariables: false)
    dialogue.connectAndStop()
    let request = try #require(dialogue.command(.locals).variableRequest)
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    let answer = dialogue.state.handle(.variables(request, .success(VariableList([]))))
    #expect(answer.failure == "the thread has gone on meanwhile")
  }

  @Test func stepsThatWereAskedForWhileOneIsUnderWayFollowIt() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    let thread = ThreadID("pid_7_id_1")
    let first = dialogue.command(.resume(.stepOver, scope: .selected))
    #expect(first.outward == [.resume(ProcessNumber(1), thread, .stepOver)])
    #expect(dialogue.command(.resume(.stepInto, scope: .selected)).outward.isEmpty)
    let effects = dialogue.stop(.step, line: 11)
    #expect(effects.outward == [.resume(ProcessNumber(1), thread, .stepInto)])
    #expect(dialogue.stop(.step, line: 12).variableRequest != nil)
  }

  @Test func aBreakpointEndsAQueueOfSteps() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.setBreakpoint(.line(file: "/srv/app/work.py", line: 11), .init()))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    let effects = dialogue.stop(.breakpointOrEntry, line: 11)
    #expect(effects.stops.first?.reason == .breakpoint)
    #expect(!effects.contains { if case .resume = $0 { true } else { false } })
  }

  @Test func escapeDropsTheStepsThatWait() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.command(.dropQueuedSteps)
    #expect(dialogue.stop(.step, line: 11).variableRequest != nil)
  }

  @Test func anotherThreadsStopDoesNotTakeTheScreen() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.connect(2)
    _ = dialogue.start(thread: "pid_8_id_1", in: 2)
    let effects = dialogue.stop(file: "/srv/app/other.py", line: 3, thread: "pid_8_id_1", in: 2)
    #expect(effects.stops.map(\.process) == [ProcessNumber(2)])
    #expect(dialogue.state.selection.process == ProcessNumber(1))
    #expect(dialogue.state.notice?.text.contains("other.py:3") == true)
    _ = dialogue.command(.selectProcess(ProcessNumber(2)))
    #expect(dialogue.state.selectedFrame?.line == 3)
  }

  @Test func aProcessThatShallRunOnConnectDoesNotStayAtItsEntry() {
    var dialogue = Dialogue(runsOnConnect: true)
    _ = dialogue.connect()
    _ = dialogue.start()
    let effects = dialogue.stop()
    #expect(effects.stops.isEmpty)
    #expect(effects.outward == [.resume(ProcessNumber(1), ThreadID("pid_7_id_1"), .continue)])
  }

  @Test func aPauseInsideTheLibrarySelectsTheUsersOwnFrame() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    let frames = [
      StackFrame(
        id: FrameID("a"), function: "quote", remoteFile: RemotePath("/usr/lib/python3.11/urllib/parse.py"), line: 841),
      StackFrame(id: FrameID("b"), function: "work", remoteFile: RemotePath("/srv/app/work.py"), line: 9),
    ]
    let report = SuspensionReport(thread: ThreadID("pid_7_id_1"), cause: .pause, frames: frames)
    _ = dialogue.state.handle(.suspended(ProcessNumber(1), report))
    #expect(dialogue.state.selectedFrame?.function == "work")
  }

  @Test func aStepOnAThreadThatRunsSaysWhy() {
    var dialogue = Dialogue()
    _ = dialogue.connect()
    _ = dialogue.start()
    #expect(dialogue.command(.resume(.stepOver, scope: .selected)).failure == "the thread is running; pause it first")
  }

  @Test func whatIsShownStaysWhileAStepIsUnderWay() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.stepOver, scope: .selected))
    _ = dialogue.state.handle(.resumed(ProcessNumber(1), ThreadID("pid_7_id_1")))
    #expect(dialogue.state.selectedFrame?.line == 10)
    #expect(dialogue.state.selectedSuspension == nil)
  }

  @Test func aPauseDoesNotOvertakeTheResume() {
    var dialogue = Dialogue()
    dialogue.connectAndStop()
    _ = dialogue.command(.resume(.continue, scope: .selected))
    #expect(dialogue.command(.pause(scope: .selected)).outward.isEmpty)
    let effects = dialogue.state.handle(.resumed(ProcessNumber(1), ThreadID("pid_7_id_1")))
    #expect(effects.outward == [.pause(ProcessNumber(1), ThreadID("pid_7_id_1"))])
    #expect(dialogue.stop(.pause).stops.count == 1)
  }
}
